"""How keys are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding

KEYS = {
    "ctrl": "Ctrl",
    "shift": "Shift",
    "alt": "Alt",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "question_mark": "?",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "at": "@",
    "f1": "F1",
    "f2": "F2",
    "f3": "F3",
    "f4": "F4",
    "f6": "F6",
    "f7": "F7",
}
"""Keys as they stand on the keyboard."""


def key_name(binding: Binding) -> str:
    """Give the name of a binding's key, such as `Ctrl+S`."""
    if binding.key_display:
        return binding.key_display
    *held, last = binding.key.split("+")
    name = KEYS.get(last, last)
    if held and len(name) == 1:
        name = name.upper()
    return "+".join([*(KEYS.get(key, key) for key in held), name])
