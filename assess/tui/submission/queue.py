"""The queue of the secretariat: the cases that wait, the longest first, for its staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from assess.core.submission.course import CaseState
from assess.core.submission.course_account import state_message
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.frame.text import plain
from assess.tui.submission.at_office import OfficeLine
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow.submission.queue_words import noticed

if TYPE_CHECKING:
    from assess.core.submission.exchanged import Queue, QueuedCase

COLUMNS = (
    Column("name", gettext("Organisation"), share=4),
    Column("country", gettext("Ctr"), 5),
    Column("state", gettext("State"), share=2),
    Column("days", gettext("Days"), 5, right=True),
    Column("noticed", gettext("To be noticed"), share=2),
)
_EVERY = "every"


class QueueScreen(Screen[None]):
    """The cases at the secretariat, a page at a time; nothing of them is kept here."""

    PLACE = gettext("Cases at the secretariat")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "open", show=True),
        bound(
            "go_to",
            "state",
            gettext("State"),
            show=True,
            tooltip=gettext("Only the cases in one state, or all of them"),
        ),
        bound("next", "more", gettext("More cases"), show=True),
        bound("begin_anew", "renew", gettext("Ask again"), show=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "queue.tcss"

    def __init__(self) -> None:
        """Begin with every state."""
        super().__init__()
        self.asking = OfficeLine(self)
        self._state: CaseState | None = None
        self._cases: dict[str, QueuedCase] = {}
        self._page: Queue | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        aside = SYNTHETIC if host(self).synthetic_notice else ""
        yield Masthead(self.PLACE, aside=aside)
        yield Static("", id="told")
        yield RowList(COLUMNS, id="queue")
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Ask for the first page."""
        self.query_one(RowList).focus()
        self.action_renew()

    def action_renew(self) -> None:
        """Ask for the queue as it is now."""
        self._cases = {}
        self._ask(None)

    def action_more(self) -> None:
        """Ask for the cases behind those that are shown."""
        if self._page is not None and self._page.after is not None:
            self._ask(self._page.after)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer more cases where there are any, and to open one."""
        del parameters
        if action == "more":
            return self._page is not None and self._page.after is not None
        return action != "open" or bool(self._cases)

    def _ask(self, after: str | None) -> None:
        state = self._state
        self._tell(gettext("Asking the secretariat …"))
        self.asking.begin(lambda office: office.queue(state, after=after), self._show, self._refuse)

    def on_unmount(self) -> None:
        """Wait for nothing any more."""
        self.asking.leave()

    def _show(self, page: Queue) -> None:
        self._page = page
        self._cases |= {case.case: case for case in page.cases}
        head = self.query_one(Masthead)
        head.subject = _counted(len(self._cases), page.total)
        self._tell(
            gettext("No case waits here.")
            if not self._cases
            else gettext("Only cases in the state: {state}", state=say(state_message(self._state)))
            if self._state
            else ""
        )
        rows = self.query_one("#queue", RowList)
        rows.show(Row(case.case, self._cells(case)) for case in self._cases.values())
        self.refresh_bindings()

    def _cells(self, case: QueuedCase) -> tuple[str, ...]:
        days = (self._page.time - case.state_since).days if self._page else 0
        state = say(state_message(CaseState(case.state)))
        return case.organisation, case.country, state, str(max(0, days)), noticed(case)

    def _refuse(self, error: AssessError) -> None:
        self._tell(str(error), "$warning")

    def _tell(self, text: str, style: str = "$text-muted") -> None:
        told = self.query_one("#told", Static)
        told.update(plain(text, style) if text else "")
        told.display = bool(text)

    @on(RowList.Selected)
    def action_open(self) -> None:
        """Open the marked case."""
        from assess.tui.submission.review import ReviewScreen

        chosen = self.query_one("#queue", RowList).chosen
        if chosen is not None:
            self.app.push_screen(ReviewScreen(self._cases[chosen]), self._left)

    def _left(self, is_changed: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if is_changed:
            self.action_renew()

    def action_state(self) -> None:
        """Choose of which state cases are shown."""
        answers = [
            (_EVERY, gettext("Every state")),
            *((state.value, say(state_message(state))) for state in list(CaseState)[:8]),
        ]
        self.app.push_screen(ChooseScreen(gettext("Cases in which state?"), answers), self._chose)

    def _chose(self, state: str | None) -> None:
        if state is not None:
            self._state = None if state == _EVERY else CaseState(state)
            self.action_renew()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _counted(shown: int, total: int) -> str:
    if shown == total:
        return ngettext("{count} case", "{count} cases", total)
    return ngettext("{shown} of {count} case", "{shown} of {count} cases", total, shown=shown)
