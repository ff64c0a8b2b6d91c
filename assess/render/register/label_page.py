"""What makes many pages of labels quick: frame and lists are written once, not by templates."""

from __future__ import annotations

import re

import jinja2
from markupsafe import Markup, escape

from assess.core.register.public_label import PublicLabel, PublicSpan, slug
from assess.languages import gettext
from assess.languages.message import say

_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_PLACES = {name: f"\x01{name}\x02" for name in ("page", "title", "description", "content")}


def dated(text: str) -> Markup:
    """Give a text as HTML in which no day breaks over a line."""
    return Markup(_DAY.sub(r'<time datetime="\1">\1</time>', str(escape(text))))  # noqa: S704  escaped


def described(label: PublicLabel, country: str) -> str:
    """Say in one sentence what the page of a label is about."""
    if label.valid_until:
        return gettext(
            "{name} ({country}): {level} Label valid until {day}.",
            name=label.name,
            country=country,
            level=label.level,
            day=label.valid_until,
        )
    return gettext(
        "{name} ({country}): {level} Label, listed without a date.",
        name=label.name,
        country=country,
        level=label.level,
    )


class PageFrame:
    """The frame around many pages of one kind, rendered once and then filled."""

    def __init__(self, template: jinja2.Template) -> None:
        """Render the frame with marks where pages differ."""
        text = template.render(root="../", **_PLACES)
        self._parts = re.split("\x01([a-z]+)\x02", text)

    def filled(self, page: str, title: str, description: str, content: str) -> str:
        """Give a page; its content is HTML, all else text."""
        values = {
            "page": page,
            "title": str(escape(title)),
            "description": str(escape(description)),
            "content": content,
        }
        return "".join(
            values[part] if place % 2 else part for place, part in enumerate(self._parts)
        )


class LabelParts:
    """Lists of the pages of labels as HTML; those that an organisation's labels share, once."""

    def __init__(self, statuses: dict[str, str]) -> None:
        """Know the words for statuses."""
        self._statuses = {status: str(escape(text)) for status, text in statuses.items()}
        self._beginning = str(escape(gettext("the beginning")))
        self._further = str(escape(gettext("further notice")))
        self._slugs: dict[str, str] = {}
        self._stories: dict[str, Markup] = {}
        self._events: dict[str, Markup] = {}

    def slug(self, name: str) -> str:
        """Give a name as it can stand in an address."""
        if name not in self._slugs:
            self._slugs[name] = slug(name)
        return self._slugs[name]

    def story(self, label: PublicLabel) -> Markup:
        """Give the life of the organisation, a line each sentence."""
        key = label.track[0]
        if key not in self._stories:
            lines = (f"<li>{dated(say(text))}</li>" for text in label.story)
            self._stories[key] = Markup("\n".join(lines))  # noqa: S704  escaped
        return self._stories[key]

    def events(self, label: PublicLabel) -> Markup:
        """Give what was recorded of the organisation, a line each."""
        key = label.track[0]
        if key not in self._events:
            lines = (
                f'<li><time datetime="{event.on}">{event.on}</time>'
                f"<span>{dated(say(event.text))}</span></li>"
                for event in label.events
            )
            self._events[key] = Markup("\n".join(lines))  # noqa: S704  escaped
        return self._events[key]

    def spans(self, spans: tuple[PublicSpan, ...]) -> Markup:
        """Give the rows of a table of days and statuses; days need no escaping."""
        rows = (
            f'<tr data-first="{span.first}" data-last="{span.last}">'
            f'<td class="day">{span.first or self._beginning}</td>'
            f'<td class="day">{span.last or self._further}</td>'
            f"<td>{self._statuses[span.status]}</td></tr>"
            for span in spans
        )
        return Markup("\n".join(rows))  # noqa: S704  escaped
