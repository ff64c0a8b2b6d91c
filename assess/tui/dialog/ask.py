"""Asks for a few lines over the screen below: a path, a reason, a decision, a wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from assess.errors import AssessError
from assess.languages import gettext
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.dialog.choose import ask_to_begin_anew
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.form_draft import OFFERED, KeptForm
from assess.tui.frame.keys import bound
from assess.tui.frame.text import plain
from assess.tui.widgets.form_field import Asked, FormField
from assess.tui.widgets.screen_frame import KeyBar


class WrongField(AssessError):
    """A line of a form is not right; the message says what would be."""

    def __init__(self, key: str, message: str) -> None:
        """Keep which line it is."""
        self.key = key
        super().__init__(message)


Submit = Callable[[Mapping[str, str]], object]
"""Does what the form is for, or gives something slow that does it apart from the screen.

An AssessError (WrongField for one line) keeps the form open.
"""


class AskScreen(Dialog[bool]):
    """A small form; gives True when it was done. What was typed is kept when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("save", "save", show=True),
        bound("begin_anew", "restore", show=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "ask.tcss"
    shown_at = inf
    """When it was painted first; keys pressed earlier were meant for the screen below."""

    def __init__(
        self,
        title: str,
        asked: Sequence[Asked],
        submit: Submit,
        *,
        explanation: str = "",
        keep_as: str = "",
        case_id: str | None = None,
    ) -> None:
        """Ask; `keep_as` names the form under which typed texts are kept, with those of a case."""
        super().__init__()
        self._title = title
        self._asked = tuple(asked)
        self._submit = submit
        self._explanation = explanation
        self._begun: dict[str, str] = {line.key: line.value for line in asked}
        self._kept = KeptForm(self, keep_as, case_id, lambda: self.values)
        self._apart: Apart | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        kept = self._kept.begin(self._begun)
        with Vertical(id="ask"):
            yield Static(plain(self._title), id="ask-title")
            if self._explanation:
                yield Static(plain(self._explanation), id="ask-explanation")
            if kept:
                yield Static(OFFERED, id="ask-offered")
            with VerticalScroll(id="ask-fields", can_focus=False):
                for line in self._asked:
                    yield FormField(line._replace(value=kept.get(line.key, line.value)))
            with VerticalScroll(id="ask-fault"):
                yield Static("")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin once it is there."""
        self._fields()[0].begin()
        self.call_after_refresh(self._begin_to_listen)

    def _begin_to_listen(self) -> None:
        self.shown_at = monotonic()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to begin anew where something typed before is shown."""
        del parameters
        return action != "restore" or self._kept.is_offered

    def _fields(self) -> list[FormField]:
        return list(self.query(FormField))

    @property
    def values(self) -> dict[str, str]:
        """What stands in the lines."""
        return {field.key: field.text for field in self._fields()}

    @on(FormField.Changed)
    def _typed(self) -> None:
        self._say("")
        self._kept.typed()

    @on(FormField.Submitted)
    def _entered(self, event: FormField.Submitted) -> None:
        fields = self._fields()
        place = fields.index(event.field)
        if place + 1 < len(fields):
            fields[place + 1].begin()
        else:
            self.action_save()

    def keep_typed(self) -> None:
        """Keep what is typed at once: the program ends."""
        self._kept.flush()

    def action_save(self) -> None:
        """Do what the form is for, once: Enter may come again before this screen is gone."""
        if not self.is_current or self._apart is not None:
            return
        for field in self._fields():
            field.explain()
        try:
            done = self._submit(self.values)
        except AssessError as error:
            self._refuse(error)
            return
        if isinstance(done, Slow):
            self._wait_for(done)
        else:
            self._finish()

    def _finish(self) -> None:
        self._kept.drop()
        self.dismiss(True)  # noqa: FBT003  the result of the screen

    def _refuse(self, error: AssessError) -> None:
        """Say what is wrong, beside its line or below all of them."""
        self._stop_waiting()
        if not isinstance(error, WrongField):
            self._say(str(error))
            return
        field = next(field for field in self._fields() if field.key == error.key)
        field.remark(str(error), is_fault=True)
        field.begin()

    def _wait_for(self, slow: Slow) -> None:
        def take(found: object) -> None:
            slow.then(found)
            self._finish()

        self._say(gettext("{work} Esc cancels it.", work=slow.words), mark="…")
        self._apart = Apart(self.app, slow._replace(then=take), self._refuse)

    def _stop_waiting(self) -> None:
        if self._apart is not None:
            self._apart.leave()
            self._apart = None
            self._say("")

    def action_leave(self) -> None:
        """Wait no longer, or leave; what was typed is there when the form is opened again."""
        if self._apart is not None:
            self._stop_waiting()
            return
        self._kept.flush()
        if self._kept.is_offered:
            self.notify(
                gettext("Not saved yet. What you typed is here again when you open this form."),
                markup=False,
            )
        self.dismiss(False)  # noqa: FBT003  the result of the screen

    def action_restore(self) -> None:
        """Show what stood in the lines before anything was typed, once that is said twice."""
        ask_to_begin_anew(self, self._begin_anew)

    def _begin_anew(self) -> None:
        for field in self._fields():
            field.text = self._begun[field.key]
        self._kept.drop()
        self.query("#ask-offered").remove()
        self.refresh_bindings()

    def _say(self, text: str, mark: str = "!") -> None:
        place = self.query_one("#ask-fault")
        place.query_one(Static).update(plain(f"{mark} {text}" if text else ""))
        place.set_class(bool(text), "-shown")
