"""Makes of the register what is public: each label once, and what those of one holder share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from assess.core.case.organisation import OrganisationKey
from assess.core.catalogue.level import LEVELS, rank
from assess.core.label.decision import LabelDecision
from assess.core.register.life_story import life_story, linked_event
from assess.core.register.message import RegisterMessage
from assess.core.register.public_label import (
    Counts,
    Event,
    LabelGroup,
    PublicLabel,
    PublicRegister,
    PublicSpan,
    PublicTrends,
    public_id,
    slug,
)
from assess.core.register.record import Label, Link, Listing
from assess.core.register.register import Register
from assess.core.register.status_account import account, told_status
from assess.core.register.trend import ends_by_quarter, flows, valid_at_year_ends
from assess.core.register.validity_timeline import (
    KnownSpan,
    LabelStatus,
    Span,
    in_time,
    public_name,
)
from assess.core.text.message import Message, Text, message
from assess.core.text.name import plain_words
from assess.core.text.value import Wording
from assess.core.text.visible import visible


def public_register(register: Register, on: date) -> PublicRegister:
    """Give what is public of the register on a day."""
    made = _Making(register, on)
    given = [label for label in register.labels if label.given is not None]
    given.sort(
        key=lambda label: (plain_words(label.name), label.country, label.level, in_time(label))
    )
    labels = tuple(made.label(label) for label in given)
    return PublicRegister(
        on=on,
        labels=labels,
        counts=_counts(labels),
        countries=_groups(labels, "country"),
        portfolios=_groups(labels, "portfolio"),
        trends=_trends(labels, on),
        synthetic=bool(labels) and all(label.synthetic for label in labels),
    )


def _trends(labels: Sequence[PublicLabel], on: date) -> PublicTrends:
    day = date.fromisoformat
    levels: dict[str, set[str]] = {}
    for label in labels:
        levels.setdefault(label.track[0], set()).add(label.level)
    spans = (
        (label.level, day(span.first), day(span.last))
        for label in labels
        for span in label.spans
        if span.status == "valid" and span.first and span.last
    )
    ends = (day(label.valid_until) for label in labels if label.status == "valid")
    return PublicTrends(
        years=valid_at_year_ends(spans, on),
        ends=ends_by_quarter(ends, on),
        flows=flows(frozenset(held) for held in levels.values()),
    )


class _Held(NamedTuple):
    """What all labels of an organisation share."""

    ids: tuple[str, ...]
    by_label: dict[tuple[str, str], str]
    """The ids by case and level."""
    website: str
    events: tuple[Event, ...]
    story: tuple[Message, ...]


class _Making:
    """Makes labels public, and what those of one organisation share only once."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self._held: dict[OrganisationKey, _Held] = {}
        self._linking = _linking(register)

    def label(self, label: Label) -> PublicLabel:
        register, given, held = self.register, label.given, self._held_by(label)
        status = register.status(label, self.on)
        track = register.track(label)
        told = account(label, status, self.on, track)
        recorded = given.recorded_at if given else None
        life = register.life(label)
        decided = _is_decided(label)
        return PublicLabel(
            id=held.by_label[label.case, label.level],
            ordinal=register.ordinal(label),
            name=visible(label.name),
            country=label.country,
            country_name=register.catalogue.country_name(label.country),
            portfolio=visible(label.portfolio),
            website=visible(label.website or held.website),
            level=label.level,
            valid_from=_day(label.valid_from),
            valid_until=_day(label.valid_until),
            status=public_name(told.status),
            status_text=told.text,
            status_reason=told.reason,
            decided_on=_day(given.on if given and decided else None),
            listed_on=_day(given.on if given and not decided else None),
            recorded_on=_day(recorded.date() if recorded else None),
            is_listed=not decided,
            is_current=status is not LabelStatus.SUPERSEDED,
            synthetic=label.synthetic,
            spans=_spans(_told(label, life, track)),
            then=_spans(register.known_before(label, life)),
            events=held.events,
            story=held.story,
            track=held.ids,
        )

    def _held_by(self, label: Label) -> _Held:
        key = self.register.organisation(label.key)
        if key not in self._held:
            labels = [held for held in self.register.held_by(key) if held.given is not None]
            ids = {(held.case, held.level): public_id(held) for held in labels}
            self._held[key] = _Held(
                ids=tuple(ids.values()),
                by_label=ids,
                # The one that the newest label of the organisation names.
                website=next((held.website for held in reversed(labels) if held.website), ""),
                events=tuple(_events(labels, self._linking.get(key, ()))),
                story=life_story(labels, self._linking.get(key, ()), self.on),
            )
        return self._held[key]


