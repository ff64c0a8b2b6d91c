"""The labels of an organisation as one life, told in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from assess.core.catalogue.level import LEVELS
from assess.core.register.message import RegisterMessage
from assess.core.register.record import Label, Link
from assess.core.register.validity_timeline import in_time
from assess.core.text.message import Day, Message, MessageValue, message
from assess.core.text.visible import visible

_DAY = timedelta(days=1)

_LINKED = {
    "same": RegisterMessage.SAME_EVENT,
    "renamed": RegisterMessage.RENAMED_EVENT,
    "merged": RegisterMessage.MERGED_EVENT,
}


def life_story(held: Sequence[Label], linking: Iterable[Link], on: date) -> tuple[Message, ...]:
    """Tell the labels of an organisation up to a day, level by level and oldest first.

    `held` are its labels that were given, `linking` the links that join its names.
    """
    found = [
        message(RegisterMessage.STORY_LINKED, event=linked_event(link), day=Day(link.on))
        for link in linking
        if link.on <= on
    ]
    names = {label.key for label in held}
    for level in LEVELS:
        track = sorted((label for label in held if label.level == level), key=in_time)
        found += _track(track, on, names_differ=len(names) > 1)
    return tuple(found)


def linked_event(link: Link) -> Message:
    """Say how two organisations are linked."""
    return message(_LINKED[link.how], name=visible(link.name), other=visible(link.other_name))


def _track(track: Sequence[Label], on: date, *, names_differ: bool) -> Iterator[Message]:
    before: Label | None = None
    for label in track:
        if names_differ and (before is None or before.key != label.key):
            yield message(RegisterMessage.STORY_NAME, name=visible(label.name))
        yield from _next(label, before)
        if label.ended is not None:
            yield message(RegisterMessage.STORY_REVOKED, level=label.level, day=Day(label.ended.on))
        if label.valid_until is not None:
            before = label
    last = before.valid_until if before else None
    if before and last and last < on and before.ended is None:
        yield message(RegisterMessage.STORY_NOTHING_SINCE, level=before.level, day=Day(last))


def _next(label: Label, before: Label | None) -> Iterator[Message]:
    """Tell a label after the one before it, and what lies between them."""
    starts, until = label.valid_from, label.valid_until
    days: dict[str, MessageValue] = {"level": label.level}
    if label.listed is not None and (starts is None or until is None):
        yield message(RegisterMessage.STORY_UNDATED, day=Day(label.listed.on), **days)
        return
    if starts is None or until is None:
        return
    days |= {"first": Day(starts), "last": Day(until)}
    ended = before.valid_until if before else None
    follows = ended is not None and starts <= ended + _DAY
    if ended is not None and not follows:
        first, last = Day(ended + _DAY), Day(starts - _DAY)
        yield message(
            RegisterMessage.STORY_NOTHING_BETWEEN, level=label.level, first=first, last=last
        )
    if label.listed is not None and not label.listed.is_decision:
        code = RegisterMessage.STORY_LISTED_AGAIN if follows else RegisterMessage.STORY_LISTED
        yield message(code, **days)
    elif not follows:
        yield message(RegisterMessage.STORY_AWARDED, **days)
    elif label.given is not None and ended is not None and label.given.on > ended:
        decided = Day(label.given.on)
        yield message(RegisterMessage.STORY_RENEWED_LATE, decided=decided, **days)
    else:
        yield message(RegisterMessage.STORY_RENEWED, **days)
