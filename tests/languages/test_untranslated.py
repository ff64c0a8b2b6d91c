"""What a language lacks stands in English: with a sign on the screen, counted for a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assess.core.text.value import Wording
from assess.languages import speaking
from assess.languages.language import Language
from assess.languages.message import say
from assess.languages.speech import choose
from assess.languages.translation.look_up import (
    compiled_from,
    translate_catalogue_from,
    translations,
)
from assess.languages.translation.made_texts import MadeTexts
from assess.languages.translation.untranslated import SIGN, untranslated
from assess.locations import indicators_folder
from assess.workflow.case.language.document_language import made_in

OWN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "own.title"
msgid "Own indicator"
msgstr "Eigener Indikator"

msgctxt "own.same"
msgid "Region"
msgstr "Region"

#, fuzzy
msgctxt "own.changed"
msgid "Number of rooms"
msgstr "Zahl der Zimmer"
"""


def worded(path: str, english: str) -> Wording:
    return Wording.model_validate({"en": english, "": path})


@pytest.fixture
def german(tmp_path: Path) -> Iterator[None]:
    """German on the screen, with an organisation's own indicators, which are translated in part."""
    folder = tmp_path / "indicators"
    (folder / "languages").mkdir(parents=True)
    (folder / "languages" / "de.po").write_text(OWN, encoding="utf-8")
    translate_catalogue_from(folder, indicators_folder())
    choose("de")
    yield
    choose("en")


CASES = [
    ("own.title", "Own indicator", "Eigener Indikator", True),
    ("own.same", "Region", "Region", True),
    ("own.changed", "Number of rooms", "Number of rooms", False),
    ("own.new", "Never translated", "Never translated", False),
    (
        "staff_fte.label",
        "How many full-time equivalents work for the cluster management?",
        "Wie viele Vollzeitäquivalente arbeiten für das Clustermanagement?",
        True,
    ),
]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("path", "english", "said", "is_translated"), CASES)
def test_english_stands_with_its_sign_on_the_screen_alone(
    path: str, english: str, said: str, is_translated: bool
) -> None:
    wording = worded(path, english)
    assert say(wording) == (said if is_translated else f"{said}{SIGN}")
    with speaking("de") as missing:
        assert say(wording) == said
    assert missing == (set() if is_translated else {english})


@pytest.mark.usefixtures("german")
def test_what_a_document_lacks_is_told_when_it_is_made() -> None:
    told: list[str] = []
    several = [worded("own.new", "First"), worded("own.changed", "Number of rooms")]
    made_in("de", lambda: [say(wording) for wording in several * 2], told.append)
    made_in("en", lambda: [say(wording) for wording in several], told.append)
    made_in("de", lambda: say(worded("own.title", "Own indicator")), told.append)
    assert len(told) == 1
    assert "2" in told[0]


def test_a_language_that_was_begun_says_english_with_the_sign(tmp_path: Path) -> None:
    begun = tmp_path / "sv.po"
    begun.write_text('msgid "Country"\nmsgstr "Land"\n\nmsgid "Region"\nmsgstr ""\n', "utf-8")
    (tmp_path / "sv.mo").write_bytes(compiled_from(begun))
    swedish = Language("sv", translations(tmp_path, "sv", MadeTexts(untranslated)))
    assert swedish.is_draft
    said = swedish.translations.gettext
    assert (said("Country"), said("Region")) == ("Land", f"Region{SIGN}")
