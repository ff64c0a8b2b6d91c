"""The history of an answer, or of all of a case: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assess.core.case.answer import Answer
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext, ngettext, pgettext, spoken_language
from assess.languages.message import say
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.frame.text import plain
from assess.tui.widgets.reading import ReadingPane
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar

COLUMNS = (
    Column("when", gettext("When"), 16),
    Column("by", gettext("Who"), 16),
    Column("number", pgettext("a number", "No."), 3, right=True),
    Column("change", gettext("From → to"), share=1),
)


class HistoryScreen(Dialog[Answer | None]):
    """Changes, the newest first; gives an earlier answer that is to be given again, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("history", "widen", gettext("All answers, or only this one"), show=True),
        bound("open", "give_again", gettext("Give this answer again"), show=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(
        self,
        catalogue: Catalogue,
        question: str | None,
        changes: Callable[[str | None], Sequence[AnswerChange]],
        *,
        is_closed: bool = False,
        is_shared: bool = False,
    ) -> None:
        """Show the changes of a question; `changes` gives them, of all questions for None.

        In a case that `is_closed` no answer can be given again; with `is_shared` others look at
        the screen, so notes and evidence are not shown.
        """
        super().__init__()
        self._catalogue, self._question, self._changes = catalogue, question, changes
        self._is_closed = is_closed
        self._is_shared = is_shared
        self._shown: tuple[AnswerChange, ...] = ()
        self._of = question

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside -high"):
            yield Static("", markup=False, classes="aside-title")
            yield RowList(COLUMNS, id="changes")
            with ReadingPane(classes="aside-detail"):
                yield Static("", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def _show(self) -> None:
        self._shown = tuple(reversed(self._changes(self._of)))
        self.query_one(".aside-title", Static).update(self._title())
        self.query_one(RowList).show(self._rows())
        self._explain()
        self.refresh_bindings()

    def _title(self) -> str:
        count = len(self._shown)
        if self._of is None:
            return ngettext(
                "History, {count} change: all answers",
                "History, {count} changes: all answers",
                count,
            )
        return ngettext(
            "History, {count} change: {question}",
            "History, {count} changes: {question}",
            count,
            question=say(self._catalogue.questions[self._of].label),
        )

    def _rows(self) -> Iterator[Row]:
        for at, change in enumerate(self._shown):
            after = change.after
            when = f"{after.at.astimezone():%Y-%m-%d %H:%M}" if after.at else ""
            lines = self._lines(change)
            taken_back = "↶ " if after.undo else ""
            yield Row(
                str(at),
                (when, after.by or "", self._number(change), taken_back + "; ".join(lines)),
            )

    def _number(self, change: AnswerChange) -> str:
        if change.question not in self._catalogue.questions:
            return ""
        return str(self._catalogue.indicator_of(change.question).number)

    def _chosen(self) -> AnswerChange | None:
        key = self.query_one(RowList).chosen
        return self._shown[int(key)] if key is not None and self._shown else None

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        detail = self.query_one(".aside-detail", ReadingPane)
        detail.query_one(Static).update(self._described(self._chosen()))
        detail.scroll_home(animate=False)

    def _described(self, change: AnswerChange | None) -> Content:
        if change is None:
            return Content(gettext("Nothing has been changed yet."))
        after = change.after
        when = (
            spoken_language().moment(after.at.astimezone())
            if after.at
            else gettext("time not known")
        )
        who = after.by or gettext("by an unnamed person")
        known = self._catalogue.questions.get(change.question)
        lines = [
            plain(f"{when}, {who}", "$text-muted"),
            plain(say(known.label) if known else change.question, "bold"),
        ]
        if after.undo:
            lines.append(Content.styled(gettext("An earlier change was undone."), "$text-muted"))
        lines += [plain(line) for line in self._lines(change)]
        return Content("\n").join(lines)

    def _lines(self, change: AnswerChange) -> list[str]:
        return [
            say(line) for line in change_lines(change, self._catalogue, is_shared=self._is_shared)
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done."""
        del parameters
        match action:
            case "widen":
                return self._question is not None
            case "give_again":
                chosen = self._chosen()
                return (
                    not self._is_closed
                    and chosen is not None
                    and chosen.question in self._catalogue.questions
                )
            case _:
                return True

    def action_widen(self) -> None:
        """Show the changes of all answers, or of the one again."""
        self._of = None if self._of is not None else self._question
        self._show()

    @on(RowList.Selected)
    def action_give_again(self) -> None:
        """Give the answer that this change led to once more."""
        change = self._chosen()
        if change is not None and not self._is_closed:
            self.dismiss(change.after)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