def _spans(spans: Iterable[Span | KnownSpan]) -> tuple[PublicSpan, ...]:
    return tuple(
        [PublicSpan(public_name(span.status), _day(span.first), _day(span.last)) for span in spans]
    )


def _told(label: Label, life: Iterable[Span], track: Sequence[Label]) -> Iterator[Span]:
    """Give the life of a label as it is told."""
    for span in life:
        told = told_status(label, span.status, span.first or span.last or date.max, track)
        yield span if told is span.status else span._replace(status=told)


def _linking(register: Register) -> dict[OrganisationKey, list[Link]]:
    """Give the links that join organisations, by the key of what they are together."""
    found: dict[OrganisationKey, list[Link]] = {}
    for link in register.links:
        if link.joins and link.key != link.other:
            found.setdefault(register.organisation(link.key), []).append(link)
    return found


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _events(held: Sequence[Label], linking: Iterable[Link]) -> list[Event]:
    """Tell what happened to an organisation's labels, oldest first; reasons are not public."""
    found: list[Event] = []
    several = len({label.key for label in held}) > 1
    for label in held:
        given = label.given
        if given is None:
            continue
        name = visible(label.name) if several else None
        is_news = _is_decided(label)
        found.append(Event(given.on, _given(label, given, name), _moment(given), is_news))
        if label.ended:
            revoked = _revoked(label, name)
            found.append(Event(label.ended.on, revoked, _moment(label.ended), is_news=True))
    if several:
        found += [
            Event(link.on, linked_event(link), _moment(link), is_news=True) for link in linking
        ]
    if len(found) > 1:
        found.sort(key=lambda event: (event.on, str(event.text)))
    return found


def _given(label: Label, given: LabelDecision | Listing, name: str | None) -> Message:
    """Say how a label was given; with the name where the organisation has several."""
    values = {"level": label.level, "name": name} if name else {"level": label.level}
    if _is_decided(label):
        code = RegisterMessage.AWARDED_EVENT_OF if name else RegisterMessage.AWARDED_EVENT
        days = {"starts": _day(given.valid_from), "until": _day(given.valid_until)}
        return message(code, **days, **values)
    if given.valid_until:
        code = RegisterMessage.LISTED_EVENT_OF if name else RegisterMessage.LISTED_EVENT
        return message(code, until=given.valid_until, **values)
    return message(
        RegisterMessage.LISTED_WITHOUT_DATE_EVENT_OF
        if name
        else RegisterMessage.LISTED_WITHOUT_DATE_EVENT,
        **values,
    )


def _revoked(label: Label, name: str | None) -> Message:
    if name:
        return message(RegisterMessage.REVOKED_EVENT_OF, level=label.level, name=name)
    return message(RegisterMessage.REVOKED_EVENT, level=label.level)


def _is_decided(label: Label) -> bool:
    """Tell whether the decision on a label is known, and not only a list that names it."""
    return label.awarded is not None or (label.listed is not None and label.listed.is_decision)


def _moment(record: object) -> datetime:
    on, at = getattr(record, "on", date.min), getattr(record, "recorded_at", None)
    return at or datetime(on.year, on.month, on.day, 12, tzinfo=UTC)


def _counts(labels: Sequence[PublicLabel]) -> Counts:
    highest: dict[str, str] = {}
    for label in labels:
        if label.status == "valid":
            held = highest.get(label.track[0])
            if held is None or rank(label.level) > rank(held):
                highest[label.track[0]] = label.level
    by_level = Counter(highest.values())
    return Counts(
        valid=len(highest),
        by_level=tuple((level, by_level[level]) for level in reversed(LEVELS)),
        organisations=len({label.track[0] for label in labels}),
        labels=len(labels),
        countries=len({label.country for label in labels}),
    )


def _groups(labels: Iterable[PublicLabel], by: str) -> tuple[LabelGroup, ...]:
    gathered: dict[str, list[PublicLabel]] = {}
    for label in labels:
        gathered.setdefault(getattr(label, by), []).append(label)
    found = []
    for key, members in gathered.items():
        name = members[0].country_name if by == "country" else key
        counts = _counts(members)
        found.append(
            LabelGroup(
                slug=slug(key),
                name=name,
                code=key if by == "country" else "",
                labels=tuple(members),
                valid=counts.valid,
                organisations=counts.organisations,
            )
        )
    return tuple(sorted(found, key=lambda group: plain_words(_english(group.name))))


def _english(name: Text) -> str:
    return name.english if isinstance(name, Wording) else str(name)
