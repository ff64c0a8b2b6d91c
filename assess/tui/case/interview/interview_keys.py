"""The keys of the interview, all of them, and the command that each one gives."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from assess.languages import gettext

SINGLE_KEYS = (
    ("n", "next", "Next"),
    ("b", "back", "Back"),
    ("g", "go_to", "Go to"),
    ("s", "no_answer", "No answer"),
    ("t", "note", "Note"),
    ("f", "flag", "Come back"),
    ("e", "evidence", "Evidence"),
    ("u", "undo", "Undo"),
    ("h", "history", "History"),
    ("c", "take_proposal", "Take"),
    ("d", "decline_proposal", "Decline"),
    ("m", "take_area", "Take area"),
    ("v", "take_last", "As last"),
    ("z", "take_last_area", "Area as last"),
    ("a", "areas", "Areas"),
    ("p", "beside", "Context"),
    ("x", "share", "Shared screen"),
    ("slash", "search", "Search"),
    ("o", "open_points", "Open points"),
    ("r", "results", "Results"),
    ("l", "label", "Label"),
    ("w", "pause", "Pause"),
    ("q", "leave", "Leave"),
)
"""Each key with its command and its words.

They work wherever no text is typed; a field that uses a key itself has it first.
"""

SLASH = "slash"
"""The command to search where its key is `/`, which a field may have a use for itself."""

WITH_CTRL = frozenset("nbgstq")
"""Those that also work with Ctrl everywhere; the others do so with Alt."""


def bindings() -> list[BindingType]:
    """Give the bindings of the interview.

    All have priority: they are then dealt with one after another, and the key that is typed next
    finds the focus where the one before it has brought it.
    """
    return [
        *(
            Binding(key, _action(SLASH if key == "slash" else command), words, priority=True)
            for key, command, words in SINGLE_KEYS
        ),
        *(_everywhere(key, command, words) for key, command, words in SINGLE_KEYS),
        Binding("enter", "go_on(True)", gettext("Go on"), show=False, priority=True),
        Binding("tab", "go_on(False)", gettext("Go on"), show=False, priority=True),
        Binding(
            "shift+tab", "focus_back", gettext("Back within the card"), show=False, priority=True
        ),
        Binding("escape", "single_keys", gettext("Single keys"), priority=True),
    ]


def _everywhere(key: str, command: str, words: str) -> Binding:
    """Give the binding that works also while text is typed."""
    is_ctrl = key in WITH_CTRL
    held = "ctrl" if is_ctrl else "alt"
    return Binding(f"{held}+{key}", _action(command), words, show=is_ctrl, priority=True)


def _action(command: str) -> str:
    return f"do('{command}')"
