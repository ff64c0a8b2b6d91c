"""Texts for the screen: shown as typed, never read as markup, never obeyed by the terminal."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from assess.languages import pgettext, spoken_language

if TYPE_CHECKING:
    from datetime import date

    from textual.content import Content


def plain(text: str, style: str = "") -> Content:
    """Give a text of several lines as it was typed, control characters made visible."""
    from textual.content import Content

    from assess.core.text.visible import visible

    return Content.styled(visible(text, lines=True).expandtabs(4), style)


def filled(sentence: str, style: str = "", **values: Content | str) -> Content:
    """Put texts at the places of a sentence that was looked up without values.

    A plain text looks as the sentence does; content keeps its own look.
    """
    from textual.content import Content

    parts: list[Content] = []
    for text, name, _, _ in Formatter().parse(sentence):
        parts.append(Content.styled(text, style))
        if name is not None:
            value = values[name]
            parts.append(Content.styled(value, style) if isinstance(value, str) else value)
    return Content("").join(parts)


def labelled(label: str, text: Content | str, style: str = "$text-muted") -> Content:
    """Give a label in a style of its own, and behind it what it is about."""
    from textual.content import Content

    form = pgettext("a label and its text", "{label}: {text}")
    return filled(form, style, label=Content.styled(label, style), text=text)


def day_in_words(day: date) -> str:
    """Write a day with the name of its month."""
    return spoken_language().day(day, in_words=True)


def one_line(text: str) -> str:
    """Give a text on one line, control characters made visible, line breaks as spaces."""
    from assess.core.text.visible import visible

    return visible(" ".join(text.split()) if not text.isprintable() else text)


def cut(text: str, width: int) -> str:
    """Give a text in exactly so many cells: cut with an ellipsis, or filled with spaces."""
    from rich.cells import cell_len, set_cell_size

    if width <= 0:
        return ""
    text = text[: 4 * width + 4]
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)


def whole_clauses(text: str, width: int) -> str:
    """Give as many clauses of a sentence as there is room for, none of them cut."""
    from rich.cells import cell_len

    while text and cell_len(text) > width:
        ends = [at for at, letter in enumerate(text) if letter in ",;" and text[at + 1 :].strip()]
        text = text[: ends[-1]] if ends else ""
    return text


def broken(text: str, width: int, most: int) -> list[str]:
    """Break a text on one line into lines of so many cells, at most so many.

    All begin with the same blanks. Lines are broken between words, and a word that is longer than
    a line within it. What is too long for all of them lacks its middle: texts that begin alike
    mostly differ in their ends.
    """
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return [text]
    indent = " " * min(len(text) - len(text.lstrip(" ")), width // 2)
    room = max(1, width - len(indent))
    lines: list[str] = []
    rest = text.lstrip(" ")
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, room)
        lines.append(indent + line)
    return [*lines, indent + _without_middle(rest, room)] if rest else lines


def _without_middle(text: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= width:
        return text
    end = text[len(text) - (width - 1) // 2 :]
    while cell_len(end) > (width - 1) // 2:
        end = end[1:]
    return set_cell_size(text, width - 1 - cell_len(end)).rstrip() + "…" + end.lstrip()


def _first_line(text: str, width: int) -> tuple[str, str]:
    """Give as many words of a text as one line holds, and what is left."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text, ""
    fitting, used = 0, 0
    for letter in text:
        used += cell_len(letter)
        if used > width:
            break
        fitting += 1
    fitting = max(1, fitting)
    space = text.rfind(" ", 1, fitting + 1)
    end = space if space > 0 else fitting
    return text[:end].rstrip(), text[end:].lstrip()
