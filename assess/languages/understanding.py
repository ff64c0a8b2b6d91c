"""Understanding what was said in English before it was kept as a code, where that is certain."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter

from assess.core.text.kept import KeptMessages, PlaceKind
from assess.core.text.message import Day, Message, MessageValue, Month
from assess.languages.former_english import FORMER
from assess.languages.language import ENGLISH
from assess.languages.message import say_in, sentence_of
from assess.languages.plural import Plural

_FORMS: Mapping[PlaceKind, str] = {
    PlaceKind.DAY: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    PlaceKind.DAY_IN_WORDS: rf"[0-9]{{1,2}} (?:{'|'.join(month_name[1:])}) [0-9]{{4}}",
    PlaceKind.MONTH: r"[0-9]{4}-[0-9]{2}",
    PlaceKind.WHOLE_NUMBER: r"-?[0-9]{1,9}",
    PlaceKind.NAME: r"[^,]+",
    PlaceKind.PERSON: r"[^,0-9]+",
}
_SHORTEST, _LONGEST = "(?s:.+?)", "(?s:.+)"
"""A text at a place: where both readings differ, it is not certain what stands there."""


def understood(prose: str, messages: KeptMessages) -> Message | str:
    """Give prose as the one message that says it in English to the letter, or as it is.

    English is that of today or of an older version: the prose stands in old databases and files.
    """
    return _understood(prose, messages)


in_english = say_in(ENGLISH)
"""Says something in English, whatever is spoken: as files and the database name it."""


@lru_cache(maxsize=4096)
def _understood(prose: str, messages: KeptMessages) -> Message | str:
    found: list[Message] = []
    is_to_the_letter = False
    for code, sentence, pattern in _patterns(messages):
        match = pattern.fullmatch(prose)
        read = _read(code, match.groupdict(), messages.places[code]) if match else None
        if read is None:
            continue
        if read not in found:
            found.append(read)
        is_to_the_letter |= said_by(sentence, read) == prose
    return found[0] if len(found) == 1 and is_to_the_letter else prose


def said_by(sentence: str | Plural, told: Message) -> str:
    """Say a message by a sentence, which may be one of an older version."""
    form = sentence
    if isinstance(sentence, Plural):
        form = sentence.one if told.values[sentence.by] == 1 else sentence.other
    return str(form).format_map({name: in_english(value) for name, value in told.values.items()})


@lru_cache(maxsize=64)
def _patterns(
    messages: KeptMessages,
) -> tuple[tuple[str, str | Plural, re.Pattern[str]], ...]:
    """Give the patterns of every form of every sentence, texts once short and once long."""
    return tuple(
        (code, sentence, _pattern(form, kinds, text))
        for code, kinds in messages.places.items()
        for sentence in (sentence_of(code), *FORMER.get(code, ()))
        for form in _forms(sentence)
        for text in (_SHORTEST, _LONGEST)
        if text is _SHORTEST or PlaceKind.TEXT in kinds.values()
    )


def _forms(sentence: str | Plural) -> tuple[str, ...]:
    return (sentence.one, sentence.other) if isinstance(sentence, Plural) else (sentence,)


def _pattern(form: str, kinds: Mapping[str, PlaceKind], text: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(form, kinds, text)))


def _parts(form: str, kinds: Mapping[str, PlaceKind], text: str) -> Iterator[str]:
    for before, name, _, _ in Formatter().parse(form):
        yield re.escape(before)
        if name is not None:
            yield f"(?P<{name}>{_FORMS.get(kinds[name], text)})"


def _read(code: str, said: Mapping[str, str], kinds: Mapping[str, PlaceKind]) -> Message | None:
    try:
        return Message(code, {name: _value(said[name], kind) for name, kind in kinds.items()})
    except ValueError:  # digits that make no day
        return None


def _value(said: str, kind: PlaceKind) -> MessageValue:
    match kind:
        case PlaceKind.DAY:
            return Day(date.fromisoformat(said))
        case PlaceKind.DAY_IN_WORDS:
            day, month, year = said.split(" ")
            written = date(int(year), [*month_name].index(month), int(day))
            return Day(written, in_words=True)
        case PlaceKind.MONTH:
            return Month(date.fromisoformat(f"{said}-01"))
        case PlaceKind.WHOLE_NUMBER:
            return int(said)
        case PlaceKind.TEXT | PlaceKind.NAME | PlaceKind.PERSON:
            return said
