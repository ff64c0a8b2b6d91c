"""Names: the form in which they are kept, which are the same, and by what they are alike and found.

Two names are the *same* where they differ in nothing that anybody would call another name: how
their letters are encoded (NFC), case, spaces of any kind, signs that do not show, and punctuation
at the ends. They are *alike* where letters are written in another way (Ø, O or OE), accents are
missing, or signs within them differ; that is offered to somebody who decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KEPT = 2**17
"""How many names are kept folded: those of a large register, each about as long as a line."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""Signs that take no room (Default_Ignorable_Code_Point of Unicode)."""

_ARRANGING = "\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069"
"""Those of them that change how letters beside them look: they stay within a name."""

_IDLE = re.compile(f"(?![{_ARRANGING}\ufe00-\ufe0f]){_UNSEEN.pattern}")
_IDLE_ENDS = re.compile(f"^[{_ARRANGING} ]+|[{_ARRANGING} ]+$")

_SIGNS = re.compile(r"[\W_]+")
_ASCII_ENDS = " !\"#%&'()*,-./:;?@[\\]_{}"

WAYS = {
    "å": ("a", "aa"),
    "ä": ("a", "ae"),
    "æ": ("ae", "ae"),
    "ö": ("o", "oe"),
    "ø": ("o", "oe"),
    "œ": ("oe", "oe"),
    "ü": ("u", "ue"),
    "ß": ("ss", "ss"),
    "ł": ("l", "l"),
    "đ": ("d", "d"),
    "ð": ("d", "d"),
    "ħ": ("h", "h"),
    "ı": ("i", "i"),
    "þ": ("th", "th"),
}
"""How letters are written by people without their keys: shortest, and spelt out.

All other accents are left out alone.
"""

_BARE = str.maketrans({letter: bare for letter, (bare, _) in WAYS.items()})
_SPELT = str.maketrans({letter: spelt for letter, (_, spelt) in WAYS.items()})
_SPELT_OUT = re.compile("a[ae]+|oe+|ue+")


def normal(name: str) -> str:
    """Give the form in which a name is kept and shown: NFC, single spaces, no idle signs."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", _IDLE.sub("", name))
    return _IDLE_ENDS.sub("", " ".join(name.split()))


def is_readable(name: str) -> bool:
    """Tell whether a name has no control character, and none that stands for what was not read."""
    return (name.isascii() and name.isprintable()) or not any(
        sign == "\ufffd" or unicodedata.category(sign) in ("Cc", "Cs", "Co") for sign in name
    )


@lru_cache(_KEPT)
def identity_key(name: str) -> str:
    """Give what two names share where they are the same, and only then.

    Idempotent. ß stays, since SS is another way to write it: alike, not the same. Of a name that
    is nothing but punctuation all of it counts.
    """
    if name.isascii():
        line = " ".join(name.lower().split())
        return line.strip(_ASCII_ENDS) or line
    line = _case_folded(_UNSEEN.sub("", name)) or _case_folded(name)
    first, last = 0, len(line)
    while first < last and _is_end(line[first]):
        first += 1
    while last > first and _is_end(line[last - 1]):
        last -= 1
    return line[first:last] or line


def _case_folded(text: str) -> str:
    parted = unicodedata.normalize("NFD", text).replace("ẞ", "ß")
    folded = "ß".join(part.casefold() for part in parted.split("ß"))
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def _is_end(sign: str) -> bool:
    return sign == " " or unicodedata.category(sign).startswith("P")


def same_name(first: str, second: str) -> bool:
    """Tell whether two names of people or organisations are the same."""
    return identity_key(first) == identity_key(second)


def earlier_key(name: str) -> str:
    """Give the key by which names were the same up to schema m006, to recognise what it marked."""
    return " ".join(name.casefold().split())


@lru_cache(_KEPT)
def plain_words(text: str) -> str:
    """Give a text as plain letters and digits in words: no case, accents or signs; `&` is `and`.

    By it names are compared for likeness and put in the order of an alphabet, and the words of
    lists are recognised.
    """
    return _plain_words(text)


def _plain_words(text: str) -> str:
    plain = _without_accents(text.replace("&", " and "))
    return " ".join(_SIGNS.sub(" ", plain).split())


def alike_key(name: str) -> str:
    """Give what names share however their letters are written: Å, AA and A are all one letter.

    Too coarse for a search, in which it would find Blu for Blue: it tells what is to be offered.
    """
    letters = plain_words(identity_key(name)).replace(" ", "")
    return _SPELT_OUT.sub(lambda found: found[0][0], letters)


def _without_accents(text: str) -> str:
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", _UNSEEN.sub("", text).casefold()).casefold()
    plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return plain.translate(_BARE)


def search_fold(text: str) -> str:
    """Give a text for comparing what was typed: without case and accents, with its signs.

    Other than for likeness signs stay: days, numbers and addresses are looked for by them.
    """
    return " ".join(_without_accents(text).split())


def searchable(texts: Iterable[str]) -> str:
    """Give texts as one in which `finds` looks: with signs, without, and with letters spelt out."""
    text = "\n".join(texts)
    forms = [search_fold(text), _plain_words(text), spelt_words(text)]
    return "\n".join(dict.fromkeys(forms))


def spelt_words(text: str) -> str:
    """Give a text as plain words whose letters are spelt out: Ø as OE."""
    if text.isascii():
        return plain_words(text)
    composed = unicodedata.normalize("NFC", text).casefold()
    return _plain_words(composed.translate(_SPELT))


def finds(wanted: str, text: str) -> bool:
    """Tell whether each word of what is wanted is in a searchable text.

    A word without digits is found without its signs as well: `north-sea` in North Sea.
    """
    return all(
        word in text or (bool(parts) and all(part in text for part in parts))
        for word, parts in _wanted(wanted)
    )


@lru_cache(maxsize=64)
def _wanted(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the words that are looked for, each with the parts that may stand apart."""
    return tuple((word, _parts(word)) for word in search_fold(text).split())


def _parts(word: str) -> tuple[str, ...]:
    has_digits = any(map(str.isdigit, word))
    return () if has_digits else tuple(_SIGNS.sub(" ", word).split())
