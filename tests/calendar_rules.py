"""Calendars read by the rules of RFC 5545 alone, without the library that writes them."""

from __future__ import annotations

import re

_LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")

Property = tuple[str, str, str]
"""Name, parameters and value."""


def lines_of(content: bytes) -> list[str]:
    """Unfold a calendar (3.1): lines end in CRLF, none is longer than 75 octets."""
    assert content.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    folded = content[:-2].split(b"\r\n")
    assert max(map(len, folded)) <= 75
    assert all(line for line in folded)
    for line in folded:
        line.decode("utf-8")  # no character is parted
    return content[:-2].replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def components(content: bytes) -> tuple[list[Property], list[list[Property]]]:
    """Give the properties of a calendar and those of each event in it."""
    calendar: list[Property] = []
    events: list[list[Property]] = []
    open_ones: list[str] = []
    for line in lines_of(content):
        found = _LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            open_ones.append(value)
            if value == "VEVENT":
                events.append([])
        elif name == "END":
            assert open_ones.pop() == value
        else:
            (events[-1] if open_ones[-1] == "VEVENT" else calendar).append(
                (name, parameters, value)
            )
    assert open_ones == []
    return calendar, events


def text(value: str) -> str:
    """Give the text that a value stands for (3.3.11); what must be escaped is."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value), value
    assert all(one in "\\;,nN" for one in _ESCAPED.findall(value)), value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
