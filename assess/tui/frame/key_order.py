"""Keys in the order in which they were pressed.

Textual inserts a letter as soon as its widget sees it, but lets a key that is bound (Backspace,
End, an arrow) go up to the application and come back as an action. Where keys come faster than
they are dealt with, letters would overtake it: `1`, Backspace, `2` would leave nothing of the 2.
"""

from __future__ import annotations

from textual.binding import NoBinding
from textual.events import Key
from textual.widget import Widget


async def carry_out(widget: Widget, event: Key) -> None:
    """Carry out a key that a widget has bound itself at once, between the letters around it."""
    if widget.check_consume_key(event.key, event.character):
        return
    try:
        bindings = widget._bindings.get_bindings_for_key(event.key)  # noqa: SLF001  Textual has no public way
    except NoBinding:
        return
    for binding in bindings:
        if await widget.app.run_action(binding.action, widget):
            event.stop()
            event.prevent_default()
            return
