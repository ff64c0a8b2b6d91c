"""What stands on a returned form where nothing is read: kept beside its question, or named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from assess.core.questionnaire.message import ReturnedMessage
from assess.core.questionnaire.questionnaire import FormItem, Questionnaire
from assess.core.questionnaire.returned_form import NAMED_WHOLE, FormEntry, Returned, Stray
from assess.core.text.message import Message, Say, Text, message
from assess.core.text.words import shortened

_SHOWN = 60
_MARKS = 24
"""Letters that the form itself may put behind a question, such as that it is optional."""
_NUMBER = re.compile(r"[\d.,\s%]+")
MOST_NAMED = 200


class Tally(NamedTuple):
    """How many places of a form hold something of its own, and what became of them."""

    read: int
    kept: int
    named: int

    def said(self) -> Message:
        """Say the sum."""
        total = self.read + self.kept + self.named
        return message(
            ReturnedMessage.TALLY, count=total, read=self.read, kept=self.kept, named=self.named
        )


class OwnTexts:
    """What a form says itself, in the language in which it was made."""

    def __init__(self, forms: Sequence[Questionnaire], beside: Iterable[str]) -> None:
        """Gather the texts of a form in its languages, and what it says beside the questions.

        Without those nothing is told of the cover.
        """
        said = [text for text in beside if text.strip()]
        self._beside = {_plain(text) for text in said}
        self._patterns = [_pattern(text) for text in said if "{" in text]
        self._texts = {_plain(text) for form in forms for text in _texts(form)} | self._beside
        self._items: dict[str, list[FormItem]] = {}
        self._all = [item for form in forms for item in _items(form)]
        self.question_of: dict[str, str] = {}
        for item in self._all:
            for key in {item.name, *(line.key for line in item.lines)}:
                self._items.setdefault(key, []).append(item)
                self.question_of[key] = item.name

    def added(self, stray: Stray) -> str:
        """Give what somebody added: the text, what stands behind the form's own, or nothing."""
        if stray.kind not in ("cell", "cover"):
            return stray.text.strip()
        text = _plain(stray.text)
        if stray.kind == "cover" and not self._beside:
            return ""
        items = self._items.get(stray.key or "", ())
        if stray.key and not items:  # its key was typed over: the question may be any
            items = self._all
        if text in self._texts or (stray.is_number_of_form and _NUMBER.fullmatch(text)):
            return ""
        own = sorted({part for item in items for part in _of_item(item) if part}, key=len)[::-1]
        if not any(text.startswith(_plain(part)) for part in own):
            return "" if self._is_notice(text) else stray.text.strip()
        rest = " ".join(stray.text.split())
        for part in own:
            rest = " ".join(re.sub(re.escape(" ".join(part.split())), " ", rest, count=1).split())
        for pattern in self._patterns:
            rest = " ".join(pattern.sub(" ", rest).split())
        has_digits = any(map(str.isdigit, rest))
        return rest if len(rest) > _MARKS or has_digits else ""

    def _is_notice(self, text: str) -> bool:
        """Tell whether a text is that of the cover on what is filled in, which has a day in it."""
        return any(text.endswith(own) for own in self._beside if len(own) > _MARKS)


def _items(form: Questionnaire) -> Iterator[FormItem]:
    for part in form.parts:
        yield from part.items


def _of_item(item: FormItem) -> Iterator[str]:
    yield from (item.label, item.hint, item.condition)
    for line in item.lines:
        yield from (line.label, line.hint, line.unit)


def _texts(form: Questionnaire) -> Iterator[str]:
    yield from (form.title, form.notice, form.draft, form.given_from)
    for part in form.parts:
        short, whole = part.short_title, part.title
        yield from (whole, short, part.intro, part.letter + " " + whole)
        yield part.letter + " " + short
        yield from (text for group in part.groups for text in (group.title, group.why))
    for item in _items(form):
        yield from _of_item(item)
        yield from (option.label for line in item.lines for option in line.options)
    for term in form.terms:
        yield from (term.term, term.meaning, term.unit)
    for option in (*form.countries, *form.statuses, *form.yes_no):
        yield from (option.code, option.label)
    if form.recipient is not None:
        recipient = form.recipient
        yield from (recipient.organisation, recipient.country, recipient.expert, recipient.case)
        yield str(recipient.interview_date)
    yield form.catalogue


