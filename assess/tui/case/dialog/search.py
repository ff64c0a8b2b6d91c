"""Searches the questions, hints, guidance, answers and notes of a case."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from assess.core.case.assessment import Assessment
from assess.core.case.search import SearchHit, find_in_case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.columns import room_for
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar
from assess.tui.widgets.text_input import Line

_WHERE = {
    "question": (gettext("question"), "quiet"),
    "hint": (gettext("hint"), "quiet"),
    "guidance": (gettext("guidance"), "quiet"),
    "answer": (gettext("answer"), "accent"),
    "note": (gettext("note"), "strong"),
}
"""In what something was found, and how that looks."""


class SearchScreen(Dialog[str | None]):
    """A line to search in and what was found; gives the question to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("down", "move('step', 1)", priority=True),
        bound("up", "move('step', -1)", priority=True),
        bound("page_down", "move('page', 1)", priority=True),
        bound("page_up", "move('page', -1)", priority=True),
        bound("open", "choose", gettext("Go to the question"), show=True, priority=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(
        self, assessment: Assessment, catalogue: Catalogue, *, is_shared: bool = False
    ) -> None:
        """Search a case as it stands; with `is_shared` only in what others may see."""
        super().__init__()
        self._is_shared = is_shared
        self._assessment = assessment
        self._catalogue = catalogue
        self._found: tuple[SearchHit, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside -high"):
            yield Static(
                gettext("Search questions, hints, guidance, answers and notes"),
                markup=False,
                classes="aside-title",
            )
            yield Line(placeholder=gettext("one word or more"))
            yield RowList(
                (
                    Column("number", "", 3, right=True),
                    Column("where", "", room_for(8, *(words for words, _ in _WHERE.values()))),
                    Column("text", "", share=1),
                ),
                with_titles=False,
            )
            yield Static("", markup=False, classes="aside-fault")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.set_focus(self.query_one(Line))

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        self._found = find_in_case(
            event.value, self._assessment, self._catalogue, say, is_shared=self._is_shared
        )
        is_in_vain = bool(event.value.strip()) and not self._found
        self.query_one(".aside-fault", Static).update(
            gettext("Nothing found.") if is_in_vain else ""
        )
        self.query_one(RowList).show(
            Row(
                str(at),
                (str(hit.number), _WHERE[hit.where], shortened(hit.text, 400)),
            )
            for at, hit in enumerate(self._found)
        )

    def action_move(self, how: str, by: int) -> None:
        """Move among what was found, while the focus stays in the line."""
        rows = self.query_one(RowList)
        (rows.action_step if how == "step" else rows.action_page)(by)

    def action_choose(self) -> None:
        """Go to the question of the chosen row."""
        key = self.query_one(RowList).chosen
        if key is not None:
            self.dismiss(self._found[int(key)].question)

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        self.dismiss(self._found[int(event.key)].question)

    def action_leave(self) -> None:
        """Stay where the interview is."""
        self.dismiss(None)
