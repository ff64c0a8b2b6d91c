"""The languages that ship: whole, in step with their source, right in what they have to keep."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assess.languages import speaking
from assess.languages.language import ENGLISH, PSEUDO, available
from assess.languages.translation.coverage import messages_of
from assess.languages.translation.extraction import (
    texts_of_catalogue,
    texts_of_code,
    texts_of_templates,
)
from assess.languages.translation.look_up import FOLDER, is_translated
from assess.languages.translation.po_file import read_catalog, updated, written
from assess.languages.translation.translation_checks import PLACES, TranslationFault, faults_of
from assess.locations import indicators_folder, templates_folder
from assess.toml import read_toml
from tests.sentences import PACKAGE

SHIPPED = [code for code in available() if code not in (ENGLISH, PSEUDO)]
FOLDERS = (PACKAGE, templates_folder(), indicators_folder())
FIND = (texts_of_code, texts_of_templates, texts_of_catalogue)


@cache
def _catalogs(code: str) -> tuple[Any, ...]:
    return tuple(read_catalog(folder / FOLDER / f"{code}.po", code) for folder in FOLDERS)


def test_languages_ship() -> None:
    assert {"de", "pl"} <= set(SHIPPED)


@pytest.mark.parametrize("code", SHIPPED)
def test_named_values_markup_keys_and_plurals_are_kept(code: str) -> None:
    faults = [
        fault
        for catalog in _catalogs(code)
        for message in messages_of(catalog)
        if not message.fuzzy
        for fault in faults_of(message, catalog.num_plurals)
        if fault.fault is not TranslationFault.LENGTH
    ]
    assert faults == []


@pytest.mark.parametrize("code", SHIPPED)
def test_nothing_is_missing_or_out_of_date(code: str) -> None:
    left = [
        message.id
        for catalog in _catalogs(code)
        for message in messages_of(catalog)
        if message.fuzzy or not is_translated(message.string)
    ]
    assert left == []


@pytest.mark.slow
@pytest.mark.parametrize("code", SHIPPED)
def test_the_files_are_in_step_with_their_source(code: str) -> None:
    """`./run python -m assess.languages.translation` brings them there."""
    for folder, find, catalog in zip(FOLDERS, FIND, _catalogs(code), strict=True):
        path = folder / FOLDER / f"{code}.po"
        assert written(updated(catalog, find(folder))) == path.read_bytes(), path


@pytest.mark.parametrize("code", SHIPPED)
def test_a_word_that_the_glossary_avoids_is_in_no_translation(code: str) -> None:
    glossary = read_toml((PACKAGE / FOLDER / f"{code}.glossary.toml").read_text("utf-8"))
    assert len(glossary["term"]) >= 60
    avoided = [word for term in glossary["term"] for word in term.get("avoid", ())]
    wrong = [
        (word, form[:80])
        for catalog in _catalogs(code)
        for message in messages_of(catalog)
        for form in ([message.string] if isinstance(message.string, str) else message.string)
        for word in avoided
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", PLACES.sub("", form), re.IGNORECASE)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", SHIPPED)
def test_a_report_says_that_its_language_is_a_draft(code: str) -> None:
    with speaking(code) as _:
        from assess.languages import spoken_language

        assert spoken_language().is_draft is all(
            "State: draft" in catalog.header_comment for catalog in _catalogs(code)
        )


def test_a_file_lies_where_it_is_looked_for() -> None:
    for code in SHIPPED:
        for folder in FOLDERS:
            assert Path(folder / FOLDER / f"{code}.po").is_file()
