"""The checks of a questionnaire's cells, as a spreadsheet makes them while one types."""

from __future__ import annotations

from math import fsum
from typing import Any

from assess.core.questionnaire.form_wording import Sums
from assess.core.questionnaire.questionnaire import FormItem, FormLine, Questionnaire
from assess.core.text.words import shortened
from assess.exchange.questionnaire.form_layout import (
    ANSWER,
    LETTERS,
    FormLayout,
    FormRow,
    FormSheet,
)
from assess.languages import gettext
from assess.languages.message import say

MAX_TITLE, MAX_MESSAGE = 32, 225
"""As many characters as Excel takes for the title and the text of a message."""

_TOLERANCE = 0.05
"""As far as shares may miss 100, like everywhere."""


def validation(
    row: FormRow, sheet: FormSheet, layout: FormLayout, form: Questionnaire
) -> dict[str, Any]:
    """Give the check of one answer cell, as XlsxWriter wants it; empty where anything may stand."""
    line, item = row.line, row.item
    if line is None or item is None:
        return {}
    cell = f"{LETTERS[ANSWER]}{row.index + 1}"
    match line.kind:
        case "mark":
            return _list(layout.source_of(form.yes_no), gettext("Please choose yes or no."))
        case "one" | "level":
            return _list(layout.source_of(line.options), gettext("Please choose from the list."))
        case "month":
            formula = f'=OR(LEN({cell})=4,AND(LEN({cell})=7,MID({cell},5,1)="-"))'
            said = gettext("Please write the year and the month like 2009-05, or the year alone.")
            return {
                **_custom(formula, said),
                "input_message": shortened(said, MAX_MESSAGE),
                "input_title": shortened(gettext("Month"), MAX_TITLE),
            }
        case "whole" | "number":
            return _number(line, item, cell, sheet, layout, form)
        case _:
            return {}


def _number(
    line: FormLine,
    item: FormItem,
    cell: str,
    sheet: FormSheet,
    layout: FormLayout,
    form: Questionnaire,
) -> dict[str, Any]:
    tests = [f"ISNUMBER({cell})"]
    sentences = [_wanted(line)]
    if line.kind == "whole":
        tests.append(f"{cell}=INT({cell})")
    if line.low is not None:
        tests.append(f"{cell}>={line.low:g}")
    if line.high is not None:
        tests.append(f"{cell}<={line.high:.15g}")
    if item.at_most is not None and item.at_most in layout.cells:
        limit = layout.answer_cell(item.at_most, sheet.name)
        tests.append(f"OR(NOT(ISNUMBER({limit})),{cell}<={limit})")
        sentences.append(
            gettext(
                "Please enter a number not above the answer to “{question}”.",
                question=_label(item.at_most, form),
            )
        )
    if item.adds_up_to is not None:
        tests.append(f"SUM({lines_range(item, layout)})<={item.adds_up_to + _TOLERANCE:g}")
        sentences.append(
            gettext(
                "Please enter numbers with a total of at most {whole}.",
                whole=f"{item.adds_up_to:g}",
            )
        )
    return _custom(f"=AND({','.join(tests)})", " ".join(sentences))


def _wanted(line: FormLine) -> str:
    """Say which numbers a line takes."""
    low = "" if line.low is None else f"{line.low:g}"
    high = "" if line.high is None else f"{line.high:.15g}"
    match line.kind == "whole", bool(low), bool(high):
        case True, False, False:
            return gettext("Please enter a whole number.")
        case True, True, False:
            return gettext("Please enter a whole number, {low} or more.", low=low)
        case True, False, True:
            return gettext("Please enter a whole number, {high} or less.", high=high)
        case True, True, True:
            return gettext(
                "Please enter a whole number from {low} to {high}.",
                low=low,
                high=high,
            )
        case False, False, False:
            return gettext("Please enter a number.")
        case False, True, False:
            return gettext("Please enter a number, {low} or more.", low=low)
        case False, False, True:
            return gettext("Please enter a number, {high} or less.", high=high)
        case _:
            return gettext("Please enter a number from {low} to {high}.", low=low, high=high)


def _label(question: str, form: Questionnaire) -> str:
    found = (item.label for part in form.parts for item in part.items if item.name == question)
    text = next(found, question)
    return text if len(text) <= 100 else f"{text[:99]}…"


def lines_range(item: FormItem, layout: FormLayout) -> str:
    """Give the range of the answers to a question of several lines."""
    rows = [layout.cells[line.key][1] + 1 for line in item.lines]
    letter = LETTERS[ANSWER]
    return f"${letter}${rows[0]}:${letter}${rows[-1]}"


def sum_formula(item: FormItem, sheet: FormSheet, layout: FormLayout, sums: Sums) -> str:
    """Give the formula that says how far the lines of a question have come."""
    cells = lines_range(item, layout)
    if item.adds_up_to_question is not None and item.adds_up_to_question in layout.cells:
        whole = layout.answer_cell(item.adds_up_to_question, sheet.name)
        known = f"NOT(ISNUMBER({whole}))"
        unit = ""
    else:
        whole, known, unit = f"{item.adds_up_to or 100:g}", "FALSE", " %"
    complete = _joined(say(sums.complete), "total", f'SUM({cells})&"{unit}"')
    gap = f'ROUND(ABS({whole}-SUM({cells})),2)&"{unit}"'
    left, too_much = (_joined(say(text), "rest", gap) for text in (sums.left, sums.too_much))
    return (
        f'=IF(COUNT({cells})=0,"",IF({known},SUM({cells}),'
        f"IF(ABS(SUM({cells})-{whole})<={_TOLERANCE},{complete},"
        f"IF(SUM({cells})<{whole},{left},{too_much}))))"
    )


def _joined(text: str, place: str, formula: str) -> str:
    """Give the formula of a text with another formula at its place."""
    before, _, after = text.replace('"', '""').partition(f"{{{place}}}")
    return "&".join(filter(None, (_quoted(before), formula, _quoted(after))))


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def sum_text(item: FormItem, form: Questionnaire, sums: Sums) -> str | float:
    """Give what that formula comes to with what is filled in already."""
    given = [form.given[line.key] for line in item.lines if line.key in form.given]
    numbers = [value for value in given if isinstance(value, int | float)]
    if not numbers:
        return ""
    whole = item.adds_up_to
    if whole is None:
        stated = form.given.get(item.adds_up_to_question or "")
        whole = stated if isinstance(stated, int | float) else None
    total, unit = fsum(numbers), "" if item.adds_up_to is None else " %"
    if whole is None:
        return total
    if abs(total - whole) <= _TOLERANCE:
        return say(sums.complete).format(total=f"{total:.12g}{unit}")
    way = sums.left if total < whole else sums.too_much
    return say(way).format(rest=f"{round(abs(whole - total), 2):.12g}{unit}")


def _list(source: str, said: str) -> dict[str, Any]:
    return {"validate": "list", "source": source, **_stop(said)}


def _custom(formula: str, said: str) -> dict[str, Any]:
    return {"validate": "custom", "value": formula, **_stop(said)}


def _stop(said: str) -> dict[str, Any]:
    return {
        "error_title": shortened(gettext("This value is not possible"), MAX_TITLE),
        "error_message": shortened(said, MAX_MESSAGE),
        "error_type": "stop",
    }
