"""One line of a form: what is asked, where it is typed, and how it was understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from assess.tui.frame.text import one_line
from assess.tui.widgets.path_suggester import PathSuggester
from assess.tui.widgets.pick_field import Pick, PickField
from assess.tui.widgets.text_input import Line, Page
from assess.tui.widgets.tick_box import TickBox


class Asked(NamedTuple):
    """What a form asks on one line."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    kind: Literal["line", "text", "path", "secret", "pick", "tick"] = "line"
    picks: tuple[Pick, ...] = ()
    understood: Callable[[str], tuple[str, bool]] | None = None
    """Says how a text is understood, and whether it is right; shown while typing."""


class FormField(Widget):
    """A label, an editor and the line below it."""

    DEFAULT_CSS = """
    FormField { height: auto; width: 1fr; }
    FormField > Horizontal { height: auto; }
    FormField .label { width: 17; padding-right: 1; color: $text-muted; }
    FormField.-here .label { color: $accent; text-style: bold; }
    FormField Input { width: 1fr; background: $surface; height: 1; border: none; padding: 0; }
    FormField Input:focus { background: $block-cursor-background; }
    FormField TextArea {
        width: 1fr; height: auto; min-height: 2; max-height: 7; background: $surface;
        border: none; padding: 0;
    }
    FormField .note { margin-left: 17; height: auto; display: none; color: $text-muted; }
    FormField .note.-shown { display: block; }
    FormField .note.-fault { color: $warning; }
    """

    class Changed(Message):
        """What stands in the field is another text now."""

        def __init__(self, field: FormField) -> None:
            self.field = field
            super().__init__()

    class Submitted(Message):
        """Enter in the field: on to the next one."""

        def __init__(self, field: FormField) -> None:
            self.field = field
            super().__init__()

    def __init__(self, asked: Asked) -> None:
        """Make the field for what is asked."""
        super().__init__(id=f"field-{asked.key.replace('_', '-')}")
        self.asked = asked
        self.editor = self._editor()
        self._note = Static("", markup=False, classes="note")
        self._long_hint = ""

    def _editor(self) -> Widget:
        asked = self.asked
        match asked.kind:
            case "pick":
                known = any(pick.key == asked.value for pick in asked.picks)
                text = "" if known else asked.value
                return PickField(asked.picks, asked.value, text=text, hint=asked.hint)
            case "tick":
                return TickBox(asked.hint, is_on=bool(asked.value))
            case "text":
                return Page(asked.value, placeholder=asked.hint)
            case _:
                line = Line(asked.value, placeholder=asked.hint)
                line.password = asked.kind == "secret"
                line.select_on_focus = asked.kind != "path"  # a path is mostly typed on
                if asked.kind == "path":
                    line.suggester = PathSuggester()
                return line

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal():
            yield Static(self.asked.label, markup=False, classes="label")
            yield self.editor
        yield self._note

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.explain()

    @property
    def key(self) -> str:
        """The key under which the form knows it."""
        return self.asked.key

    @property
    def text(self) -> str:
        """What stands in the field; of a list the key of the option, or what was typed."""
        match self.editor:
            case PickField() as pick:
                return pick.value or pick.text
            case TickBox() as tick:
                return "yes" if tick.is_on else ""
            case TextArea() as area:
                return area.text
            case Input() as line:
                return line.value
            case _:
                return ""

    @text.setter
    def text(self, text: str) -> None:
        match self.editor:
            case TextArea() as area:
                area.text = text
            case Input() as line:
                line.value = text
            case TickBox() as tick:
                tick.is_on = bool(text)
            case _:
                pass

    def begin(self) -> None:
        """Give the focus to the editor."""
        target = self.editor
        (target.query_one(Input) if isinstance(target, PickField) else target).focus()

    def on_resize(self) -> None:
        """Show a hint that is longer than its line below it."""
        line = self.editor
        if isinstance(line, Line) and self.asked.hint:
            self._long_hint = self.asked.hint if line.is_too_long(self.asked.hint) else ""
            line.placeholder = "" if self._long_hint else self.asked.hint
            if self._long_hint and not self._note.has_class("-shown"):
                self.explain()

    def explain(self) -> None:
        """Show how the text is understood, or nothing."""
        understood = self.asked.understood
        if understood is None or not self.text.strip():
            self.remark("" if self.text.strip() else self._long_hint)
            return
        echo, is_right = understood(self.text)
        self.remark(echo, is_fault=not is_right)

    def remark(self, text: str, *, is_fault: bool = False) -> None:
        """Show a line below the field; a fault is marked with a sign and a colour."""
        sign = "! " if is_fault else ""
        self._note.update(Content(f"{sign}{one_line(text)}" if text else ""))
        self._note.set_class(bool(text), "-shown")
        self._note.set_class(is_fault, "-fault")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(PickField.Changed)
    @on(TickBox.Turned)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.explain()
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    @on(PickField.Submitted)
    @on(TickBox.Submitted)
    def _entered(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted(self))

    def on_descendant_focus(self) -> None:
        """Show where the cursor is."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Show that it went elsewhere."""
        self.remove_class("-here")

    def on_key(self, event: events.Key) -> None:
        """Handle the keys that the editor leaves."""
        if self.asked.kind == "path" and event.key == "tab":
            line = self.editor
            if isinstance(line, Input) and line.cursor_at_end:
                before = line.value
                line.action_cursor_right()  # which takes what is suggested, if anything is
                if line.value != before:
                    event.stop()
                    event.prevent_default()
