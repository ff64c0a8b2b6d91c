"""Tabulating: cases as tables, written, and read again before anything is said to be done."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue, Edition
from assess.core.questionnaire.edition_layouts import EditionLayouts
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.table import (
    CODE_HEADS,
    Cell,
    TableLayout,
    answer_heads,
    answer_rows,
    case_row,
)
from assess.errors import AssessError
from assess.exchange.questionnaire import table_csv, table_workbook
from assess.exchange.questionnaire.table_workbook import ANSWERS, CASES, CODES, PLAN, TablePage
from assess.files import write_whole
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk
from assess.workflow.questionnaire.plan_rows import PLAN_HEADS, plan_rows

Rows = Literal["cases", "answers", "both"]

ENDINGS = (".xlsx", ".csv", ".json")
"""How a table may be called."""


class Tabulated(NamedTuple):
    """What was written: how many rows of each kind, and what of it did not fit."""

    path: Path
    cases: int
    answers: int
    remarks: tuple[str, ...] = ()


def every_case(desk: Desk) -> Iterator[Assessment]:
    """Give every case with its answers, the newest first."""
    for case in desk.store.cases.all():
        yield desk.store.assessment(case.id)


def export_tables(
    desk: Desk,
    assessments: Iterable[Assessment],
    target: Path,
    *,
    rows: Rows = "cases",
    byte_order_mark: bool = False,
) -> Tabulated:
    """Write cases as a table, in the form that the ending of the file says.

    A row is a case or an answer; a workbook and JSON can hold both. Raises AssessError where what
    was written reads otherwise.
    """
    chosen = tuple(assessments)
    catalogues = {assessment.case.id: desk.catalogue_of(assessment.case) for assessment in chosen}
    editions = sorted({*catalogues.values()} or {desk.newest}, key=lambda each: each.edition.id)
    layouts = EditionLayouts(reversed(editions), FormSpeech(say))
    tables = _Tables(chosen, catalogues, layouts)
    match target.suffix.lower():
        case ".csv":
            if rows == "both":
                raise AssessError(
                    gettext("{path} has room for one kind of row: cases or answers.", path=target)
                )
            return _write_csv(tables, target, rows, byte_order_mark=byte_order_mark)
        case ".json":
            return _write_json(tables, target, rows)
        case _:
            return _write_workbook(desk, tables, target, rows)


class _Tables(NamedTuple):
    """The cases that are written, each under its own edition of the catalogue."""

    chosen: tuple[Assessment, ...]
    catalogues: Mapping[str, Catalogue]
    layouts: EditionLayouts

    @property
    def heads(self) -> list[str]:
        """The names of the columns of the table of cases."""
        return [column.name for column in self.layouts.columns]

    @property
    def edition(self) -> Edition:
        """The edition of the catalogue, of several the newest."""
        return self.layouts.first.catalogue.edition

    def case_rows(self) -> Iterator[dict[str, Cell]]:
        """Give a row for each case."""
        return (case_row(assessment, self._of(assessment)) for assessment in self.chosen)

    def answer_rows(self) -> Iterator[dict[str, Cell]]:
        """Give a row for each answer."""
        return (
            row
            for assessment in self.chosen
            for row in answer_rows(assessment, self._of(assessment))
        )

    def _of(self, assessment: Assessment) -> TableLayout:
        return self.layouts.of(self.catalogues[assessment.case.id])


def _write_csv(
    tables: _Tables,
    target: Path,
    rows: Rows,
    *,
    byte_order_mark: bool,
) -> Tabulated:
    is_cases = rows == "cases"
    heads = tables.heads if is_cases else answer_heads()
    table = list(tables.case_rows() if is_cases else tables.answer_rows())
    content = table_csv.write(heads, table, byte_order_mark=byte_order_mark)
    write_whole(target, content, is_private=True)
    there = list(table_csv.lines(target.read_bytes(), str(target)))
    wanted = [[table_csv.harmless(row.get(name)) for name in heads] for row in table]
    if there != [list(heads), *wanted]:
        raise AssessError(
            gettext("{path} differs from what was written to it; do not use it.", path=target)
        )
    count = len(table)
    return Tabulated(target, count if is_cases else len(tables.chosen), 0 if is_cases else count)


def _write_json(tables: _Tables, target: Path, rows: Rows) -> Tabulated:
    edition = tables.edition
    cases = [_said(row) for row in tables.case_rows()] if rows != "answers" else []
    answers = [_said(row) for row in tables.answer_rows()] if rows != "cases" else []
    plain = {
        "format": "assess-tables",
        "version": 1,
        "catalogue": edition.id,
        "notice": say(edition.notice),
        "columns": [
            {"name": column.name, "label": column.label, "type": column.type, "unit": column.unit}
            for column in tables.layouts.columns
        ],
        **({"cases": cases} if rows != "answers" else {}),
        **({"answers": answers} if rows != "cases" else {}),
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    write_whole(target, text.encode("utf-8", "surrogatepass"), is_private=True)
    if json.loads(target.read_bytes()) != plain:
        raise AssessError(
            gettext("{path} differs from what was written to it; do not use it.", path=target)
        )
    return Tabulated(target, len(tables.chosen), len(answers))


def _said(row: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: cell for name, cell in row.items() if cell is not None}


def _write_workbook(desk: Desk, tables: _Tables, target: Path, rows: Rows) -> Tabulated:
    names = {"cases": (CASES, PLAN), "answers": (ANSWERS,), "both": (CASES, ANSWERS, PLAN)}[rows]
    counted = dict.fromkeys((*names, CODES), 0)

    def counting(
        page: str, rows: Callable[[], Iterator[dict[str, Cell]]]
    ) -> Iterator[dict[str, Cell]]:
        for row in rows():
            counted[page] += 1
            yield row

    def codes() -> Iterator[dict[str, Cell]]:
        return (dict(zip(CODE_HEADS, row, strict=True)) for row in tables.layouts.code_rows())

    all_pages = (
        TablePage(CASES, tables.heads, counting(CASES, tables.case_rows)),
        TablePage(ANSWERS, answer_heads(), counting(ANSWERS, tables.answer_rows)),
        TablePage(PLAN, PLAN_HEADS, counting(PLAN, lambda: plan_rows(desk, tables.chosen))),
        TablePage(CODES, CODE_HEADS, counting(CODES, codes)),
    )
    pages = [page for page in all_pages if page.name in counted]
    edition = tables.edition
    about = (
        say(edition.title),
        say(edition.notice),
        gettext("Written on {today}", today=desk.today),
    )
    content, cut = table_workbook.write(pages, about, at=desk.shown_now)
    write_whole(target, content, is_private=True)
    _compare_rows(target, counted)
    remarks = (
        (
            ngettext(
                "{count} text is too long for a cell; it ends in … there",
                "{count} texts are too long for a cell; they end in … there",
                cut,
            ),
        )
        if cut
        else ()
    )
    return Tabulated(target, len(tables.chosen), counted.get(ANSWERS, 0), remarks)


_ROW = re.compile(rb"<row ")


def _compare_rows(target: Path, counted: Mapping[str, int]) -> None:
    """See that each sheet on the disk has the rows that were given to it, below its heads."""
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        for number, (page, count) in enumerate(counted.items(), start=1):
            there, tail = 0, b""
            with archive.open(f"xl/worksheets/sheet{number}.xml") as sheet:
                while chunk := sheet.read(2**20):
                    there += len(_ROW.findall(tail + chunk))
                    tail = chunk[-4:]
            if there != count + 1:
                raise AssessError(
                    ngettext(
                        "{path} has {there} rows in {sheet} instead of {count}; do not use it.",
                        "{path} has {there} rows in {sheet} instead of {count}; do not use it.",
                        count,
                        path=target,
                        there=there - 1,
                        sheet=page,
                    )
                )
