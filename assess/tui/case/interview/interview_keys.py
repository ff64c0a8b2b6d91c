"""The keys of the interview, all of them, and the command that each one gives."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from assess.languages import gettext
from assess.tui.frame.keys import KEYS, bound

COMMANDS = (
    "next",
    "previous",
    "go_to",
    "no_answer",
    "note",
    "search",
    "accept",
    "decline",
    "accept_area",
    "open_points",
    "results",
    "label",
    "reason",
    "flag",
    "evidence",
    "undo",
    "history",
    "areas",
    "side",
    "answer_secretariat",
    "details",
    "origin",
    "share",
    "other_language",
    "pause",
    "save",
    "leave",
)
"""The commands, each called as its meaning in the table of keys.

They work wherever no text is typed; a field that uses a key itself has it first.
"""

ESSENTIAL = frozenset(COMMANDS[:12]) | {"leave"}
"""What stands at the foot of the screen; the rest is in the list of keys."""

SLASH = "slash"
"""The command to search where its key is `/`, which a field may have a use for itself."""


def bindings() -> list[BindingType]:
    """Give the bindings of the interview.

    All have priority: they are then dealt with one after another, and the key that is typed next
    finds the focus where the one before it has brought it.
    """
    return [
        bound("open", "go_on(True)", gettext("Go on"), show=True, priority=True),
        *(
            bound(
                name,
                _action(SLASH if name == "search" else name),
                show=name in ESSENTIAL,
                priority=True,
            )
            for name in COMMANDS
        ),
        *(_with_alt(name) for name in COMMANDS if len(KEYS[name].keys[0]) == 1),
        bound("next_field", "go_on(False)", gettext("Go on"), priority=True),
        bound("previous_field", "focus_back", gettext("Back in the card"), priority=True),
        bound("back", "single_keys", gettext("Single keys"), priority=True),
    ]


def _with_alt(name: str) -> Binding:
    """Give the letter of a command with Alt: a second way for terminals that pass it on."""
    keys, words = KEYS[name]
    return Binding(f"alt+{keys[0]}", _action(name), words, show=False, priority=True, id=name)


def _action(command: str) -> str:
    return f"do('{command}')"
