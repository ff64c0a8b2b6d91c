"""Keys in the order in which they were pressed.

Textual inserts a letter as soon as its widget sees it, but lets a key that is bound (Backspace,
End, an arrow) go up to the application and come back as an action. Where keys come faster than
they are dealt with, letters would overtake it: `1`, Backspace, `2` would leave nothing of the 2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from textual.binding import Binding, BindingsMap
from textual.events import Key
from textual.widget import Widget


async def carry_out(widget: Widget, event: Key) -> None:
    """Carry out a key that a widget has bound itself at once, between the letters around it."""
    if widget.check_consume_key(event.key, event.character):
        return
    for binding in _bindings(type(widget)).get(event.key, ()):
        if await widget.app.run_action(binding.action, widget):
            event.stop()
            event.prevent_default()
            return


@cache
def _bindings(kind: type[Widget]) -> Mapping[str, Sequence[Binding]]:
    """Give what a kind of widget and its ancestors have bound, by the key."""
    maps = (BindingsMap(vars(part).get("BINDINGS", ())) for part in reversed(kind.__mro__))
    return BindingsMap.merge(maps).key_to_bindings
