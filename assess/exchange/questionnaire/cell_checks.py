"""The checks of a questionnaire's cells, as a spreadsheet makes them while one types."""

from __future__ import annotations

from typing import Any

from assess.core.questionnaire.form_wording import FormWords
from assess.core.questionnaire.questionnaire import FormItem, FormLine, Questionnaire
from assess.exchange.questionnaire.form_layout import (
    ANSWER,
    LETTERS,
    FormLayout,
    FormRow,
    FormSheet,
)

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
            return _list(["yes", "no"], "Choose yes or no.")
        case "one" | "level":
            return _list(layout.source_of(line.options), "Please choose from the list.")
        case "month":
            formula = f'=OR(LEN({cell})=4,AND(LEN({cell})=7,MID({cell},5,1)="-"))'
            said = "Please write the year and the month like 2009-05, or the year alone."
            return {**_custom(formula, said), "input_message": said, "input_title": "Month"}
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
    words = ["a number" if line.kind == "number" else "a whole number"]
    if line.kind == "whole":
        tests.append(f"{cell}=INT({cell})")
    if line.low is not None:
        tests.append(f"{cell}>={line.low:g}")
        words.append(f"not less than {line.low:g}")
    if line.high is not None:
        tests.append(f"{cell}<={line.high:.15g}")
        words.append(f"not more than {line.high:.15g}")
    if item.at_most is not None and item.at_most in layout.cells:
        limit = layout.answer_cell(item.at_most, sheet.name)
        tests.append(f"OR(NOT(ISNUMBER({limit})),{cell}<={limit})")
        words.append(f"not more than the answer to “{_label(item.at_most, form)}”")
    if item.adds_up_to is not None:
        tests.append(f"SUM({lines_range(item, layout)})<={item.adds_up_to + _TOLERANCE:g}")
        words.append(f"and all lines together not more than {item.adds_up_to:g}")
    return _custom(f"=AND({','.join(tests)})", f"Please enter {', '.join(words)}.")


def _label(question: str, form: Questionnaire) -> str:
    found = (item.label for part in form.parts for item in part.items if item.name == question)
    text = next(found, question)
    return text if len(text) <= 100 else f"{text[:99]}…"


def lines_range(item: FormItem, layout: FormLayout) -> str:
    """Give the range of the answers to a question of several lines."""
    rows = [layout.cells[line.key][1] + 1 for line in item.lines]
    letter = LETTERS[ANSWER]
    return f"${letter}${rows[0]}:${letter}${rows[-1]}"


def sum_formula(item: FormItem, sheet: FormSheet, layout: FormLayout, words: FormWords) -> str:
    """Give the formula that says how far the lines of a question have come."""
    cells = lines_range(item, layout)
    complete, left, too_much = (
        str(message).replace('"', '""')
        for message in (words.sums.complete, words.sums.left, words.sums.too_much)
    )
    if item.adds_up_to_question is not None and item.adds_up_to_question in layout.cells:
        whole = layout.answer_cell(item.adds_up_to_question, sheet.name)
        known = f"NOT(ISNUMBER({whole}))"
        unit = ""
    else:
        whole, known, unit = f"{item.adds_up_to or 100:g}", "FALSE", " %"
    gap = f'ROUND(ABS({whole}-SUM({cells})),2)&"{unit} "'
    return (
        f'=IF(COUNT({cells})=0,"",IF({known},SUM({cells}),'
        f'IF(ABS(SUM({cells})-{whole})<={_TOLERANCE},SUM({cells})&"{unit}: {complete}",'
        f'{gap}&IF(SUM({cells})<{whole},"{left}","{too_much}"))))'
    )


def sum_text(item: FormItem, form: Questionnaire, words: FormWords) -> str | float:
    """Give what that formula comes to with what is filled in already."""
    given = [form.given[line.key] for line in item.lines if line.key in form.given]
    numbers = [value for value in given if isinstance(value, int | float)]
    if not numbers:
        return ""
    whole = item.adds_up_to
    if whole is None:
        stated = form.given.get(item.adds_up_to_question or "")
        whole = stated if isinstance(stated, int | float) else None
    total, unit = sum(numbers), "" if item.adds_up_to is None else " %"
    if whole is None:
        return total
    if abs(total - whole) <= _TOLERANCE:
        return f"{total:.12g}{unit}: {words.sums.complete}"
    way = words.sums.left if total < whole else words.sums.too_much
    return f"{round(abs(whole - total), 2):.12g}{unit} {way}"


def _list(source: str | list[str], said: str) -> dict[str, Any]:
    return {"validate": "list", "source": source, **_stop(said)}


def _custom(formula: str, said: str) -> dict[str, Any]:
    return {"validate": "custom", "value": formula, **_stop(said)}


def _stop(said: str) -> dict[str, Any]:
    text = said if len(said) <= 255 else f"{said[:254]}…"
    return {"error_title": "This cannot be entered", "error_message": text, "error_type": "stop"}
