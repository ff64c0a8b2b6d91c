"""Tables of organisations as others make them: heads, titles, sums, encodings, merged cells."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from assess.core.catalogue.question import SelectOneQuestion
from assess.errors import Refused
from assess.languages import speaking
from assess.languages.language import ENGLISH, PSEUDO, available
from assess.languages.message import say
from assess.workflow import Desk, import_files

ROW = {
    "cs": "Český klastr;Česko;ICT;20. 11. 2026;osobně;Ann",
    "de": "Mühle;Deutschland;ICT;20. November 2026;vor Ort;Ann",
    "el": "Συστάδα;Ελλάδα;ICT;20/11/2026;βίντεο;Ann",
    "pl": "Łódź;Polska;ICT;20.11.2026;zdalnie;Ann",
    "fr": "Pôle;Autriche;ICT;20/11/2026;en ligne;Ann",
    "bg": "Клъстер;България;ICT;20.11.2026 г.;онлайн;Ann",
    "es": "Agrupación;Países Bajos;ICT;20 de noviembre de 2026;presencial;Ann",
}
HEADS = {
    "cs": "Název klastru;Země;Obor;Datum rozhovoru;Způsob;Expert",
    "de": "Organisation;Land;Branche;Interview am;Art;Expertin",
    "el": "Όνομα;Χώρα;Τομέας;Ημερομηνία;Τρόπος;Ειδικός",
    "pl": "NAZWA  KLASTRA;kraj;Branża;Data wywiadu;Tryb;Ekspert",
    "fr": "Nom du cluster;Pays;Filière;Date de l’entretien;Mode;Expert",
    "bg": "Име;Държава;Сектор;Дата;Начин;Експерт",
    "es": "Nombre;País;Sector;Fecha;Modalidad;Experto",
}
CODES = {"cs": "CZE", "de": "DEU", "el": "GRC", "pl": "POL", "fr": "AUT", "bg": "BGR", "es": "NLD"}
WRITTEN = {
    "cs": "cp1250",
    "de": "cp1252",
    "el": "cp1253",
    "pl": "iso8859-2",
    "fr": "cp1252",
    "bg": "cp1251",
    "es": "utf-16",
}


@pytest.mark.parametrize("language", HEADS)
def test_a_table_is_read_in_the_languages_of_europe(
    language: str, desk: Desk, tmp_path: Path
) -> None:
    text = (
        f"sep=;\nList 2026;;;;;\n;;;;;\n{HEADS[language]};Phone\n{ROW[language]};12\n"
        f"{HEADS[language]};Phone\n{ROW[language]};12\nTotal (1);;;;;;\nSource: own list;;;;;;\n"
    )
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(WRITTEN[language], "replace"))
    (arrived,) = import_files(desk, [path])
    (case,) = desk.store.cases.all()
    assert case.organisation.name == ROW[language].split(";")[0]
    assert case.organisation.country == CODES[language]
    assert str(case.details.interview_date) == "2026-11-20"
    said = "\n".join(arrived.left)
    for part in (
        "the column Phone was not read",
        "this text above the heads was not read: List 2026",
        "it repeats the heads",
        "read once",
        "a sum, not read: Total (1)",
        "left out, because it is not a row: Source",
    ):
        assert part in said


@pytest.mark.parametrize(
    "again", ["Su\u0308dwind Cluster", "SÜDWIND  cluster", "Südwind\u200b Cluster"]
)
def test_a_row_that_is_written_otherwise_a_second_time_is_read_once(
    again: str, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "name,country,portfolio,date,mode,expert,budget_total\n"
        "Südwind Cluster,Germany,ICT,2026-11-21,video,Ann,350000\n"
        f"{again},Germany,ICT,2026-11-21,VIDEO,Ann,350000\n",
        encoding="utf-8",
    )
    (arrived,) = import_files(desk, [path])
    assert [case.organisation.name for case in desk.store.cases.all()] == ["Südwind Cluster"]
    assert "row 3: the same as row 2, and read once" in arrived.left


def test_a_merged_country_counts_for_each_of_its_rows(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Members", *[None] * 5),
        ("cluster", "country", "portfolio", "date", "mode", "expert"),
        ("Nord", "Germany", "ICT", 46346, "Video", "Ann"),
        ("Süd", None, "ICT", "2026-11-21", "VIDEO", "Ann"),
        ("süd ", "germany", "ICT", "2026-11-21", "video", "Ann"),
        ("Summe", None, None, None, None, 2),
    ):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    content = io.BytesIO()
    book.save(content)
    (tmp_path / "t.xlsx").write_bytes(content.getvalue())
    import_files(desk, [tmp_path / "t.xlsx"])
    found = {case.organisation.name: case for case in desk.store.cases.all()}
    assert {case.organisation.country for case in found.values()} == {"DEU"}
    assert str(found["Nord"].details.interview_date) == "2026-11-20"
    assert set(found) == {"Nord", "Süd"}


def test_a_table_of_a_web_page_begins_cases(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(
        "<meta charset=utf-8><table><tr><td>menu</table><table>"
        "<tr><th>Nazwa</th><th>Kraj</th><th>Branża</th><th>Data</th><th>Tryb</th><th>Ekspert</th>"
        "<tr><td>Łódź<sup>[1]</sup><td>Polska<td>ICT<td>2026-11-20<td>video<td>Ann</table>",
        encoding="utf-8",
    )
    import_files(desk, [tmp_path / "p.html"])
    (case,) = desk.store.cases.all()
    assert case.organisation.name == "Łódź"


def test_a_name_with_a_letter_that_cannot_be_read_is_refused(desk: Desk, tmp_path: Path) -> None:
    lines = ["name;country;field;date;mode;expert", *(["Ł{n};POL;ICT;2026-11-20;video;Ann"] * 1)]
    text = "\n".join([*lines, "Źródło;POL;ICT;2026-11-20;video;Ann", ""]).encode()
    (tmp_path / "t.csv").write_bytes(text + b"Caf\xe9;POL;ICT;2026-11-20;video;Ann\n")
    with pytest.raises(Refused, match=r"row 4, organisation: .* has a letter that cannot be read"):
        import_files(desk, [tmp_path / "t.csv"])
    assert not desk.store.cases.all()


ASKED = ("staff_fte", "founded", "legal_form")


@pytest.mark.parametrize(
    "language", [code for code in available() if code not in {ENGLISH, PSEUDO}]
)
def test_questions_are_known_by_their_titles_and_choices_in_each_language_of_the_forms(
    language: str, desk: Desk, tmp_path: Path
) -> None:
    questions = desk.newest.questions
    legal_form = questions["legal_form"]
    assert isinstance(legal_form, SelectOneQuestion)
    with speaking(language):
        heads = ";".join(say(questions[name].title) for name in ASKED)
        chosen = next(say(each.label) for each in legal_form.choices if each.name == "association")
    path = tmp_path / "members.csv"
    path.write_text(
        f"Name;Land;Portfolio;Interview am;Art;Expert;{heads}\n"
        f"Mühle;Deutschland;ICT;20.11.2026;Video;Ann;2,4;2011-05;{chosen}\n",
        encoding="utf-8",
    )
    (arrived,) = import_files(desk, [path])
    assert not [text for text in arrived.left if "not read" in text]
    (case,) = desk.store.cases.all()
    proposed = {each.question: each.value for each in desk.store.proposals.undecided(case.id)}
    assert proposed == {"staff_fte": 2.4, "founded": "2011-05", "legal_form": "association"}
