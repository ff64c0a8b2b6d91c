"""What keys do is called by different words, in each language: two acts of one name are a trap."""

from __future__ import annotations

from collections import defaultdict

import pytest
from textual.binding import Binding

from assess.languages import gettext, pgettext, speaking
from assess.languages.language import PSEUDO, available
from assess.tui.frame.key_names import key_name
from assess.tui.frame.keys import KEYS


@pytest.mark.parametrize("code", [code for code in available() if code != PSEUDO])
def test_no_two_keys_are_called_alike(code: str) -> None:
    called: dict[str, list[str]] = defaultdict(list)
    with speaking(code):
        for name, meaning in KEYS.items():
            said = pgettext("a key", meaning.words)
            words = said if said != meaning.words else gettext(meaning.words)
            called[words.casefold()].append(name)
    assert {words: names for words, names in called.items() if len(names) > 1} == {}


def test_every_key_is_named_as_it_stands_on_the_keyboard() -> None:
    keys = {key for meaning in KEYS.values() for key in meaning.keys}
    named = {key: key_name(Binding(key, "act", "")) for key in keys}
    assert [name for name in named.values() if "_" in name or name[0].islower()] == [
        name for key, name in named.items() if len(key) == 1 and key.isalpha()
    ]
