"""The texts of labels as HTML: what several places show of the same label is made only once."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from assess.core.register.public_label import (
    PublicLabel,
    PublicRegister,
    PublicSpan,
    shown_address,
    slug,
)
from assess.languages import gettext
from assess.languages.message import say

_SIGN = re.compile("[&<>'\"]")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def dated(text: str) -> Markup:
    """Give a text as HTML in which no day breaks over a line."""
    return Markup(_DAY.sub(_day, html(text)))  # noqa: S704  escaped


def _day(found: re.Match[str]) -> str:
    # A function: Python takes a text with places apart again for each day that is found.
    return f'<time datetime="{found[0]}">{found[0]}</time>'


def html(text: str) -> str:
    """Give a text as HTML."""
    return str(escape(text)) if _SIGN.search(text) else text


def turns(spans: tuple[PublicSpan, ...]) -> str:
    """Write a life as its first status, then for each turn `|`, the day and the status from it."""
    first, *later = spans
    return "|".join([first.status, *[f"{span.first}{span.status}" for span in later]])


class LabelTexts:
    """The texts of all labels of a register, and of what labels share."""

    def __init__(self, register: PublicRegister, statuses: dict[str, str]) -> None:
        """Make what pages and rows print of each label; `statuses` are the words for statuses."""
        self.statuses = {status: html(text) for status, text in statuses.items()}
        self._beginning = html(gettext("the beginning"))
        self._further = html(gettext("further notice"))
        self._slugs: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._shared: dict[str, str] = {}
        self._stories: dict[str, str] = {}
        self._events: dict[str, str] = {}
        self.turns = {label.id: turns(label.spans) for label in register.labels}
        self.sites = {label.id: shown_address(label.website) for label in register.labels}
        self.of = {label.id: self._of(label) for label in register.labels}

    def _of(self, label: PublicLabel) -> dict[str, str]:
        return {
            "id": label.id,
            "name": html(label.name),
            "website": html(label.website),
            "site_name": html(self.sites[label.id]),
            "level": label.level,
            "until": label.valid_until,
            "said": self.status(label),
            "turns": self.turns[label.id],
        }

    def status(self, label: PublicLabel) -> str:
        """Say the status of a label; where it is not known, what is known instead."""
        if label.status == "unknown":
            return html(say(label.status_text))
        return self.statuses[label.status]

    def slug(self, name: str) -> str:
        """Give a name as it can stand in an address."""
        if name not in self._slugs:
            self._slugs[name] = slug(name)
        return self._slugs[name]

    def country(self, label: PublicLabel) -> str:
        """Say the country of a label."""
        if label.country not in self._countries:
            self._countries[label.country] = html(say(label.country_name))
        return self._countries[label.country]

    def shared(self, name: str) -> str:
        """Give a name that many labels share."""
        if name not in self._shared:
            self._shared[name] = html(name)
        return self._shared[name]

    def story(self, label: PublicLabel) -> str:
        """Give the life of the organisation, a line each sentence."""
        key = label.track[0]
        if key not in self._stories:
            lines = [f"<li>{dated(say(text))}</li>" for text in label.story]
            self._stories[key] = "\n".join(lines)
        return self._stories[key]

    def events(self, label: PublicLabel) -> str:
        """Give what was recorded of the organisation, a line each."""
        key = label.track[0]
        if key not in self._events:
            lines = [
                f'<li><time datetime="{event.on}">{event.on}</time>'
                f"<span>{dated(say(event.text))}</span></li>"
                for event in label.events
            ]
            self._events[key] = "\n".join(lines)
        return self._events[key]

    def spans(self, spans: tuple[PublicSpan, ...]) -> str:
        """Give the rows of a table of days and statuses; days need no escaping."""
        rows = [
            f'<tr data-first="{span.first}" data-last="{span.last}">'
            f'<td class="day">{span.first or self._beginning}</td>'
            f'<td class="day">{span.last or self._further}</td>'
            f"<td>{self.statuses[span.status]}</td></tr>"
            for span in spans
        ]
        return "\n".join(rows)
