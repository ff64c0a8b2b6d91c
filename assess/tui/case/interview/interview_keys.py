"""The keys of the interview, all of them, and the command that each one gives."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from assess.languages import gettext

SINGLE_KEYS = (
    ("n", "next", gettext("Next")),
    ("b", "back", gettext("Back")),
    ("g", "go_to", gettext("Go to")),
    ("s", "no_answer", gettext("No answer")),
    ("t", "note", gettext("Note")),
    ("exclamation_mark", "reason", gettext("Reason")),
    ("f", "flag", gettext("Come back")),
    ("e", "evidence", gettext("Evidence")),
    ("u", "undo", gettext("Undo")),
    ("h", "history", gettext("History")),
    ("c", "take_proposal", gettext("Take")),
    ("d", "decline_proposal", gettext("Decline")),
    ("m", "take_area", gettext("Take area")),
    ("v", "take_last", gettext("As last")),
    ("z", "take_last_area", gettext("Area as last")),
    ("a", "areas", gettext("Areas")),
    ("p", "beside", gettext("Context")),
    ("x", "share", gettext("Shared screen")),
    ("slash", "search", gettext("Search")),
    ("o", "open_points", gettext("Open points")),
    ("r", "results", gettext("Results")),
    ("l", "label", gettext("Label")),
    ("w", "pause", gettext("Pause")),
    ("q", "leave", gettext("Leave")),
)
"""Each key with its command and its words.

They work wherever no text is typed; a field that uses a key itself has it first.
"""

SLASH = "slash"
"""The command to search where its key is `/`, which a field may have a use for itself."""

WITH_CTRL = frozenset("nbgstq")
"""Those that also work with Ctrl everywhere; the others do so with Alt."""

WITH_FUNCTION_KEY = {"reason": "f4"}
"""Those that work everywhere by a key of their own."""


def bindings() -> list[BindingType]:
    """Give the bindings of the interview.

    All have priority: they are then dealt with one after another, and the key that is typed next
    finds the focus where the one before it has brought it.
    """
    return [
        *(
            Binding(
                key,
                _action(SLASH if key == "slash" else command),
                words,
                show=command not in WITH_FUNCTION_KEY,  # it is said where it is of use
                priority=True,
            )
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
    if command in WITH_FUNCTION_KEY:
        return Binding(
            WITH_FUNCTION_KEY[command], _action(command), words, show=False, priority=True
        )
    is_ctrl = key in WITH_CTRL
    held = "ctrl" if is_ctrl else "alt"
    return Binding(f"{held}+{key}", _action(command), words, show=is_ctrl, priority=True)


def _action(command: str) -> str:
    return f"do('{command}')"
