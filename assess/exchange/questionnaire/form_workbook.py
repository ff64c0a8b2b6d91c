"""The questionnaire as a workbook: a cover, one sheet for each area, definitions, lists."""

from __future__ import annotations

import io
import math
from datetime import datetime
from typing import Any

from assess.core.questionnaire.form_wording import FormWords
from assess.core.questionnaire.questionnaire import FORM, VERSION, FormItem, FormLine, Questionnaire
from assess.core.text.design_tokens import Tokens
from assess.core.text.message import Text
from assess.core.text.words import shortened
from assess.exchange.questionnaire.cell_checks import sum_formula, sum_text, validation
from assess.exchange.questionnaire.form_layout import (
    ANSWER,
    COLUMN_NAMES,
    COVER_KEYS,
    COVER_VALUE,
    DEFINITIONS_KEY,
    FIRST_ROW,
    HEAD_KEY,
    HEAD_ROW,
    INTRO_ROW,
    KEY,
    LETTERS,
    LISTS,
    MACHINE_ROW,
    NOTE,
    NUMBER,
    QUESTION,
    STATUS,
    TITLE_ROW,
    UNIT,
    FormLayout,
    FormRow,
    FormSheet,
    lay_out,
    sheet_name,
)
from assess.languages import gettext
from assess.languages.message import say

MAX_CELL = 32_767
"""As many characters as a cell of a spreadsheet takes."""
MAX_FOOT = 230
"""As many as the head and the foot of a printed sheet take, beside their marks."""

_WIDTHS = {KEY: 10, NUMBER: 5, QUESTION: 62, ANSWER: 30, UNIT: 14, STATUS: 24, NOTE: 42}


def write(form: Questionnaire, words: FormWords, tokens: Tokens, *, at: datetime) -> bytes:
    """Give the workbook as the content of an XLSX file; `at` is the moment it says it was made."""
    import xlsxwriter

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties(
            {
                "title": ": ".join(
                    (say(words.title), form.recipient.organisation if form.recipient else "")
                ),
                "subject": form.title,
                "comments": form.notice,
                "created": at.replace(tzinfo=None),
            }
        )
        _Writer(book, form, words, tokens).write()
    return content.getvalue()


def left_out(form: Questionnaire) -> tuple[str, ...]:
    """Name the lines whose text is longer than a cell takes; they stay blank in the workbook."""
    texts = {**form.given, **form.given_notes}
    return tuple(key for key, text in texts.items() if len(str(text)) > MAX_CELL)


def height(*texts: tuple[str, float]) -> float:
    """Give the height in points for texts below one another, each in a column of some characters.

    A font that stands in for Calibri may be wider, so that a line takes fewer characters.
    """
    lines = sum(
        math.ceil(len(line) / (room * 0.9)) for text, room in texts for line in text.split("\n")
    )
    return min(400.0, 15.0 * max(lines, 1) + 4)


def _hints(item: FormItem) -> str:
    optional = "" if item.required else gettext("Optional.")
    return "\n".join(filter(None, (" ".join(filter(None, (item.hint, optional))), item.condition)))


def _counted(text: str, total: int) -> str:
    """Give the format of a number that stands as so many of all."""
    before, _, after = text.replace('"', "").replace("{all}", str(total)).partition("{filled}")
    return "0".join(f'"{part}"' if part else "" for part in (before, after))


