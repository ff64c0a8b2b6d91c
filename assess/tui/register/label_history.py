"""What is said in full about one label of the register: its facts, life and other labels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from assess.core.published_list.kept import SOURCES
from assess.core.register.status_account import account, short_status, told_status
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.understanding import understood
from assess.tui.frame.text import labelled, one_line, plain
from assess.tui.widgets.wrapping import HangingLine

if TYPE_CHECKING:
    from assess.core.register.record import Label
    from assess.core.register.register import Register
    from assess.core.register.validity_timeline import Span


def account_of(label: Label, register: Register, on: date) -> tuple[HangingLine, ...]:
    """Say everything about a label; the span of days with the day asked for is marked."""
    texts = [Content.styled(one_line(label.name), "bold"), *_facts(label, register), Content("")]
    texts.append(Content.styled(gettext("Validity over time, as known now"), "$text-muted"))
    lines = [*map(HangingLine, texts), *_validity(label, register, on)]
    others = [other for other in register.held_by(label.key) if other.given and other != label]
    if others:
        title = Content.styled(gettext("Other labels of the organisation"), "$text-muted")
        lines += [HangingLine(Content("")), HangingLine(title)]
        for other in others:
            status = say(account(other, register.status(other, on), on, register.track(other)).text)
            lines.append(HangingLine(plain(_other(other, status, label.name)), _BLANK))
    return tuple(lines)


_BLANK = Content("  ")


def _validity(label: Label, register: Register, on: date) -> Iterator[HangingLine]:
    """Say what the label was and will be, what was known of it then, and why it is not known."""
    track = register.track(label)
    for span in register.life(label):
        holds = (span.first is None or span.first <= on) and (span.last is None or on <= span.last)
        told_as = told_status(label, span.status, span.first or span.last or date.max, track)
        word = say(short_status(label, told_as))
        look = "bold" if holds else ""
        head = f"{'▸' if holds else ' '} {_days(span):<23}  "
        yield HangingLine(Content.styled(word, look), Content.styled(head, look))
    then = next(
        (
            say(span.status.words) if span.status else gettext("not in the register")
            for span in register.life_as_known_then(label)
            if (span.first is None or span.first <= on) and (span.last is None or on <= span.last)
        ),
        "",
    )
    known = gettext("as known on {day}: {status}", day=on, status=then)
    yield HangingLine(Content.styled(known, "$text-muted"), _BLANK)
    told = account(label, register.status(label, on), on, track)
    if told.reason is not None:
        why = gettext("not known on {day}, because {reason}", day=on, reason=say(told.reason))
        yield HangingLine(Content.styled(why, "$text-muted"), _BLANK)


def _other(label: Label, status: str, name: str) -> str:
    """Say what another label of the organisation is, and how it was called where that differs."""
    level, day = label.level, label.valid_until
    if label.name != name and day:
        return gettext(
            "{level} until {day}: {status}, as {name}",
            level=level,
            day=day,
            status=status,
            name=label.name,
        )
    if label.name != name:
        return gettext(
            "{level} without a date: {status}, as {name}",
            level=level,
            status=status,
            name=label.name,
        )
    if day:
        return gettext("{level} until {day}: {status}", level=level, day=day, status=status)
    return gettext("{level} without a date: {status}", level=level, status=status)


def _days(span: Span) -> str:
    if span.first and span.last:
        return f"{span.first} – {span.last}"
    if span.first:
        return gettext("from {day}", day=span.first)
    return gettext("until {day}", day=span.last) if span.last else gettext("always")


def _facts(label: Label, register: Register) -> Iterator[Content]:
    catalogue, given = register.catalogue, label.given
    yield plain(f"{say(catalogue.country_name(label.country))}, {label.portfolio}")
    if label.website:
        yield _line(gettext("Web site"), label.website)
    if given is not None:
        yield _line(
            gettext("Awarded")
            if label.awarded or (label.listed and label.listed.is_decision)
            else gettext("Listed"),
            gettext("{day} by {by}", day=given.on, by=given.by),
        )
        if given.valid_from and given.valid_until:
            first, last = given.valid_from, given.valid_until
            span = gettext("{first_day} to {last_day}", first_day=first, last_day=last)
            yield _line(gettext("Valid"), span)
        if given.rule:
            yield _line(gettext("Rule"), say(given.rule))
        if given.serial:
            yield _line(gettext("Serial"), given.serial)
        for warning in given.warnings:
            yield plain(f"! {say(warning)}", "$warning")
    if label.listed:
        yield _line(gettext("Source"), say(understood(label.listed.source, SOURCES)))
    if label.refused:
        refused = gettext("{day} by {by}", day=label.refused.on, by=label.refused.by)
        yield _line(gettext("Refused"), refused)
    if label.ended:
        revoked = gettext(
            "{day} by {by}: {reason}",
            day=label.ended.on,
            by=label.ended.by,
            reason=label.ended.reason or "",
        )
        yield _line(gettext("Revoked"), revoked)


def _line(head: str, text: str) -> Content:
    return labelled(head, plain(text))
