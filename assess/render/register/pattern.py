"""Patterns: what makes many pages of one kind quick to write."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

_MARK = re.compile("\x01([a-z_]+)\x02")


class _Rendered(NamedTuple):
    """A shape of a template, with the names of the values for its places, in their order."""

    text: str
    names: tuple[str, ...]


class Pattern:
    """A template that is rendered once for each shape of what it shows, and then only filled.

    It has *values*, which it may print and ask whether they are empty, and *switches*, which it may
    ask for all else. It is rendered with a mark for each value that is not empty; so the same
    switches with the same values empty are a shape, whatever else those values are.
    """

    def __init__(self, template: jinja2.Template, **shared: Any) -> None:
        """Take a template and what is the same wherever it is filled."""
        self._template = template
        self._shared = shared
        self._rendered: dict[tuple[object, ...], _Rendered] = {}

    def filled(self, values: dict[str, str], **switches: object) -> str:
        """Give the template with values, which are HTML already and always have the same names."""
        shape = (*map(bool, values.values()), *switches.values())
        rendered = self._rendered.get(shape)
        if rendered is None:
            rendered = self._rendered[shape] = self._render(values, switches)
        return rendered.text % tuple([values[name] for name in rendered.names])

    def _render(self, values: dict[str, str], switches: dict[str, object]) -> _Rendered:
        marks = {
            name: Markup(f"\x01{name}\x02" if value else "")  # noqa: S704  a mark has no sign of HTML
            for name, value in values.items()
        }
        text = self._template.render(**self._shared, **switches, **marks)
        return _Rendered(_MARK.sub("%s", text.replace("%", "%%")), tuple(_MARK.findall(text)))
