"""Asks one question with a few answers, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from time import monotonic
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound, bound_digits
from assess.tui.frame.text import plain
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar


class ChooseScreen(Dialog[str | None]):
    """A question with answers to choose from by digit or arrows; gives the key of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "choose", gettext("Choose"), show=True),
        *bound_digits([(f"digit({digit})", gettext("Choose")) for digit in range(1, 10)]),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "choose.tcss"
    shown_at = inf
    """When it was painted first; keys pressed earlier were meant for the screen below."""

    def __init__(
        self, question: str, answers: Sequence[tuple[str, str]], *, explanation: str = ""
    ) -> None:
        """Ask; answers are pairs of a key and a text."""
        super().__init__()
        self._question = question
        self._answers = tuple(answers)
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="choose"):
            yield Static(plain(self._question), id="choose-question")
            if self._explanation:
                with VerticalScroll(id="choose-explanation", can_focus=False):
                    yield Static(plain(self._explanation))
            yield RowList([Column("text", "", share=1)], id="choose-answers", with_titles=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin once it is there."""
        answers = self.query_one(RowList)
        answers.styles.height = len(self._answers)
        answers.show(
            Row(key, (f"{number}  {text}",)) for number, (key, text) in enumerate(self._answers, 1)
        )
        answers.focus()
        self.call_after_refresh(self._begin_to_listen)

    def _begin_to_listen(self) -> None:
        self.shown_at = monotonic()

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_choose(self) -> None:
        """Choose the answer under the cursor."""
        if chosen := self.query_one(RowList).chosen:
            self.dismiss(chosen)

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if digit <= len(self._answers):
            self.dismiss(self._answers[digit - 1][0])

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def ask_to_begin_anew(screen: Screen[Any], begin: Callable[[], object]) -> None:
    """Ask before what was typed into a form is forgotten; the default keeps it."""

    def answered(answer: str | None) -> None:
        if answer == "anew":
            begin()

    answers = [
        ("keep", gettext("Keep the text")),
        ("anew", gettext("Delete the text and begin again")),
    ]
    screen.app.push_screen(ChooseScreen(gettext("Begin this form again?"), answers), answered)
