"""What is said in full about one label of the register: its facts, life and other labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from assess.languages import gettext
from assess.languages.message import say
from assess.tui.frame.text import one_line, plain

if TYPE_CHECKING:
    from datetime import date

    from assess.core.register.record import Label
    from assess.core.register.register import Register
    from assess.core.register.validity_timeline import Span


def account_of(label: Label, register: Register, on: date) -> Content:
    """Say everything about a label; the span of days with the day asked for is marked."""
    lines = [Content.styled(one_line(label.name), "bold"), *_facts(label, register)]
    lines.append(Content(""))
    lines.append(Content.styled(gettext("Its life, as known now"), "$text-muted"))
    for span in register.life(label):
        holds = (span.first is None or span.first <= on) and (span.last is None or on <= span.last)
        text = f"{'▸' if holds else ' '} {_days(span):<23}  {span.status.words}"
        lines.append(Content.styled(text, "bold" if holds else ""))
    then = next(
        (
            span.status.words if span.status else gettext("not in the register")
            for span in register.life_as_known_then(label)
            if (span.first is None or span.first <= on) and (span.last is None or on <= span.last)
        ),
        "",
    )
    lines.append(
        Content.styled(gettext("  as known on {on}: {then}", on=on, then=then), "$text-muted")
    )
    others = [other for other in register.held_by(label.key) if other.given and other != label]
    if others:
        lines += [
            Content(""),
            Content.styled(gettext("Other labels of the organisation"), "$text-muted"),
        ]
        for other in others:
            until = (
                gettext("until {valid_until}", valid_until=other.valid_until)
                if other.valid_until
                else gettext("without a date")
            )
            named = (
                gettext(", as {other_name}", other_name=other.name)
                if other.name != label.name
                else ""
            )
            lines.append(
                plain(f"  {other.level} {until}: {register.status(other, on).words}{named}")
            )
    return Content("\n").join(lines)


def _days(span: Span) -> str:
    if span.first and span.last:
        return f"{span.first} – {span.last}"
    if span.first:
        return gettext("from {first}", first=span.first)
    return gettext("until {last}", last=span.last) if span.last else "always"


def _facts(label: Label, register: Register) -> Iterator[Content]:
    catalogue, given = register.catalogue, label.given
    yield _line("", f"{catalogue.country_name(label.country)}, {label.portfolio}")
    if label.website:
        yield _line(gettext("Web site"), label.website)
    if given is not None:
        yield _line(
            "Awarded" if label.awarded else "Listed",
            gettext("{on} by {by}", on=given.on, by=given.by),
        )
        if given.valid_from and given.valid_until:
            yield _line(
                "Valid",
                gettext(
                    "{valid_from} to {valid_until}",
                    valid_from=given.valid_from,
                    valid_until=given.valid_until,
                ),
            )
        if given.rule:
            yield _line("Rule", say(given.rule))
        if given.serial:
            yield _line("Serial", given.serial)
        for warning in given.warnings:
            yield plain(f"! {say(warning)}", "$warning")
    if label.listed:
        yield _line("Source", label.listed.source)
    if label.refused:
        yield _line("Refused", gettext("{on} by {by}", on=label.refused.on, by=label.refused.by))
    if label.ended:
        yield _line(
            "Revoked",
            gettext(
                "{on} by {by}: {reason}",
                on=label.ended.on,
                by=label.ended.by,
                reason=label.ended.reason or "",
            ),
        )


def _line(head: str, text: str) -> Content:
    return Content.assemble((f"{head}: " if head else "", "$text-muted"), plain(text))
