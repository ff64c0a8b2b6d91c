"""All organisations of the public register from A to Z, for those who have no script."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.register.public_label import PublicLabel, PublicRegister
from assess.core.register.register_search import public_standing
from assess.core.text.alphabet import LATIN, Alphabet

ON_ONE_PAGE = 1500
"""So many organisations stand on one page; more are split, a page for each letter."""


class IndexLetter(NamedTuple):
    """The organisations whose names begin with a letter."""

    letter: str
    place: str
    """Stands for it in addresses."""
    labels: tuple[tuple[str, PublicLabel], ...]
    """Each name with the label that stands for the organisation."""


def index_letters(register: PublicRegister, alphabet: Alphabet = LATIN) -> tuple[IndexLetter, ...]:
    """Give every name of every organisation, by its first letter."""
    leading: dict[str, PublicLabel] = {}
    for label in register.labels:
        held = leading.get(label.track[0])
        if held is None or public_standing(label) > public_standing(held):
            leading[label.track[0]] = label
    names = {(label.name, label.track[0]): None for label in register.labels}
    letters: dict[str, list[tuple[str, PublicLabel]]] = {}
    for name, track in sorted(names, key=lambda named: (alphabet.key(named[0]), *named)):
        letters.setdefault(_letter(alphabet.letter(name)), []).append((name, leading[track]))
    return tuple(
        IndexLetter(letter, _place(letter), tuple(labels)) for letter, labels in letters.items()
    )


def _letter(first: str) -> str:
    return "0–9" if first.isdigit() or not first else first


def _place(letter: str) -> str:
    if letter == "0–9":
        return "0"
    return letter.lower() if letter.isascii() else f"u{ord(letter):x}"
