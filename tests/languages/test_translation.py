"""Translations: found by context, kept through changes of the source, and in CLDR's formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assess.core.text.value import PATH, Wording
from assess.languages.language import Language
from assess.languages.translation import look_up
from assess.languages.translation.extraction import (
    SourceText,
    texts_of_catalogue,
    texts_of_code,
    texts_of_templates,
)
from assess.languages.translation.look_up import compiled_from, languages_in, translations
from assess.languages.translation.po_file import read_catalog, updated, written
from assess.languages.translation.wording_paths import placed
from assess.locations import indicators_folder, templates_folder
from tests.sentences import PACKAGE

TEXTS = (
    SourceText("Yes", context="first.yes", place="a.toml"),
    SourceText("Yes", context="second.yes", place="b.toml"),
    SourceText("{count} case", "{count} cases", place="c.py"),
    SourceText("The file is damaged.", place="c.py"),
)


def _put(path: Path, texts: tuple[SourceText, ...], said: dict[str | None, object]) -> None:
    """Write a PO file with translations by their contexts, or by their English."""
    catalog = updated(read_catalog(path, path.stem), texts)
    for entry in catalog:
        if entry.id:
            first = entry.id if isinstance(entry.id, str) else entry.id[0]
            entry.string = said.get(entry.context or first, entry.string)
    path.write_bytes(written(catalog))


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A PO file whose two `Yes` are said differently."""
    path = tmp_path / "de.po"
    said: dict[str | None, object] = {
        "first.yes": "Ja",
        "second.yes": "Doch",
        "{count} case": ("{count} Fall", "{count} Fälle"),
        "The file is damaged.": "Die Datei ist beschädigt.",
    }
    _put(path, TEXTS, said)
    return path


def test_the_same_english_is_said_by_its_context(german: Path) -> None:
    found = translations(german.parent, "de")
    assert found.pgettext("first.yes", "Yes") == "Ja"
    assert found.pgettext("second.yes", "Yes") == "Doch"
    assert found.pgettext("third.yes", "Yes") == "Yes"
    assert found.ngettext("{count} case", "{count} cases", 2) == "{count} Fälle"
    assert languages_in(german.parent) == ("de",)


def test_a_wording_is_said_by_its_path(german: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = german.parent / look_up.FOLDER
    folder.mkdir()
    german.rename(folder / "de.po")
    read = placed({"id": "first", "yes": {"en": "Yes"}, "question": []}, "a")
    assert read["yes"][PATH] == "first.yes"
    wording = Wording.model_validate(read["yes"])
    monkeypatch.setattr(look_up, "_of_catalogues", [folder])
    assert look_up.catalogue_text("de", wording.path, wording.english) == "Ja"
    assert wording == Wording.model_validate(read["yes"])
    assert wording.model_dump() == {"en": "Yes"}


def test_a_changed_text_keeps_its_translation_as_fuzzy_and_shows_english(german: Path) -> None:
    changed = (
        SourceText("Yes, we do", context="first.yes"),
        *TEXTS[1:3],
        SourceText("The file is badly damaged."),
    )
    german.write_bytes(written(updated(read_catalog(german, "de"), changed)))
    catalog = read_catalog(german, "de")
    entry = catalog.get("Yes, we do", "first.yes")
    assert (entry.string, entry.fuzzy) == ("Ja", True)
    assert '#| msgid "Yes"' in german.read_text("utf-8")
    assert catalog.get("The file is badly damaged.").fuzzy
    found = translations(german.parent, "de")
    assert found.pgettext("first.yes", "Yes, we do") == "Yes, we do"
    assert found.gettext("The file is badly damaged.") == "The file is badly damaged."
    again = (TEXTS[0], *changed[1:])
    german.write_bytes(written(updated(read_catalog(german, "de"), again)))
    assert read_catalog(german, "de").get("Yes", "first.yes").string == "Ja"


def test_what_the_source_has_no_longer_is_kept_for_later(german: Path) -> None:
    german.write_bytes(written(updated(read_catalog(german, "de"), TEXTS[1:])))
    assert "#~ msgstr" in german.read_text("utf-8")
    german.write_bytes(written(updated(read_catalog(german, "de"), TEXTS)))
    assert read_catalog(german, "de").get("Yes", "first.yes").string == "Ja"


def test_a_plural_that_lacks_a_form_is_said_in_english(tmp_path: Path) -> None:
    path = tmp_path / "pl.po"
    _put(path, TEXTS, {"{count} case": ("{count} przypadek", "", "{count} przypadków")})
    assert b"przypadek" not in compiled_from(path)
    assert translations(tmp_path, "pl").ngettext("{count} case", "{count} cases", 5) == (
        "{count} cases"
    )


def test_every_text_is_found_where_it_is_written() -> None:
    code = list(texts_of_code(PACKAGE))
    said = {text.text for text in code}
    assert "The label is proposed; the decision is open." not in said
    assert "All criteria are met. It can be proposed." in said
    assert "or imports a case file that somebody sent." in said, "inside an f-string"
    by_code = {text.context: text for text in code if text.context}
    assert by_code["report.all_have_a_value"].text == "All of them have a value."
    assert by_code["report.some_have_a_value"].several == "{count} of them have a value."
    assert not any(text.place.startswith("assess/cli/report") for text in code)
    templates = {text.text for text in texts_of_templates(templates_folder())}
    assert {"Key figures", "First step: %(step)s"} <= templates


def test_every_text_of_the_catalogue_has_a_path_of_its_own() -> None:
    found = [
        text
        for text in texts_of_catalogue(indicators_folder())
        if "/editions/" not in text.place and not (text.context or "").startswith("unit")
    ]
    contexts = [text.context for text in found]
    assert len(contexts) == len(set(contexts))
    by_path = {text.context: text.text for text in found}
    assert by_path["staff_fte.label"] == (
        "How many full-time equivalents work for the cluster management?"
    )
    assert "specialisation.choices.one_field.label" in by_path


@pytest.mark.parametrize(
    ("code", "number", "day", "month", "joined"),
    [
        ("de", "12.345", "5. März 2026", "03.2026", "a, b und c"),
        ("pl", "12\u202f345", "5 marca 2026", "03.2026", "a, b i c"),
        ("fr", "12\u202f345", "5 mars 2026", "03/2026", "a, b et c"),
        ("es", "12.345", "5 de marzo de 2026", "03/2026", "a, b y c"),
        ("it", "12.345", "5 marzo 2026", "03/2026", "a, b e c"),
        ("da", "12.345", "5. marts 2026", "03.2026", "a, b og c"),
    ],
)
def test_numbers_days_and_lists_are_written_as_the_language_does(
    code: str, number: str, day: str, month: str, joined: str
) -> None:
    language, of = Language(code), date(2026, 3, 5)
    assert language.number(12345, 0) == number
    assert language.day(of, in_words=True) == day
    assert language.month(of, in_words=False) == month
    assert language.month(of, in_words=True).endswith(day.rpartition(" ")[2])
    assert language.day(of, in_words=False) == f"05{month[2]}{month}"
    assert language.joined(("a", "b", "c"), "and") == joined
    assert language.number(2.5, 1) == "2,5"
    assert language.country("DK") not in (None, "Denmark")


def test_four_digits_stand_together_where_a_language_writes_them_so() -> None:
    assert Language("pl").number(1234, 0) == "1234"
    assert Language("de").number(1234, 0) == "1.234"
    assert Language("es").number(-1234.5, 1) == "-1235"
