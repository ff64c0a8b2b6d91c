"""Places to type: text of any kind, shown as typed and never obeyed by the terminal.

Each has edges, thin ones and broad ones where one types: seen with any number of colours.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual.events import Key, Paste
from textual.widgets import Input, TextArea

from assess.core.text.visible import visible
from assess.tui.frame.key_order import carry_out


class _Visible(Highlighter):
    """Draws control characters as visible signs."""

    def highlight(self, text: Text) -> None:
        """Change the text that is drawn."""
        text.plain = visible(text.plain)


class Line(Input):
    """One line to type in."""

    DEFAULT_CSS = """
    Line {
        height: 1; border: none; padding: 0; background: $surface;
        border-left: solid $text-muted; border-right: solid $text-muted;
    }
    Line:focus {
        border: none; background: $block-cursor-background;
        border-left: outer $accent; border-right: outer $accent;
    }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", classes: str = "") -> None:
        """Begin with a text."""
        super().__init__(
            value,
            placeholder=placeholder,
            classes=classes,
            validate_on=[],
            highlighter=_Visible(),
        )

    def is_too_long(self, hint: str) -> bool:
        """Tell whether a hint has more cells than the line."""
        return cell_len(hint) > self.scrollable_content_region.width > 0

    async def on_key(self, event: Key) -> None:
        """Deal with the keys in their order; letters are left to Textual."""
        await carry_out(self, event)

    def on_paste(self, event: Paste) -> None:
        """Take several pasted lines as one, so that nothing of them is lost."""
        event.prevent_default()  # Input takes the first line and drops the others
        event.stop()
        self.replace(" ".join(event.text.splitlines()), *sorted(self.selection))


class Page(TextArea):
    """Several lines to type in."""

    DEFAULT_CSS = """
    Page {
        height: auto; border: none; padding: 0; background: $surface;
        border-left: solid $text-muted; border-right: solid $text-muted;
    }
    Page:focus {
        border: none; background: $block-cursor-background;
        border-left: outer $accent; border-right: outer $accent;
    }
    """

    def __init__(self, text: str = "", *, placeholder: str = "", classes: str = "") -> None:
        """Begin with a text."""
        super().__init__(
            text, placeholder=placeholder, classes=classes, highlight_cursor_line=False
        )

    async def on_key(self, event: Key) -> None:
        """Deal with the keys in their order; letters are left to Textual."""
        await carry_out(self, event)

    def get_line(self, line_index: int) -> Text:
        """What is drawn: control characters become visible signs."""
        text = super().get_line(line_index)
        text.plain = visible(text.plain)
        return text
