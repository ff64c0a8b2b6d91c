"""The keys of the whole program, in one table: each has one meaning, on every screen.

Screens and widgets bind what they can do by the name of the meaning (`bound("results", ...)`), so
that no key can mean two things. Three rules make the table easy to keep in mind:

- A letter acts where no text is typed. While you type, the list of keys (F1 or Ctrl+L) and then
  the same letter do the same; so does Esc, which leaves the field, and then the letter.
- Letters and digits that answer a question stand beside its options; they are no commands.
- No key is needed that a terminal keeps for itself (`KEPT`), and none needs Alt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import Binding

from assess.languages import gettext, pgettext


class KeyMeaning(NamedTuple):
    """What some keys do; the first of them is the one that is shown."""

    keys: tuple[str, ...]
    words: str


MOVING = {
    "up": KeyMeaning(("up", "k"), gettext("Up")),
    "down": KeyMeaning(("down", "j"), gettext("Down")),
    "left": KeyMeaning(("left",), gettext("Left")),
    "right": KeyMeaning(("right",), gettext("Right")),
    "page_up": KeyMeaning(("pageup",), gettext("Page up")),
    "page_down": KeyMeaning(("pagedown",), gettext("Page down")),
    "first": KeyMeaning(("home",), gettext("First")),
    "last": KeyMeaning(("end",), gettext("Last")),
    "next_field": KeyMeaning(("tab",), gettext("Next field")),
    "previous_field": KeyMeaning(("shift+tab",), gettext("Field before")),
}
"""Keys that move what is marked, or scroll."""

ANSWERING = {
    "yes": KeyMeaning(("y",), gettext("Yes")),
    "no": KeyMeaning(("n",), gettext("No")),
    "mark": KeyMeaning(("space",), gettext("Choose")),
}
"""Keys that answer where a question has the cursor, beside those of its options."""

ACTING = {
    "open": KeyMeaning(("enter",), pgettext("a key", "Open")),
    "back": KeyMeaning(("escape",), gettext("Back")),
    "leave": KeyMeaning(("q", "ctrl+q"), gettext("Leave")),
    "save": KeyMeaning(("ctrl+s",), gettext("Save")),
    "begin_anew": KeyMeaning(("ctrl+r",), gettext("Begin again")),
    "open_document": KeyMeaning(("ctrl+o",), gettext("Open the document saved last")),
    "list_keys": KeyMeaning(("question_mark", "f1", "ctrl+l"), gettext("Keys")),
    "commands": KeyMeaning(("ctrl+p",), gettext("Commands")),
    "search": KeyMeaning(("slash",), gettext("Search")),
    "add": KeyMeaning(("plus",), gettext("Add")),
    "take_away": KeyMeaning(("delete", "backspace"), gettext("Remove")),
    "choose": KeyMeaning(tuple("123456789"), gettext("Choose by number")),
    "other_language": KeyMeaning(("f7",), gettext("Other language")),
    "origin": KeyMeaning(("full_stop",), gettext("Origin")),
    "put_up": KeyMeaning(("left_square_bracket", "shift+up"), gettext("Move up")),
    "put_down": KeyMeaning(("right_square_bracket", "shift+down"), gettext("Move down")),
    "areas": KeyMeaning(("a",), gettext("Areas")),
    "previous": KeyMeaning(("b",), gettext("Previous")),
    "accept": KeyMeaning(("c",), gettext("Accept")),
    "decline": KeyMeaning(("d",), gettext("Decline")),
    "evidence": KeyMeaning(("e",), gettext("Evidence")),
    "flag": KeyMeaning(("f",), gettext("For later")),
    "go_to": KeyMeaning(("g", "ctrl+g"), gettext("Go to")),
    "history": KeyMeaning(("h",), gettext("History")),
    "details": KeyMeaning(("i",), gettext("Details")),
    "label": KeyMeaning(("l",), gettext("Label")),
    "accept_area": KeyMeaning(("m",), gettext("Accept area")),
    "next": KeyMeaning(("n",), gettext("Next")),
    "open_points": KeyMeaning(("o",), gettext("Open points")),
    "side": KeyMeaning(("p",), gettext("Side pane")),
    "results": KeyMeaning(("r",), gettext("Results")),
    "no_answer": KeyMeaning(("s", "f2"), gettext("No answer")),
    "note": KeyMeaning(("t", "f3"), gettext("Note")),
    "for_report": KeyMeaning(("f6",), gettext("For the report")),
    "reason": KeyMeaning(("exclamation_mark", "f4"), gettext("Reason")),
    "undo": KeyMeaning(("u",), gettext("Undo")),
    "report": KeyMeaning(("v",), gettext("Report")),
    "pause": KeyMeaning(("w",), gettext("Pause")),
    "share": KeyMeaning(("x",), gettext("Shared screen")),
    "send": KeyMeaning(("greater_than_sign",), gettext("Send to the secretariat")),
    "answer_secretariat": KeyMeaning(("less_than_sign",), gettext("Answer the secretariat")),
    "queue": KeyMeaning(("at",), gettext("Cases at the secretariat")),
    "finish": KeyMeaning(("z",), gettext("Finish")),
}
"""Keys that do something, or lead somewhere."""

KEYS = {**MOVING, **ANSWERING, **ACTING}
"""Every meaning by its name."""

OPTION = "option"
"""The id of a binding of what stands as a key before an option, which answers a question."""

KEPT = frozenset(
    {
        "ctrl+a",  # screen
        "ctrl+b",  # tmux
        *("ctrl+n", "ctrl+t", "ctrl+w"),  # a browser: windows and tabs
        *("ctrl+c", "ctrl+z", "ctrl+backslash"),  # interrupt, suspend, quit
        *("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"),  # Backspace, Tab, a new line, Enter
        *("f10", "f11", "f12"),  # menus, full screen and developer tools of desktops
    }
)
"""Keys that a terminal or the program around it may keep for itself: none of them is bound."""


def bound(
    name: str,
    action: str,
    words: str = "",
    *,
    show: bool = False,
    tooltip: str = "",
    priority: bool = False,
) -> Binding:
    """Bind the keys of a meaning to an action.

    `words` say what the meaning comes to where it is bound; `show` puts it among the essential
    keys at the foot of the screen.
    """
    keys, usual = KEYS[name]
    return Binding(
        ",".join(keys),
        action,
        words or usual,
        show=show,
        tooltip=tooltip,
        priority=priority,
        id=name,
    )


def bound_digits(
    acts: Sequence[tuple[str, str]], words: str = "", *, tooltip: str = ""
) -> tuple[Binding, ...]:
    """Bind the digits from 1 on to actions, each with its words.

    With `words` they are shown as one key, such as `1-7 Sort`, at the foot of the screen.
    """
    bindings: list[Binding] = []
    for key, (action, said) in zip(KEYS["choose"].keys, acts, strict=False):
        is_first = bool(words) and not bindings
        bindings.append(
            Binding(
                key,
                action,
                words if is_first else said,
                show=is_first,
                key_display=f"1–{len(acts)}" if is_first else None,
                tooltip=tooltip if is_first else "",
                id="choose",
            )
        )
    return tuple(bindings)
