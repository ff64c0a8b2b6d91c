"""Days and months as words: every door that takes one in understands it alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import openpyxl
import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.catalogue import load
from assess.cli.command.settings import DayType
from assess.core.case.reading.answer import read
from assess.core.case.reading.day import DayReading, read_day
from assess.core.case.reading.month import read_month
from assess.core.published_list.row import ListWords
from assess.core.published_list.row_reading import read_rows
from assess.core.questionnaire.table import DUE, STATUS
from assess.core.text.month_words import MonthName, MonthWords
from assess.errors import Refused
from assess.exchange.published_list.list_file import read_list
from assess.exchange.questionnaire.form_layout import ANSWER, COLUMN_NAMES, COVER_KEYS, KEY
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.locations import indicators_folder
from assess.store import Store
from assess.tui.case.case_form import form_faults, read_form, stated
from assess.tui.dialog.ask import WrongField
from assess.tui.label.deciding import typed_day
from assess.workflow import Desk, begin, import_files
from assess.workflow.case.proposing import proposals
from tests.notation import NOON, answered, case_of
from tests.workflow.test_returning import pdf_form

CATALOGUE = load(indicators_folder())
"""For properties: a failing example does not print it, as it would print an argument."""

TODAY = NOON.date()
LANGUAGES = (
    *("bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "de_AT", "el", "hu", "ga", "it"),
    *("lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv", "nb", "nn", "is", "sq", "sr"),
    *("sr_Latn", "mk", "bs", "uk", "tr", "ca", "gl", "lb"),
)
"""Those of the EU and of its neighbours."""

# The doors of days. Each gives the day, or why it is none.

Outcome = date | str


def at_a_form_of_the_interface(text: str) -> Outcome:
    """Dates of a label and of the register, as typed."""
    try:
        return typed_day({"on": text}, "on", TODAY)
    except WrongField as fault:
        return str(fault)


def at_the_command_line(text: str) -> Outcome:
    """Every option that is a day: `case new --interview-date`, `label award --on` ..."""
    try:
        return DayType().convert(text, None, None)
    except click.UsageError as fault:
        return fault.message


def in_a_published_list(text: str) -> Outcome:
    sheet = io.StringIO()
    heads = ("Name", "Portfolio", "Country", "Valid until")
    csv.writer(sheet, delimiter=";").writerows([heads, ("Alfa", "ICT", "NOR", text)])
    words = ListWords(CATALOGUE)
    rows = read_list(sheet.getvalue().encode(), "list.csv", words).rows
    listed, rejected = read_rows(
        rows, words, country=None, level="Bronze", order=None, needs_dates=True
    )
    until = listed[0].valid_until if listed else None
    return until or say(rejected[0].reason)


@contextmanager
def a_desk() -> Iterator[tuple[Desk, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(folder)
        numbers = iter(f"case{number:04d}" for number in range(1000))
        with Desk(
            newest=CATALOGUE,
            store=Store(path / "assess.db", now=NOON),
            clock=lambda: NOON,
            new_id=lambda: next(numbers),
        ) as desk:
            yield desk, path


def in_a_table(text: str, question: str | None = None) -> Outcome:
    """The day of the interview in a table of organisations, or by when an answer will follow."""
    row = {
        "organisation": "Alfa",
        "country": "NOR",
        "portfolio": "ICT",
        "mode": "video",
        "expert": "Ada",
        "interview_date": "2026-11-02" if question else text,
    }
    if question:
        row |= {f"{question}{STATUS}": "follow_up", f"{question}{DUE}": text}
    with a_desk() as (desk, folder):
        with (folder / "table.csv").open("w", encoding="utf-8", newline="") as sheet:
            csv.writer(sheet, delimiter=";").writerows([row.keys(), row.values()])
        try:
            (arrived,) = import_files(desk, [folder / "table.csv"])
        except Refused as refused:
            return "\n".join(refused.faults)
        (case,) = desk.store.cases.all()
        if question is None:
            return case.details.interview_date
        (proposal,) = proposals(desk, desk.store.assessment(case.id))[question]
        return proposal.follow_up_by or "\n".join(arrived.left)


def by_when_in_a_table(text: str) -> Outcome:
    return in_a_table(text, "founded")


def in_the_form_of_a_case(text: str) -> Outcome:
    case = case_of("Alfa")
    values = {**stated(case), "interview_date": text}
    with a_desk() as (desk, _):
        fault = form_faults(desk, values, case).get("interview_date")
        return fault or read_form(desk, values, case)[1].interview_date


DOORS: dict[str, Callable[[str], Outcome]] = {
    "a form of the interface": at_a_form_of_the_interface,
    "the command line": at_the_command_line,
    "a published list": in_a_published_list,
    "a table": in_a_table,
    "by when in a table": by_when_in_a_table,
    "the form of a case": in_the_form_of_a_case,
}

WITH_A_DATABASE = ("a table", "by when in a table", "the form of a case")

DAYS = {
    "2026-11-20": "2026-11-20",
    "2026/11/20": "2026-11-20",
    "2026. 11. 20.": "2026-11-20",
    "20261120": "2026-11-20",
    "2026-W47-5": "2026-11-20",
    "2026-11-20 00:00:00": "2026-11-20",
    "20.11.2026": "2026-11-20",
    "20. 11. 2026.": "2026-11-20",
    "20/11/2026": "2026-11-20",
    "11/20/2026": "2026-11-20",
    "20-Nov-2026": "2026-11-20",
    "20. November 2026": "2026-11-20",
    "20th of November, 2026": "2026-11-20",
    "Nov. 20th, 2026": "2026-11-20",
    "20.XI.2026": "2026-11-20",
    "1er août 2026": "2026-08-01",
    "1.º de março de 2026": "2026-03-01",
    "31 d’agost del 2026": "2026-08-31",
    "2026. március 31.": "2026-03-31",
    "2026 m. lapkričio 2 d.": "2026-11-02",
    "2026. gada 31. marts": "2026-03-31",
    "31 stycznia 2026 r.": "2026-01-31",
    "31. Ma\u0308rz\u00a02026": "2026-03-31",
    "\u200e20.\u200b11.2026": "2026-11-20",
    "2 Febuary 2026": "2026-02-02",
    "2 Octob 2026": "2026-10-02",
    "marraskuun 2 2026": "2026-11-02",
    "03/03/2026": "2026-03-03",
    "03/04/2026": "03/04/2026 can be 3 April 2026 or 4 March 2026",
    "3-4-2026": "3-4-2026 can be 3 April 2026 or 4 March 2026",
    "30 listopada 2026": "listopada can be October (Croatian) or November",
    "5 lip 2026": "lip can be June (Croatian) or July (Polish)",
    "srp 5, 2026": "srp can be July (Croatian) or August (Czech)",
    "20.11.26": "two digits",
    "20 Nov '26": "two digits",
    "31.11.2026": "there is no",
    "2026-13-01": "there is no",
    "13/14/2026": "there is no",
    "00/05/2026": "there is no",
    "20.11.1826": "is not in the years 1900 to 2199",
    "20 Movember 2026": "is not a day",
    "soon": "is not a day",
    "2026": "is not a day",
}


IN_TABLES = ("a table", "by when in a table", "a published list")


@pytest.mark.parametrize("door", DOORS)
def test_the_number_of_a_day_in_spreadsheets_is_a_day_in_tables_alone(door: str) -> None:
    wanted = "2026-11-20" if door in IN_TABLES else "is not a day"
    assert wanted in str(DOORS[door]("46346"))


def at_doors(texts: dict[str, str], doors: Iterable[str], slow: tuple[str, ...]) -> list[Any]:
    """Give each text at each door; at those that take long, one text of five is quick."""
    return [
        pytest.param(text, door, marks=pytest.mark.slow if door in slow and number % 5 else ())
        for number, text in enumerate(texts)
        for door in doors
    ]


@pytest.mark.parametrize(("text", "door"), at_doors(DAYS, DOORS, WITH_A_DATABASE))
def test_a_day_is_the_same_at_every_door(text: str, door: str) -> None:
    assert DAYS[text] in str(DOORS[door](text))


@pytest.mark.parametrize("door", ["a form of the interface", "the command line"])
def test_where_a_person_types_today_is_a_day(door: str) -> None:
    for word in (" Today ", "heute", "aujourd’hui", "hoy", "Oggi", "dziś", "i dag"):
        assert isinstance(DOORS[door](word), date), word
    assert read_day("today", MONTH_WORDS).day is None


written_days = st.builds(
    lambda day, language, width: format_date(day, width, locale=language),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["medium", "long"]),
)
anything_like_a_day = st.builds(
    lambda parts, mark, end: mark.join(parts) + end,
    st.permutations(["31", "3", "2026"])
    | st.permutations(["4", "11", "2027"])
    | st.tuples(st.integers(0, 40), st.sampled_from(["I", "XII", "lis", "maj", "July", "dub", "x"]))
    .map(lambda said: [str(said[0]), said[1], "2026"])
    .flatmap(st.permutations),
    st.sampled_from([" ", ".", "/", "-", ". ", " de ", ", "]),
    st.sampled_from(["", ".", " r.", " 00:00", " г."]),
)


@settings(max_examples=15)
@given(text=written_days | anything_like_a_day)
def test_all_doors_decide_alike_on_any_day(text: str) -> None:
    reading = read_day(text, MONTH_WORDS)
    for name, door in DOORS.items():
        found = door(text)
        if reading.day is not None:
            assert found == reading.day, name
        elif not is_month_of_a_list(name, text):
            assert isinstance(found, str), name
            assert reading.fault is not None
            assert reading.fault.is_ambiguous == (" can be " in found), name


def is_month_of_a_list(door: str, text: str) -> bool:
    return (
        door == "a published list"
        and read_day(text, MONTH_WORDS, whole_month="last").is_whole_month
    )


@given(
    day=st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    width=st.sampled_from(["medium", "long"]),
)
def test_a_day_is_read_back_as_each_language_writes_it(
    day: date, language: str, width: str
) -> None:
    found = read_day(format_date(day, width, locale=language), MONTH_WORDS)
    assert found.day == day or is_ambiguous(found)


def is_ambiguous(reading: DayReading) -> bool:
    return reading.fault is not None and reading.fault.is_ambiguous


# The doors of months


def in_the_interview(text: str) -> str:
    found = read(CATALOGUE.questions["founded"], text, answered(), CATALOGUE)
    return say(found.fault) if found.fault else str(found.value)


def imported(content: bytes, ending: str) -> str:
    """What a file proposes for the question, and what is said of it."""
    with a_desk() as (desk, folder):
        pattern = case_of("Alfa")
        begin(desk, pattern.organisation, pattern.details)
        path = folder / f"file.{ending}"
        path.write_bytes(content)
        (arrived,) = import_files(desk, [path])
        (case,) = desk.store.cases.all()
        found = proposals(desk, desk.store.assessment(case.id)).get("founded", ())
        value = found[0].value if found else None
        return str(value) if value is not None else "\n".join(arrived.left)


def in_a_column_of_a_table(text: str) -> str:
    sheet = io.StringIO()
    rows = [("organisation", "country", "founded"), ("Alfa", "NOR", text)]
    csv.writer(sheet, delimiter=";").writerows(rows)
    return imported(sheet.getvalue().encode(), "csv")


def in_a_returned_workbook(said: str | date) -> str:
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.append([COVER_KEYS[2], "", "case0000"])
    page = book.create_sheet("Questions")
    for column, name in COLUMN_NAMES.items():
        page.cell(1, column + 1, name)
    page.cell(2, KEY + 1, "founded")
    page.cell(2, ANSWER + 1, said)
    content = io.BytesIO()
    book.save(content)
    return imported(content.getvalue(), "xlsx")


def in_a_returned_pdf(text: str) -> str:
    return imported(pdf_form(assess__case="case0000", founded=text), "pdf")


MONTH_DOORS: dict[str, Callable[[str], str]] = {
    "the interview": in_the_interview,
    "a table": in_a_column_of_a_table,
    "a returned workbook": in_a_returned_workbook,
    "a returned PDF": in_a_returned_pdf,
}

WITH_A_FILE = ("a table", "a returned workbook", "a returned PDF")

MONTHS = {
    "2009-05": "2009-05",
    "2009 5": "2009-05",
    "2009.05.": "2009-05",
    "5/2009": "2009-05",
    "05.2009": "2009-05",
    "5. 2009.": "2009-05",
    "May 2009": "2009-05",
    "Mai 2009": "2009-05",
    "mai 2009": "2009-05",
    "May, 2009": "2009-05",
    "mayo de 2009": "2009-05",
    "de maig del 2009": "2009-05",
    "2009 maj": "2009-05",
    "maj 2009 r.": "2009-05",
    "2009 m. gegužė": "2009-05",
    "2009. gada maijs": "2009-05",
    "Μάιος 2009": "2009-05",
    "V 2009": "2009-05",
    "Jänner 2009": "2009-01",
    "Meán Fómhair 2009": "2009-09",
    "Febuary 2009": "2009-02",
    "2009-05-01": "2009-05",
    "17. Mai 2009": "2009-05",
    "2009": "2009",
    "2009 r.": "2009",
    "1850": "1850",
    "03/04/2009": "03/04/2009 can be April 2009 or March 2009",
    "lip 2009": "lip can be June (Croatian) or July (Polish)",
    "2009 listopad": "listopad can be October (Croatian) or November",
    "5/09": "is not a month",
    "Mai 09": "is not a month",
    "13/2009": "is not a month",
    "31.11.2009": "is not a month",
    "May": "is not a month",
    "0000": "is not a month",
    "20O9": "is not a month",
    "Market 2009": "is not a month",
}


@pytest.mark.parametrize(("text", "door"), at_doors(MONTHS, MONTH_DOORS, WITH_A_FILE))
def test_a_month_is_the_same_at_every_door(text: str, door: str) -> None:
    right, said = MONTHS[text], MONTH_DOORS[door](text)
    if right.startswith("is not") or " can be " in right:
        assert right in said
    else:
        assert said == right


def test_a_day_that_a_spreadsheet_made_of_a_month_is_that_month() -> None:
    assert in_a_returned_workbook(date(2009, 5, 1)) == "2009-05"


@pytest.mark.slow
@settings(max_examples=15)
@given(
    day=st.dates(date(1900, 1, 1), date(2026, 10, 1)),
    language=st.sampled_from(LANGUAGES),
    skeleton=st.sampled_from(["yMMMM", "yMMM", "yM"]),
)
def test_all_doors_decide_alike_on_any_month(day: date, language: str, skeleton: str) -> None:
    text = format_skeleton(skeleton, day, locale=language)
    month = read_month(text, MONTH_WORDS).month
    assert month == f"{day:%Y-%m}" or " can be " in say(read_month(text, MONTH_WORDS).fault or "")
    for name, door in MONTH_DOORS.items():
        assert (door(text) == month) == (month is not None), name
    listed = in_a_published_list(text)
    assert month is None or f"{listed}".startswith(month)


def test_a_month_is_said_back_in_words() -> None:
    assert say(read_month("2009 maj", MONTH_WORDS).echo) == "May 2009"
    assert read_month("2009", MONTH_WORDS).echo == "2009"


def test_words_of_another_table_are_understood_instead() -> None:
    names = (MonthName("Plough", 3, "Old English"), MonthName("plough", 4, "Older English"))
    words = MonthWords(source=lambda: names)
    fault = say(read_day("3 Plough 2026", words).beside)
    assert "Plough can be March (Old English) or April (Older English)" in fault
    assert read_month("May 2026", words).month is None