class _Writer:
    """Writes one workbook."""

    def __init__(self, book: Any, form: Questionnaire, words: FormWords, tokens: Tokens) -> None:
        self._book, self._form, self._words = book, form, words
        self._layout: FormLayout = lay_out(form)
        self._colour = tokens.colour
        self._formats = self._make_formats()

    def write(self) -> None:
        """Write the sheets in the order in which they are read."""
        cover = self._book.add_worksheet(sheet_name(say(self._words.cover.sheet)))
        for sheet in self._layout.sheets:
            self._write_area(sheet)
        self._write_definitions()
        self._write_lists()
        self._write_cover(cover)
        cover.activate()

    def _make_formats(self) -> dict[str, Any]:
        colour = self._colour
        base = {"font_name": "Calibri", "font_size": 11, "font_color": colour.ink, "valign": "top"}
        entry = {
            "locked": False,
            "text_wrap": True,
            "bg_color": colour.wash,
            "border": 1,
            "border_color": colour.rule,
            "valign": "vcenter",
            "align": "left",
            "indent": 1,
        }
        wanted: dict[str, dict[str, Any]] = {
            "plain": {},
            "wrapped": {"text_wrap": True},
            "quiet": {"font_color": colour.secondary, "text_wrap": True},
            "strong": {"bold": True},
            "strong_wrapped": {"bold": True, "text_wrap": True},
            "quiet_line": {"font_color": colour.secondary},
            "given_note": {"font_color": colour.accent, "text_wrap": True},
            "hint": {"font_color": colour.secondary, "italic": True, "font_size": 10},
            "display": {"bold": True, "font_size": 22, "font_color": colour.accent},
            "title": {"bold": True, "font_size": 16, "font_color": colour.accent},
            "group": {
                "bold": True,
                "font_size": 13,
                "font_color": colour.accent,
                "bottom": 1,
                "bottom_color": colour.accent,
                "valign": "bottom",
                "align": "left",
            },
            "head": {
                "bold": True,
                "font_color": colour.paper,
                "bg_color": colour.accent,
                "valign": "vcenter",
            },
            "asked": {"text_wrap": True, "valign": "vcenter"},
            "line": {"indent": 2, "text_wrap": True, "valign": "vcenter"},
            "unit": {
                "font_color": colour.secondary,
                "valign": "vcenter",
                "text_wrap": True,
                "indent": 1,
            },
            "sum": {"font_color": colour.secondary, "italic": True, "align": "left", "indent": 1},
            "synthetic": {"bold": True, "font_color": colour.amber},
            "entry": entry,
            "entry_text": {**entry, "num_format": "@"},
            "given": {**entry, "font_color": colour.accent},
            "given_text": {**entry, "num_format": "@", "font_color": colour.accent},
            "link": {"font_color": colour.accent, "underline": 1},
        }
        return {name: self._book.add_format({**base, **more}) for name, more in wanted.items()}

    def _write_area(self, sheet: FormSheet) -> None:
        page = self._book.add_worksheet(sheet.name)
        formats = self._formats
        page.hide_gridlines(2)
        for column, room in _WIDTHS.items():
            is_hidden = column == KEY or (column in (STATUS, NOTE) and not self._form.statuses)
            page.set_column(column, column, room, None, {"hidden": is_hidden})
        page.set_row(MACHINE_ROW, None, None, {"hidden": True})
        for column, name in COLUMN_NAMES.items():
            page.write_string(MACHINE_ROW, column, name)
        page.set_row(TITLE_ROW, 30)
        page.write_string(
            TITLE_ROW, NUMBER, f"{sheet.part.letter}  {sheet.part.title}", formats["title"]
        )
        page.write_string(INTRO_ROW, QUESTION, sheet.part.intro, formats["quiet"])
        page.set_row(INTRO_ROW, height((sheet.part.intro, _WIDTHS[QUESTION])) + 6)
        self._write_heads(page)
        page.freeze_panes(FIRST_ROW, 0)
        for row in sheet.rows:
            self._write_row(page, row, sheet)
        self._set_up(page, f"{sheet.part.letter} {sheet.part.title}")
        page.repeat_rows(HEAD_ROW)
        page.print_area(0, NUMBER, sheet.last, NOTE)

    def _write_heads(self, page: Any) -> None:
        columns = self._words.columns
        page.set_row(HEAD_ROW, 22)
        page.write_string(HEAD_ROW, KEY, HEAD_KEY)
        heads: dict[int, Text] = {
            NUMBER: "",
            QUESTION: columns.question,
            ANSWER: columns.answer,
            UNIT: columns.unit,
            STATUS: columns.status,
            NOTE: columns.note,
        }
        for column, text in heads.items():
            page.write_string(HEAD_ROW, column, say(text), self._formats["head"])

    def _write_row(self, page: Any, row: FormRow, sheet: FormSheet) -> None:
        formats = self._formats
        page.set_row(row.index, self._height(row))
        if row.group is not None:
            page.write_number(row.index, NUMBER, row.group.number, formats["group"])
            page.write_string(row.index, QUESTION, row.group.title, formats["group"])
            for column in (ANSWER, UNIT, STATUS, NOTE):
                page.write_blank(row.index, column, None, formats["group"])
            return
        item = row.item
        assert item is not None  # noqa: S101  a row without a group has a question
        if row.is_sum:
            formula = sum_formula(item, sheet, self._layout, self._words.sums)
            shown = sum_text(item, self._form, self._words.sums)
            page.write_formula(row.index, ANSWER, formula, formats["sum"], shown)
            return
        if row.line is None or not item.has_parts:
            self._write_question(page, row, item)
        else:
            self._write_label(page, row, row.line)
        if row.line is not None:
            self._write_answer(page, row, row.line, sheet)

    def _write_question(self, page: Any, row: FormRow, item: FormItem) -> None:
        formats = self._formats
        page.write_string(row.index, KEY, item.name)
        hints = _hints(item)
        parts = (formats["strong"], item.label, formats["hint"], f"\n{hints}" if hints else " ")
        page.write_rich_string(row.index, QUESTION, *parts, formats["asked"])
        if not self._form.statuses:
            return
        self._write_entry(page, row.index, STATUS, self._form.given_statuses.get(item.name))
        self._write_entry(page, row.index, NOTE, self._form.given_notes.get(item.name))
        source = self._layout.source_of(self._form.statuses)
        page.data_validation(
            row.index, STATUS, row.index, STATUS, {"validate": "list", "source": source}
        )

    def _height(self, row: FormRow) -> float:
        """Give a row the height that its texts need: not every program finds it out by itself."""
        if row.group is not None:
            return 34
        item, line = row.item, row.line
        if item is None or row.is_sum:
            return 18
        room = _WIDTHS[QUESTION]
        if line is not None and item.has_parts:
            label = f"{line.label}  {line.hint}"
            needed = height((label, room - 3))
        else:
            needed = height((item.label, room * 0.92), (_hints(item), room))
            note = self._form.given_notes.get(item.name, "")
            needed = max(needed, height((note, _WIDTHS[NOTE])))
        if line is not None:
            answer = str(self._form.given.get(line.key, ""))
            least = 50 if line.kind == "long" else 18
            needed = max(needed, least, height((answer, _WIDTHS[ANSWER] - 2)))
        return needed

    def _write_label(self, page: Any, row: FormRow, line: FormLine) -> None:
        formats = self._formats
        page.write_string(row.index, KEY, line.key)
        if line.hint:
            parts = (formats["plain"], line.label, formats["hint"], f"  {line.hint}")
            page.write_rich_string(row.index, QUESTION, *parts, formats["line"])
        else:
            page.write_string(row.index, QUESTION, line.label, formats["line"])

    def _write_answer(self, page: Any, row: FormRow, line: FormLine, sheet: FormSheet) -> None:
        is_text = line.kind in ("month", "text", "long", "address")
        self._write_entry(page, row.index, ANSWER, self._form.given.get(line.key), is_text=is_text)
        page.write_string(row.index, UNIT, line.unit, self._formats["unit"])
        rule = validation(row, sheet, self._layout, self._form)
        if rule:
            page.data_validation(row.index, ANSWER, row.index, ANSWER, rule)

    def _write_entry(
        self, page: Any, row: int, column: int, said: str | float | None, *, is_text: bool = True
    ) -> None:
        kind = "_text" if is_text else ""
        if said is None or len(str(said)) > MAX_CELL:
            page.write_blank(row, column, None, self._formats[f"entry{kind}"])
        elif isinstance(said, str):
            page.write_string(row, column, said, self._formats[f"given{kind}"])
        else:
            page.write_number(row, column, said, self._formats[f"given{kind}"])

    def _write_cover(self, page: Any) -> None:
        form, words, formats = self._form, self._words, self._formats
        page.hide_gridlines(2)
        page.set_column(0, 0, 10, None, {"hidden": True})
        page.set_column(1, 1, 26)
        page.set_column(2, 2, 84)
        page.set_row(0, 36)
        page.write_string(0, 1, say(words.title), formats["display"])
        page.write_string(1, 1, say(words.subtitle), formats["quiet_line"])
        row = self._write_recipient(page, 3)
        page.write_string(row, 2, say(words.lead), formats["wrapped"])
        page.set_row(row, height((say(words.lead), 84)))
        row += 2
        for step in words.steps:
            page.write_string(row, 1, say(step.head), formats["strong"])
            page.write_string(row, 2, say(step.text), formats["wrapped"])
            page.set_row(row, height((say(step.text), 84)))
            row += 1
        row = self._write_progress(page, row + 1)
        page.write_string(row + 1, 1, form.notice, formats["quiet_line"])
        if form.draft:
            page.write_string(row + 2, 1, form.draft, formats["quiet_line"])
        self._set_up(page, say(words.title))
        page.set_portrait()

    def _write_recipient(self, page: Any, row: int) -> int:
        """Write for whom the form is made out; give the next row."""
        form, words, formats = self._form, self._words, self._formats
        recipient, names = form.recipient, words.cover
        machine = {COVER_KEYS[0]: f"{FORM} {VERSION}", COVER_KEYS[-1]: form.language}
        for key, said in machine.items():
            page.set_row(row, None, None, {"hidden": True})
            page.write_string(row, 0, key)
            page.write_string(row, COVER_VALUE, said)
            row += 1
        lines: list[tuple[str, str, str]] = []
        if recipient is None:
            lines.append(("", say(names.made_for), say(words.for_nobody)))
        else:
            lines += [
                ("assess:organisation", say(names.made_for), recipient.organisation),
                ("", say(names.country), recipient.country),
                ("", say(names.interview), str(recipient.interview_date)),
                ("", say(names.expert), recipient.expert),
                ("assess:case", say(names.case), recipient.case),
            ]
        lines.append(("assess:catalogue", say(names.catalogue), form.catalogue))
        for key, head, text in lines:
            if key:
                page.write_string(row, 0, key)
            page.write_string(row, 1, head, formats["quiet"])
            is_name = key == "assess:organisation"
            page.write_string(row, 2, text, formats["strong" if is_name else "plain"])
            row += 1
        if recipient is not None and recipient.synthetic:
            page.write_string(row, 2, say(names.synthetic), formats["synthetic"])
            row += 1
        if form.given_from:
            text = f"{form.given_from} {say(words.check)}"
            page.write_string(row + 1, 2, text, formats["given_note"])
            page.set_row(row + 1, height((text, 84)))
            row += 2
        return row + 1

    def _write_progress(self, page: Any, row: int) -> int:
        """Write how far each sheet is, with a link to it; give the next row."""
        names, formats = self._words.cover, self._formats
        page.write_string(row, 1, say(names.area), formats["head"])
        page.write_string(row, 2, say(names.filled), formats["head"])
        for sheet in self._layout.sheets:
            row += 1
            lines = [form_row.line.key for form_row in sheet.rows if form_row.line is not None]
            keys = f"'{sheet.name}'!$A${FIRST_ROW + 1}:$A${sheet.last + 1}"
            letter = LETTERS[ANSWER]
            answers = f"'{sheet.name}'!${letter}${FIRST_ROW + 1}:${letter}${sheet.last + 1}"
            formula = f"=SUMPRODUCT((LEN({keys})>0)*(LEN({answers})>0))"
            count = sum(key in self._form.given for key in lines)
            counted = self._book.add_format(
                {
                    "num_format": _counted(say(names.filled_of_all), len(lines)),
                    "align": "left",
                    "font_color": self._colour.ink,
                }
            )
            page.write_url(
                row, 1, f"internal:'{sheet.name}'!{LETTERS[ANSWER]}{FIRST_ROW + 1}",
                formats["link"], f"{sheet.part.letter}  {sheet.part.short_title}",
            )  # fmt: skip
            page.write_formula(row, 2, formula, counted, count)
            page.conditional_format(
                row,
                2,
                row,
                2,
                {
                    "type": "data_bar",
                    "bar_solid": True,
                    "bar_color": "#D5E8EB",
                    "min_type": "num",
                    "min_value": 0,
                    "max_type": "num",
                    "max_value": len(lines),
                },
            )
        return row + 1

    def _write_definitions(self) -> None:
        formats, words = self._formats, self._words.definitions
        page = self._book.add_worksheet(sheet_name(say(words.title)))
        page.hide_gridlines(2)
        for column, room in enumerate((40, 84, 18, 4, 10, 34)):
            page.set_column(column, column, room)
        page.set_column(6, 6, 10, None, {"hidden": True})
        page.set_row(0, 30)
        page.write_string(0, 0, say(words.title), formats["title"])
        page.write_string(0, 6, DEFINITIONS_KEY)
        page.write_string(1, 0, say(words.lead), formats["quiet_line"])
        heads = (words.term, words.meaning, self._words.columns.unit, None, words.code, words.name)
        for column, head in enumerate(heads):
            if head is not None:
                page.write_string(3, column, say(head), formats["head"])
        page.write_string(2, 4, say(words.countries), formats["strong"])
        for row, term in enumerate(self._form.terms, start=4):
            page.write_string(row, 0, term.term, formats["strong_wrapped"])
            page.write_string(row, 1, term.meaning, formats["wrapped"])
            page.set_row(row, height((term.meaning, 84)))
            page.write_string(row, 2, term.unit, formats["unit"])
        for row, country in enumerate(self._form.countries, start=4):
            page.write_string(row, 4, country.code, formats["plain"])
            page.write_string(row, 5, country.label, formats["plain"])
        page.freeze_panes(4, 0)
        self._set_up(page, say(words.title))

    def _write_lists(self) -> None:
        page = self._book.add_worksheet(LISTS)
        for options, column in self._layout.lists.items():
            for row, option in enumerate(options):
                page.write_string(row, column, option.label)
        page.protect()
        page.hide()

    def _set_up(self, page: Any, head: str) -> None:
        """Protect a sheet, and lay it out for print."""
        page.protect("", {"format_columns": True, "format_rows": True})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        escaped = head.replace("&", "&&")
        page.set_header(f"&L&9{shortened(escaped, MAX_FOOT)}")
        notice = shortened(self._form.notice.replace("&", "&&"), MAX_FOOT)
        page.set_footer(f"&L&8{notice}&R&9&P / &N")
