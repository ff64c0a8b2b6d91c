"""The interview: areas, the card, what stands beside it; every key of it leads somewhere."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines
from assess.core.text.words import shortened
from assess.tui.host import host
from assess.tui.screens import asides
from assess.tui.screens.beside import side_pane
from assess.tui.screens.interview_keys import bindings
from assess.tui.screens.offering import OFFERS, OfferingScreen
from assess.tui.screens.recording import DRAFT_SECONDS
from assess.tui.widgets.entry import Page
from assess.tui.widgets.frame import KeyBar, Masthead
from assess.tui.widgets.grid import Grid
from assess.tui.widgets.indicator_card import CardTitle, IndicatorCard
from assess.tui.widgets.indicator_list import IndicatorList, IndicatorRows
from assess.tui.widgets.options import Options
from assess.tui.widgets.saved_line import SavedLine
from assess.tui.widgets.side_pane import SidePane
from assess.workflow.case.cases import undeclared


class InterviewScreen(OfferingScreen):
    """One case as it is being asked; every key that is an answer is saved with it."""

    PLACE = "Interview"
    CSS_PATH = "interview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (120, "-wide")]
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = bindings()

    def __init__(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or at its first one."""
        super().__init__(case_id)
        self._first = question

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Masthead(self.PLACE)
        with Horizontal(id="body"):
            yield IndicatorList()
            with Vertical(id="sheet"):
                yield (title := CardTitle())
                yield IndicatorCard(title)
            yield side_pane()
        yield SavedLine()
        yield KeyBar(low=2)

    async def on_mount(self) -> None:
        """Begin."""
        catalogue = self.session.catalogue
        known = self._first if self._first in catalogue.questions else None
        indicator = catalogue.indicator_of(known) if known else catalogue.indicators[0]
        self.tidying.begin()
        self.set_interval(DRAFT_SECONDS, self.save_typed)
        self.set_interval(1, self.tidying.tidy)
        await self.open(indicator, known)
        self.begin_watching()
        if reminder := undeclared(host(self).desk, self.session.assessment.case):
            how = "State it with e on the list of cases."
            self.notify(f"{reminder} {how}", severity="warning", timeout=20, markup=False)

    def on_unmount(self) -> None:
        """Keep what is being typed, however the interview ends."""
        self.attempt(self.session.flush)
        self.attempt(self.session.close)
        self.tidying.end()

    async def on_indicator_rows_chosen(self, event: IndicatorRows.Chosen) -> None:
        """Open an indicator from the list."""
        self._fold_panes()
        await self.go_to_indicator(event.number)

    def on_screen_resume(self) -> None:
        """Take the case as it is when another screen was over this one."""
        if self.indicator is not None:
            self.attempt(self.session.renew)
            self.show_answers()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to the field with the focus what it has a use for itself."""
        focused = self.focused
        match action, parameters:
            case "go_on", (by_enter,):
                is_new_line = by_enter and isinstance(focused, Page)
                in_question = self.question_in_focus() is not None
                return not is_new_line and (in_question or isinstance(focused, IndicatorCard))
            case "slash", _:  # the only one that Textual does not leave to a field by itself
                return focused is None or not focused.check_consume_key("slash", "/")
            case "single_keys", _:
                return not isinstance(focused, IndicatorCard | Options | Grid)
            case (("no_answer" | "note" | "flag" | "evidence"), _):
                return self.current is not None
        return action not in OFFERS or action in self.offers

    async def action_go_on(self, by_enter: bool) -> None:  # noqa: FBT001  the binding states it
        """Go to what comes next: in the field, its reason, the next question or indicator."""
        await self.go_on(by_enter=by_enter)

    async def action_focus_back(self) -> None:
        """Go back to what had its place before this one."""
        await self.hear_out()
        self.focus_previous()

    async def action_next(self) -> None:
        """Go to the next indicator."""
        await self.go_by(1)

    async def action_back(self) -> None:
        """Go to the indicator before."""
        await self.go_by(-1)

    async def action_single_keys(self) -> None:
        """Give the focus to the card, so that single keys work."""
        await self.hear_out()
        self._fold_panes()
        self.set_focus(self.card)

    async def action_areas(self) -> None:
        """Go to the list of areas and indicators, or back from it."""
        rows = self.query_one(IndicatorList).rows
        if rows.has_focus:
            await self.action_single_keys()
        else:
            self._fold_panes()
            self.add_class("-areas")
            self.set_focus(rows)

    def action_beside(self) -> None:
        """Show what stands beside the card, or fold it away."""
        pane = self.query_one(SidePane)
        if self.has_class("-narrow"):
            is_shown = self.has_class("-beside")
            self._fold_panes()
            self.set_class(not is_shown, "-beside")
            self.set_focus(self.card if is_shown else pane)
        else:
            self.toggle_class("-no-beside")

    def action_share(self) -> None:
        """Hide peers, notes and the last round while others look at the screen, or show them."""
        self.session.is_shared = host(self).is_shared = not self.session.is_shared
        self.show_answers()

    def _fold_panes(self) -> None:
        self.remove_class("-areas", "-beside")

    async def action_go_to(self) -> None:
        """Ask for the number of an indicator and open it."""
        await asides.ask_where_to(self)

    async def action_slash(self) -> None:
        """Search."""
        await self.action_search()

    async def action_search(self) -> None:
        """Search questions, answers and notes."""
        await asides.search(self)

    async def action_no_answer(self) -> None:
        """Ask why the current question has no answer."""
        await asides.ask_why_none(self)

    async def action_note(self) -> None:
        """Write a note on the current question."""
        await asides.take_note(self)

    def action_flag(self) -> None:
        """Set or take away the flag "come back" on the current question."""
        if self.current is not None:
            self.attempt(partial(self.session.turn_flag, self.current))
            self.show_answers()

    async def action_evidence(self) -> None:
        """Show what backs the current answer, and add to it."""
        await asides.show_evidence(self)

    async def action_undo(self) -> None:
        """Take the newest change back that was not taken back yet, and go to it."""
        await self.hear_out()
        self.tell_all()
        undone: list[AnswerChange] = []
        if not self.attempt_or_tell(lambda: undone.append(self.session.undo())):
            self.show_answers()
            return
        change = undone[0]
        await self.go_to_question(change.question)
        self.show_answers(change.question)
        said = "; ".join(change_lines(change, self.session.catalogue))
        number = self.session.catalogue.indicator_of(change.question).number
        title = self.session.catalogue.questions[change.question].title
        self.query_one(SavedLine).say(f"taken back: {number} {title}: {shortened(said, 200)}")

    async def action_history(self) -> None:
        """Show who changed the current answer, when, from what to what."""
        await asides.show_history(self)

    async def action_open_points(self) -> None:
        """Show what is still open, and jump to it."""
        await asides.show_open_points(self)

    async def action_results(self) -> None:
        """Show what follows from the answers."""
        await asides.show_results(self)

    async def action_label(self) -> None:
        """Show the label."""
        await asides.show_label(self)

    async def action_leave(self) -> None:
        """Leave the interview, keeping the place."""
        await self.hear_out()
        self.tell_all()
        self.attempt_or_tell(self.session.leave)
        self.dismiss()
