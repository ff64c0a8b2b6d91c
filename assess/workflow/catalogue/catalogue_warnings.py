"""Warnings of a folder of indicators: what it can be used without, and what its readers miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assess.catalogue import load, read_texts
from assess.core.catalogue.faults.warning import warnings
from assess.languages import gettext, ngettext
from assess.languages.glossary import (
    avoided_words,
    long_sentences,
    longest_sentence,
    negates_twice,
)
from assess.languages.message import say
from assess.toml import read_toml


def catalogue_warnings(folder: Path) -> tuple[str, ...]:
    """Give each warning of the catalogue of a folder as a sentence after its file and field.

    Raises CatalogueFault as `load` does: a catalogue with faults is not looked at further.
    """
    catalogue = load(folder)
    contents = {name: read_toml(text) for name, text in read_texts(folder).items()}
    file_of = {content["id"]: name for name, content in contents.items() if "id" in content}
    found = [
        _at(file_of.get(warning.owner, warning.owner), warning.place, say(warning.text))
        for warning in warnings(catalogue)
    ]
    for name, content in contents.items():
        for place, text in english_texts(content):
            found += [_at(name, place, warning) for warning in _on_words(text)]
    return tuple(found)


def english_texts(content: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Give the English texts of a file of the catalogue with their places, as faults name them."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            below = f"{place}.{key}" if place else str(key)
            if key == "en" and isinstance(value, str):
                yield below, value
            else:
                yield from english_texts(value, below)
    elif isinstance(content, list):
        for number, value in enumerate(content, start=1):
            yield from english_texts(value, f"{place}[{number}]")


def _on_words(text: str) -> Iterator[str]:
    for avoided in avoided_words():
        if not avoided.in_catalogue or (word := avoided.found_in(text)) is None:
            continue
        if avoided.term:
            yield gettext(
                "{word} is not used here; the word is {term}",
                word=repr(word),
                term=repr(avoided.term),
            )
        else:
            yield gettext("{word} is hard to read; say it in plainer words", word=repr(word))
    for sentence in long_sentences(text):
        yield ngettext(
            "a sentence has more than {count} word: {sentence}",
            "a sentence has more than {count} words: {sentence}",
            longest_sentence(),
            sentence=repr(sentence),
        )
    if negates_twice(text):
        yield gettext("a clause has two negations: {text}", text=repr(text))


def _at(file: str, place: str, warning: str) -> str:
    return gettext("{file}: {place}: {warning}", file=file, place=place, warning=warning)
