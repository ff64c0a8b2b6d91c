"""Tables: what goes out comes back as it was; organisations of a list become cases."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.returned_form import read_form
from assess.core.questionnaire.table import (
    Cell,
    FoundCase,
    TableLayout,
    answer_rows,
    case_row,
    code_rows,
)
from assess.core.questionnaire.table_plan import TableWords, answers_of, blank, stated_of
from assess.core.questionnaire.table_reading import read_heads, read_row
from assess.errors import Refused
from assess.exchange.questionnaire import table_csv, table_workbook
from assess.exchange.questionnaire.table_workbook import CASES, TablePage
from assess.languages.message import say
from assess.workflow import Desk, answer, import_files, remark
from assess.workflow.case.evidence import add_link
from assess.workflow.case.proposing import proposals
from assess.workflow.questionnaire.table_export import every_case, export_tables
from tests.cases import full_case
from tests.notation import NEWEST, NOON
from tests.random_cases import TEXTS, cases

Through = Callable[[list[str], list[dict[str, Cell]]], Iterator[Mapping[int, FoundCase]]]


def through_csv(heads: list[str], rows: list[dict[str, Cell]]) -> Iterator[Mapping[int, FoundCase]]:
    return iter(table_csv.read(table_csv.write(heads, rows), "table.csv").tables[0].rows)


def through_csv_of_excel(
    heads: list[str], rows: list[dict[str, Cell]]
) -> Iterator[Mapping[int, FoundCase]]:
    """Go through CSV as Excel saves it on the continent: semicolons, and the mark."""
    cells = csv.reader(io.StringIO(table_csv.write(heads, rows).decode(), newline=""))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(cells)
    return iter(table_csv.read(text.getvalue().encode("utf-8-sig"), "table.csv").tables[0].rows)


def through_workbook(
    heads: list[str], rows: list[dict[str, Cell]]
) -> Iterator[Mapping[int, FoundCase]]:
    content, cut = table_workbook.write([TablePage(CASES, heads, rows)], ("-",), at=NOON)
    assert not cut
    return iter(table_workbook.read(content, "table.xlsx").tables[0].rows)


def reread(
    rows: Iterator[Mapping[int, FoundCase]], layout: TableLayout, catalogue: Catalogue
) -> list[Assessment]:
    heads = read_heads(next(rows), layout)
    assert not heads.unknown
    assert not heads.twice
    found = []
    for cells in rows:
        row = read_row(cells, heads)
        stated = stated_of(row.about, catalogue, TableWords(catalogue), is_whole=True)
        case = blank(stated, row.about["case"], catalogue, NOON)
        read = read_form(row.returned, case, catalogue, "a table", layout.speech, layout.items)
        assert not [one for one in read.remarks if "saved as a note" in say(one)]
        found.append(case.with_answers(answers_of(read.proposals, "Ada Expert", NOON)))
    return found


@pytest.fixture(scope="session")
def layout(catalogue: Catalogue) -> TableLayout:
    return TableLayout(catalogue, FormSpeech(say))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("through", "examples"),
    [(through_csv, 60), (through_csv_of_excel, 15), (through_workbook, 15)],
    ids=["csv", "csv of Excel", "workbook"],
)
def test_cases_come_back_from_a_table_as_they_were(
    through: Through, examples: int, layout: TableLayout, catalogue: Catalogue
) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(several=st.lists(cases(catalogue), min_size=1, max_size=3))
    def come_back(several: list[Assessment]) -> None:
        heads = [column.name for column in layout.columns]
        rows = [case_row(one, layout) for one in several]
        again = [case_row(one, layout) for one in reread(through(heads, rows), layout, catalogue)]
        assert len(again) == len(rows)
        for one, other in zip(rows, again, strict=True):
            changed = {name for name in {*one, *other} if one.get(name) != other.get(name)}
            assert {name: (one.get(name), other.get(name)) for name in changed} == {}

    come_back()


@given(text=TEXTS | st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_a_text_that_could_be_a_formula_is_made_harmless_and_comes_back(text: str) -> None:
    written = table_csv.harmless(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert table_csv.as_was(written) == text


def test_a_text_stays_a_text_in_the_workbook() -> None:
    rows: list[dict[str, Cell]] = [{"a": "=1+1", "b": "http://x.example"}]
    content, _ = table_workbook.write([TablePage(CASES, ["a", "b"], rows)], ("-",), at=NOON)
    page = openpyxl.load_workbook(io.BytesIO(content))[CASES]
    assert [cell.data_type for cell in page[2]] == ["s", "s"]
    assert page["B2"].hyperlink is None


def test_a_table_that_no_sheet_takes_is_refused_and_nothing_of_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_workbook, "MAX_ROWS", 2)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    rows: list[dict[str, Cell]] = [{"a": "x"}] * 3
    with pytest.raises(Refused, match="A sheet has room for 2 rows; export to CSV instead"):
        table_workbook.write([TablePage(CASES, ["a"], rows)], ("-",), at=NOON)
    assert list(tmp_path.iterdir()) == []


def test_each_answer_is_a_row_with_its_label_and_its_status(
    layout: TableLayout, catalogue: Catalogue
) -> None:
    rows = list(answer_rows(full_case(catalogue), layout))
    by_place = {(row["question"], row.get("part")): row for row in rows}
    form = by_place["legal_form", None]
    assert (form["value"], form["label"], form["mode"]) == ("association", "Association", "video")
    assert form["catalogue"] == NEWEST
    assert by_place["planning", "strategy_document"]["label"] == (
        "3 – Used: in writing, and a report or minute of the last twelve months shows its use"
    )
    assert by_place["financing", "public_eu"]["unit"] == "%"
    assert by_place["contacts_total", None]["status"] == "dont_know"
    assert "value" not in by_place["contacts_total", None]
    assert by_place["reach", "global"]["value"] == 0
    assert by_place["international_countries", None]["label"] == "Sweden, United Kingdom, Portugal"


def test_the_code_book_explains_every_column_and_code(layout: TableLayout) -> None:
    rows = list(code_rows(layout))
    named = {row[0] for row in rows}
    assert {column.name for column in layout.columns} <= named
    assert {row[4] for row in rows if row[2] == "status" and row[4]} == {
        one.value for one in Status
    }
    assert ("legal_form", "", "", "", "association", "Association") in rows


@pytest.fixture
def filled(desk: Desk, catalogue: Catalogue) -> Assessment:
    """A case with an answer to every question, in the database."""
    whole = full_case(catalogue)
    desk.store.add_carried(whole, earlier=(), drafts={}, verdicts=(), edits=(), entries=(), at=NOON)
    return desk.store.assessment(whole.case.id)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_table_of_cases_goes_round_through_the_database(
    ending: str, desk: Desk, filled: Assessment, tmp_path: Path, elsewhere: Desk
) -> None:
    first, second = tmp_path / f"one{ending}", tmp_path / f"two{ending}"
    done = export_tables(desk, every_case(desk), first)
    assert done.cases == 1
    (arrived,) = import_files(elsewhere, [first])
    assert arrived.came[0] == "1 row: 1 brings a complete case"
    export_tables(elsewhere, every_case(elsewhere), second)
    if ending == ".csv":
        assert first.read_bytes() == second.read_bytes()
    taken = elsewhere.store.assessment(filled.case.id)
    assert {name: one.value for name, one in taken.answers.items()} == {
        name: one.value for name, one in filled.answers.items()
    }


def test_json_has_every_case_flat(desk: Desk, filled: Assessment, tmp_path: Path) -> None:
    export_tables(desk, every_case(desk), tmp_path / "all.json", rows="both")
    plain = json.loads((tmp_path / "all.json").read_bytes())
    (case,) = plain["cases"]
    assert case["organisation"] == filled.case.organisation.name
    assert case["financing.public_eu"] == 18
    assert len(plain["answers"]) > 100
    assert {column["name"] for column in plain["columns"]} >= set(case)


def test_the_mark_for_old_versions_of_excel_is_put_when_wanted(
    desk: Desk, filled: Assessment, tmp_path: Path
) -> None:
    path = tmp_path / "cases.csv"
    export_tables(desk, [filled], path, byte_order_mark=True, rows="answers")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfcase,organisation")


def test_a_row_of_an_answer_says_what_backs_it_and_what_is_left_to_do(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    case = remark(
        desk, case, "founded", note="Ask the lawyer", for_report=True, flag=True
    ).assessment
    case = answer(
        desk, case, "founded", status=Status.FOLLOW_UP, follow_up_by=date(2026, 12, 1)
    ).assessment
    case = add_link(
        desk, case, "founded", "https://register.example/42", title="The register"
    ).assessment
    export_tables(desk, [case], tmp_path / "answers.csv", rows="answers")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "answers.csv").read_text(encoding="utf-8")))
    assert (row["question"], row["status"]) == ("founded", "follow_up")
    assert (row["note"], row["flag"]) == ("Ask the lawyer", "1")
    assert row["follow_up_by"] == "2026-12-01"
    assert row["evidence"] == "The register: https://register.example/42"


LIST = """Name;Country;URL;Committed participants;Legal form;Members
Alpine Timber Cluster;Austria;https://timber.example;48;Association;50
Baltic Food Cluster;LTU;;about 30;;
Fjord Energy Cluster;NO;;61;;
"""

DEFAULTS = {
    "portfolio": "Energy and environment",
    "interview_date": "2026-12-01",
    "expert": "Ada Expert",
    "mode": "video",
}


def saved(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_list_of_organisations_begins_cases_and_proposes(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    assert case.case.id == "case0001"
    path = saved(tmp_path, LIST, encoding="cp1252")
    (arrived,) = import_files(desk, [path], defaults=DEFAULTS)
    assert arrived.came == (
        "3 rows: 2 begin a case, 1 proposes answers for an existing case",
        "row 2: Alpine Timber Cluster (AUT) begins as case0002, 2 proposed answers",
        "row 3: Baltic Food Cluster (LTU) begins as case0003, 1 proposed answer",
        "row 4: Fjord Energy Cluster (NOR) is case0001, 1 proposed answer",
        "the file was read as UTF-8",
    )
    assert arrived.left[0] == "the column Members was not read"
    assert any("row 3, Committed participants" in one for one in arrived.left)
    begun = desk.store.assessment("case0002")
    assert begun.case.organisation.website == "https://timber.example"
    waiting = proposals(desk, begun)
    assert waiting["legal_form"][0].value == "association"
    assert waiting["committed_total"][0].source == "the table list.csv"
    assert not begun.answers
    again = import_files(desk, [path], defaults=DEFAULTS)[0]
    assert again.came[0] == "3 rows: 3 propose answers for existing cases"
    assert all(line.endswith(" 0 proposed answers") for line in again.came[1:-1])


FAULTS = [
    ("name,country\nA,Nowhere\n", "row 2, country: 'Nowhere' is not one country"),
    (
        "name,country\n,NOR\n",
        "row 2, organisation: this row has no value",
    ),
    ("name,country,mode\nA,NOR,letter\n", "row 2, mode: 'letter' is neither onsite nor video"),
    ("name,country,date\nA,NOR,12/2026\n", "row 2, interview_date: '12/2026' is not a day"),
    ("name,country,field\nA,NOR,Cheese\n", "row 2, portfolio: 'Cheese' is not one of"),
    ("name,country,web\nA,NOR,javascript:x\n", "row 2, website: 'javascript:x' is not the"),
    ("name,country\nA,NOR\nA,NO\n", "row 3, organisation: A is already in row 2"),
    ("id,name,country\ncase0001,B,NOR\n", "case: case0001 belongs to Fjord Energy Cluster"),
    ("name,country,catalogue\nA,NOR,1999.1\n", "catalogue: the case was made with '1999.1'"),
    ("what,why\n1,2\n", "none of the first rows has a column “organisation”"),
    ("name,country\n", "has no row below its head"),
    ('name,country\n"A,NOR\n', "is not valid CSV (line 2: unexpected end of data)"),
    ("name,country\nA\x00,NOR\n", "is not a text, a spreadsheet or a web page"),
]


@pytest.mark.parametrize(("text", "sentence"), FAULTS, ids=lambda one: one[:30])
def test_a_table_with_a_fault_is_refused_whole(
    text: str, sentence: str, desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        import_files(desk, [saved(tmp_path, text)], defaults=DEFAULTS)
    assert sentence in str(refused.value)
    assert [one.id for one in desk.store.cases.all()] == [case.case.id]


def test_rows_need_what_nobody_stated_which_is_said_once(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="has 12 faults") as refused:
        import_files(desk, [saved(tmp_path, "name,country\nA,NOR\nB,NOR\nC,NOR\n")])
    assert [fault.partition(" this row")[0] for fault in refused.value.faults] == [
        "row 2 and 2 more rows, portfolio:",
        "row 2 and 2 more rows, interview_date:",
        "row 2 and 2 more rows, expert:",
        "row 2 and 2 more rows, mode:",
    ]


def test_an_exported_case_keeps_the_moment_it_began(
    desk: Desk, filled: Assessment, tmp_path: Path, elsewhere: Desk
) -> None:
    export_tables(desk, [filled], tmp_path / "case.csv")
    import_files(elsewhere, [tmp_path / "case.csv"])
    there = elsewhere.store.cases.get(filled.case.id)
    assert there.organisation == filled.case.organisation
    assert there.synthetic
    assert there.created_at == datetime(2026, 3, 12, 15, 30, tzinfo=UTC)
