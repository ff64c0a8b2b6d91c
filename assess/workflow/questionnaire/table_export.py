"""Tabulating: cases as tables, written, and read again before anything is said to be done."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.table import (
    CODE_HEADS,
    Cell,
    TableLayout,
    answer_heads,
    answer_rows,
    case_row,
    code_rows,
)
from assess.errors import AssessError
from assess.exchange.questionnaire import table_csv, table_workbook
from assess.exchange.questionnaire.table_workbook import ANSWERS, CASES, CODES, TablePage
from assess.files import write_whole
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk

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
    layout = TableLayout(desk.catalogue, FormSpeech(say))
    chosen = tuple(assessments)
    match target.suffix.lower():
        case ".csv":
            if rows == "both":
                raise AssessError(
                    gettext("{path} has room for one kind of row: cases or answers.", path=target)
                )
            return _write_csv(chosen, layout, target, rows, byte_order_mark=byte_order_mark)
        case ".json":
            return _write_json(chosen, layout, target, rows)
        case _:
            return _write_workbook(desk, chosen, layout, target, rows)


def _case_rows(chosen: Iterable[Assessment], layout: TableLayout) -> Iterator[dict[str, Cell]]:
    return (case_row(assessment, layout) for assessment in chosen)


def _answer_rows(chosen: Iterable[Assessment], layout: TableLayout) -> Iterator[dict[str, Cell]]:
    return (row for assessment in chosen for row in answer_rows(assessment, layout))


def _write_csv(
    chosen: Sequence[Assessment],
    layout: TableLayout,
    target: Path,
    rows: Rows,
    *,
    byte_order_mark: bool,
) -> Tabulated:
    is_cases = rows == "cases"
    heads = [column.name for column in layout.columns] if is_cases else answer_heads()
    table = list(_case_rows(chosen, layout) if is_cases else _answer_rows(chosen, layout))
    content = table_csv.write(heads, table, byte_order_mark=byte_order_mark)
    write_whole(target, content)
    there = list(table_csv.lines(target.read_bytes(), str(target)))
    wanted = [[table_csv.harmless(row.get(name)) for name in heads] for row in table]
    if there != [list(heads), *wanted]:
        raise AssessError(
            gettext("{path} does not hold what was written to it; do not use it.", path=target)
        )
    count = len(table)
    return Tabulated(target, count if is_cases else len(chosen), 0 if is_cases else count)


def _write_json(
    chosen: Sequence[Assessment], layout: TableLayout, target: Path, rows: Rows
) -> Tabulated:
    edition = layout.catalogue.edition
    cases = [_said(row) for row in _case_rows(chosen, layout)] if rows != "answers" else []
    answers = [_said(row) for row in _answer_rows(chosen, layout)] if rows != "cases" else []
    plain = {
        "format": "assess-tables",
        "version": 1,
        "catalogue": edition.id,
        "notice": say(edition.notice),
        "columns": [
            {"name": column.name, "label": column.label, "type": column.type, "unit": column.unit}
            for column in layout.columns
        ],
        **({"cases": cases} if rows != "answers" else {}),
        **({"answers": answers} if rows != "cases" else {}),
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    write_whole(target, text.encode("utf-8", "surrogatepass"))
    if json.loads(target.read_bytes()) != plain:
        raise AssessError(
            gettext("{path} does not hold what was written to it; do not use it.", path=target)
        )
    return Tabulated(target, len(chosen), len(answers))


def _said(row: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: cell for name, cell in row.items() if cell is not None}


def _write_workbook(
    desk: Desk, chosen: Sequence[Assessment], layout: TableLayout, target: Path, rows: Rows
) -> Tabulated:
    names = {"cases": (CASES,), "answers": (ANSWERS,), "both": (CASES, ANSWERS)}[rows]
    counted = dict.fromkeys((*names, CODES), 0)

    def counting(
        page: str, rows: Callable[[], Iterator[dict[str, Cell]]]
    ) -> Iterator[dict[str, Cell]]:
        for row in rows():
            counted[page] += 1
            yield row

    def codes() -> Iterator[dict[str, Cell]]:
        return (dict(zip(CODE_HEADS, row, strict=True)) for row in code_rows(layout))

    heads = [column.name for column in layout.columns]
    all_pages = (
        TablePage(CASES, heads, counting(CASES, lambda: _case_rows(chosen, layout))),
        TablePage(ANSWERS, answer_heads(), counting(ANSWERS, lambda: _answer_rows(chosen, layout))),
        TablePage(CODES, CODE_HEADS, counting(CODES, codes)),
    )
    pages = [page for page in all_pages if page.name in counted]
    edition = layout.catalogue.edition
    about = (
        say(edition.title),
        say(edition.notice),
        gettext("Written on {today}", today=desk.today),
    )
    content, cut = table_workbook.write(pages, about, at=desk.now)
    write_whole(target, content)
    _compare_rows(target, counted)
    remarks = (
        (
            ngettext(
                "{count} texts are longer than a cell takes, and end in … there",
                "{count} texts are longer than a cell takes, and end in … there",
                cut,
            ),
        )
        if cut
        else ()
    )
    return Tabulated(target, len(chosen), counted.get(ANSWERS, 0), remarks)


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
