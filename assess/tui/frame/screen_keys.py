"""The keys that a screen offers now: those that act at once, and those that a field would take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from textual import actions
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

UNKNOWN = {"slash": "/", "plus": "+", "space": " "}
"""Keys whose characters Textual does not know by their names, so that it never finds them typed."""


class OfferedKey(NamedTuple):
    """One key of a screen, and what it would do."""

    node: DOMNode
    binding: Binding
    is_enabled: bool
    acts_at_once: bool
    """False for a letter that would only be typed into the field that has the focus."""


def offered_keys(screen: Screen[Any]) -> Iterator[OfferedKey]:
    """Give every key with an action on a screen; first those that act at once."""
    active = screen.active_bindings
    for node, binding, is_enabled, _ in active.values():
        is_typed = not binding.priority and _is_typed(screen, binding)
        yield OfferedKey(node, binding, is_enabled, acts_at_once=not is_typed)
    for binding in Binding.make_bindings(type(screen).BINDINGS):
        if binding.key not in active and (
            _is_typed(screen, binding) or not _is_refused(screen, binding.action)
        ):
            yield OfferedKey(screen, binding, is_enabled=True, acts_at_once=False)


def _is_typed(screen: Screen[Any], binding: Binding) -> bool:
    """Tell whether a key would only be typed into the field with the focus, unknown to Textual."""
    character, focused = UNKNOWN.get(binding.key), screen.focused
    if character is None or focused is None:
        return False
    return focused.check_consume_key(binding.key, character)


def _is_refused(screen: Screen[Any], action: str) -> bool:
    place, name, parameters = actions.parse(action)
    return not place and screen.check_action(name, parameters) is False
