"""The keys of the interview."""

from __future__ import annotations

from textual.binding import Binding, BindingType

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
"""Keys that work wherever no text is typed; a field that uses a key itself has it first."""

WITH_CTRL = frozenset("nbgstq")
"""Those that also work with Ctrl everywhere; the others do so with Alt."""


def bindings() -> list[BindingType]:
    """Give the bindings of the interview.

    All have priority: they are then dealt with one after another, and the key that is typed next
    finds the focus where the one before it has brought it.
    """
    return [
        *(
            Binding(key, "slash" if key == "slash" else action, words, priority=True)
            for key, action, words in SINGLE_KEYS
        ),
        *(_everywhere(*one) for one in SINGLE_KEYS),
        Binding("enter", "go_on(True)", "Go on", show=False, priority=True),
        Binding("tab", "go_on(False)", "Go on", show=False, priority=True),
        Binding("shift+tab", "focus_back", "Back within the card", show=False, priority=True),
        Binding("escape", "single_keys", "Single keys", priority=True),
    ]


def _everywhere(key: str, action: str, words: str) -> Binding:
    """Give the binding that works also while text is typed."""
    is_ctrl = key in WITH_CTRL
    return Binding(
        f"{'ctrl' if is_ctrl else 'alt'}+{key}", action, words, show=is_ctrl, priority=True
    )