def _pattern(text: str) -> re.Pattern[str]:
    """Give the pattern of a text with places in it, such as that of a question."""
    parts = re.split(r"\{\w+\}", " ".join(text.split()))
    return re.compile(".{1,300}?".join(map(re.escape, parts)), re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def with_strays(returned: Returned, own: OwnTexts, say: Say) -> tuple[Returned, Tally]:
    """Keep what stands beside questions as their notes, name the rest, and count all of it."""
    notes: dict[str, list[FormEntry]] = {}
    remarks: list[Text] = []
    returned, strays = _with_misplaced_as_strays(returned, own)
    unknown = _unknown(returned, own)
    kept, named = 0, unknown
    for stray in strays:
        added = own.added(stray)
        if not added:
            continue
        question = own.question_of.get(stray.key or "")
        shown = shortened(added, _SHOWN)
        if question is None:
            named += 1
            if named - unknown <= MOST_NAMED:
                whole = shortened(added, NAMED_WHOLE)
                remarks.append(message(_NAMED[stray.kind], place=stray.place, text=whole))
            continue
        kept += 1
        text = say(message(ReturnedMessage.BESIDE, place=stray.place, text=added))
        notes.setdefault(question, []).append(FormEntry(text, stray.place))
        remarks.append(message(_KEPT[stray.kind], place=stray.place, text=shown))
    if named - unknown > MOST_NAMED:
        remarks.append(message(ReturnedMessage.MORE_NAMED, count=named - unknown - MOST_NAMED))
    tally = Tally(len(_filled(returned)) - unknown, kept, named)
    return _noted(returned, notes, remarks), tally


def _with_misplaced_as_strays(
    returned: Returned, own: OwnTexts
) -> tuple[Returned, tuple[Stray, ...]]:
    """Take a status or note beside a part of a question, where none is asked, as a remark on it."""
    strays = list(returned.strays)
    right: list[dict[str, FormEntry]] = []
    for entries in (returned.statuses, returned.notes):
        misplaced = {key for key in entries if own.question_of.get(key, key) != key}
        strays += [
            Stray(entries[key].text, entries[key].place, "misplaced", key)
            for key in entries
            if key in misplaced
        ]
        right.append({key: entry for key, entry in entries.items() if key not in misplaced})
    statuses, notes = right
    return replace(returned, statuses=statuses, notes=notes), tuple(strays)


def _filled(returned: Returned) -> list[str]:
    """Give the keys of what is filled in, once for each place."""
    roles = (returned.lines, returned.statuses, returned.notes)
    return [key for entries in roles for key, entry in entries.items() if entry.text.strip()]


def _unknown(returned: Returned, own: OwnTexts) -> int:
    """Count what is filled in at lines that the form does not have; each is named by itself."""
    return sum(key not in own.question_of for key in _filled(returned))


def _noted(
    returned: Returned, notes: Mapping[str, list[FormEntry]], remarks: list[Text]
) -> Returned:
    together = dict(returned.notes)
    for question, entries in notes.items():
        first = together.get(question)
        texts = [first.text.strip()] if first else []
        texts += [entry.text for entry in entries]
        place = first.place if first else entries[0].place
        together[question] = FormEntry("\n".join(filter(None, texts)), place)
    return replace(returned, notes=together, remarks=(*returned.remarks, *remarks))


_StrayKind = Literal["cell", "cover", "comment", "box", "annotation", "misplaced"]

_KEPT: Mapping[_StrayKind, ReturnedMessage] = {
    "cell": ReturnedMessage.STRAY_KEPT,
    "misplaced": ReturnedMessage.STRAY_KEPT,
    "cover": ReturnedMessage.STRAY_KEPT,
    "comment": ReturnedMessage.COMMENT_KEPT,
    "box": ReturnedMessage.STRAY_KEPT,
    "annotation": ReturnedMessage.COMMENT_KEPT,
}
_NAMED: Mapping[_StrayKind, ReturnedMessage] = {
    "cell": ReturnedMessage.STRAY_NAMED,
    "misplaced": ReturnedMessage.STRAY_NAMED,
    "cover": ReturnedMessage.STRAY_NAMED,
    "comment": ReturnedMessage.COMMENT_NAMED,
    "box": ReturnedMessage.BOX_NAMED,
    "annotation": ReturnedMessage.COMMENT_NAMED,
}
