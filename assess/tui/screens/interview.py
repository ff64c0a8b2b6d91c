"""The interview: areas, the card of one indicator, guidance; every key of it leads somewhere."""

from __future__ import annotations

import gc
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from assess.core.indicator import Indicator
from assess.tui.screens import asides
from assess.tui.screens.interview_view import card_of, guided_on
from assess.tui.screens.recording import DRAFT_SECONDS, RecordingScreen
from assess.tui.widgets.fields import Field
from assess.tui.widgets.frame import KeyBar, Masthead
from assess.tui.widgets.guidance import Guidance
from assess.tui.widgets.indicator_card import IndicatorCard
from assess.tui.widgets.indicator_list import IndicatorList, IndicatorRows
from assess.tui.widgets.question import Question
from assess.tui.widgets.saved_line import SavedLine


class InterviewScreen(RecordingScreen):
    """One case as it is being asked; every key that is an answer is saved with it."""

    PLACE = "Interview"
    CSS_PATH = "interview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (120, "-wide")]
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", "Next"),
        Binding("ctrl+n", "next", "Next", priority=True),
        Binding("b", "back", "Back"),
        Binding("ctrl+b", "back", "Back", priority=True),
        Binding("g", "go_to", "Go to"),
        Binding("ctrl+g", "go_to", "Go to", priority=True),
        Binding("s", "no_answer", "No answer"),
        Binding("ctrl+s", "no_answer", "No answer", priority=True),
        Binding("t", "note", "Note"),
        Binding("ctrl+t", "note", "Note", priority=True),
        Binding("f", "flag", "Come back"),
        Binding("a", "areas", "Areas"),
        Binding("p", "guidance", "Guidance"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("o", "open_points", "Open points"),
        Binding("r", "results", "Results"),
        Binding("l", "label", "Label"),
        Binding("escape", "single_keys", "Single keys", key_display="Esc"),
        Binding("q", "leave", "Leave"),
        Binding("ctrl+q", "leave", "Leave", priority=True),
    ]

    def __init__(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or at its first one."""
        super().__init__(case_id)
        self._first = question
        self.current: str | None = None
        """The question to which single keys apply."""

    def compose(self) -> ComposeResult:
        yield Masthead(self.PLACE)
        with Horizontal(id="body"):
            yield IndicatorList()
            yield IndicatorCard()
            yield Guidance()
        yield SavedLine()
        yield KeyBar()

    async def on_mount(self) -> None:
        catalogue = self.session.catalogue
        known = self._first if self._first in catalogue.questions else None
        indicator = catalogue.indicator_of(known) if known else catalogue.indicators[0]
        gc.freeze()  # the catalogue stays: looking through it again and again costs 0.1 s at a time
        self.set_interval(DRAFT_SECONDS, self.save_typed)
        await self.open(indicator, known)

    # Moving

    async def open(self, indicator: Indicator, question: str | None = None) -> None:
        """Lay the card of an indicator, at a question or where there is something to ask."""
        self.tell_all()
        self.indicator = indicator
        posed = [self.session.posed(one) for one in indicator.questions]
        wanted = question or next((one.name for one in posed if one.is_open), None)
        self.current = wanted or (posed[0].name if posed else None)
        with self.app.batch_update():
            await self.card.lay(card_of(indicator, self.session), self.current)
            self.show_standing()
            self.focus_question(wanted)

    def focus_question(self, name: str | None) -> None:
        """Give the focus to a question; to the card where it cannot be answered or for None."""
        question = self.card.question(name) if name else None
        if question is not None and question.is_asked and not self.session.is_finished:
            self.set_focus(question.entrance)
        else:
            self.set_focus(self.card)
        self._come_to(name or self.current)

    def _come_to(self, name: str | None) -> None:
        """Take note of where the interview is."""
        self.current = name
        self.card.mark(name)
        if self.indicator is not None:
            self.query_one(Guidance).bind(guided_on(self.indicator, name, self.session.catalogue))
        if name is not None:
            self.attempt(partial(self.session.visit, name))

    def on_question_entered(self, event: Question.Entered) -> None:
        """Keep the place."""
        if event.question != self.current and self.card.question(event.question) is not None:
            self._come_to(event.question)

    async def on_field_done(self, event: Field.Done) -> None:
        """Go to what comes after a question: its reason, the next one, the next indicator."""
        question = self.card.question(event.question)
        if question is None:
            return
        if (further := question.after_field()) is not None:
            self.set_focus(further)
            return
        questions = self.card.questions
        later = questions[questions.index(question) + 1 :]
        following = next((one for one in later if one.is_asked), None)
        if following is not None:
            self.focus_question(following.posed.name)
        else:
            await self.action_next()

    async def _go_by(self, by: int) -> None:
        indicators = self.session.catalogue.indicators
        at = (indicators.index(self.indicator) if self.indicator else 0) + by
        if 0 <= at < len(indicators):
            await self.open(indicators[at])
            return
        last = "This is the last indicator; o shows what is still open."
        self.notify(last if by > 0 else "This is the first indicator.", markup=False)
        self.action_single_keys()

    async def go_to_question(self, name: str | None) -> None:
        """Open the card of a question and go to it; nothing for None."""
        if name is not None:
            await self.open(self.session.catalogue.indicator_of(name), name)

    async def go_to_indicator(self, number: int | None) -> None:
        """Open an indicator by its number; nothing for None."""
        if number is not None:
            await self.open(self.session.catalogue.indicators[number - 1])

    async def on_indicator_rows_chosen(self, event: IndicatorRows.Chosen) -> None:
        """Open an indicator from the list."""
        self._fold_panes()
        await self.go_to_indicator(event.number)

    async def on_indicator_card_enter_asked(self) -> None:
        """Go into the current question, or on where nothing is asked."""
        if self.current is None:
            await self.action_next()
        else:
            self.focus_question(self.current)

    def on_screen_resume(self) -> None:
        """Take the case as it is when another screen was over this one."""
        if self.indicator is not None:
            self.attempt(self.session.renew)
            self.show_answers()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer Esc only where something else than the card has the focus."""
        if action == "single_keys":
            return not isinstance(self.focused, IndicatorCard)
        if action in ("no_answer", "note", "flag"):
            return self.current is not None
        return True

    async def action_next(self) -> None:
        """Go to the next indicator."""
        await self._go_by(1)

    async def action_back(self) -> None:
        """Go to the indicator before."""
        await self._go_by(-1)

    def action_single_keys(self) -> None:
        """Give the focus to the card, so that single keys work."""
        self._fold_panes()
        self.set_focus(self.card)

    def action_areas(self) -> None:
        """Go to the list of areas and indicators, or back from it."""
        rows = self.query_one(IndicatorList).rows
        if rows.has_focus:
            self.action_single_keys()
        else:
            self._fold_panes()
            self.add_class("-areas")
            self.set_focus(rows)

    def action_guidance(self) -> None:
        """Show the guidance or fold it away."""
        pane = self.query_one(Guidance)
        if self.has_class("-narrow"):
            is_shown = self.has_class("-guidance")
            self._fold_panes()
            self.set_class(not is_shown, "-guidance")
            self.set_focus(self.card if is_shown else pane)
        else:
            self.toggle_class("-no-guidance")

    def _fold_panes(self) -> None:
        self.remove_class("-areas", "-guidance")

    def action_go_to(self) -> None:
        """Ask for the number of an indicator and open it."""
        asides.ask_where_to(self)

    def action_search(self) -> None:
        """Search questions, answers and notes."""
        asides.search(self)

    def action_no_answer(self) -> None:
        """Ask why the current question has no answer."""
        asides.ask_why_none(self)

    def action_note(self) -> None:
        """Write a note on the current question."""
        asides.take_note(self)

    def action_flag(self) -> None:
        """Set or take away the flag "come back" on the current question."""
        if self.current is not None:
            self.attempt(partial(self.session.turn_flag, self.current))
            self.show_answers()

    def action_open_points(self) -> None:
        """Show what is still open, and jump to it."""
        asides.show_open_points(self)

    def action_results(self) -> None:
        """Show what follows from the answers."""
        asides.show_results(self)

    def action_label(self) -> None:
        """Show the label."""
        asides.show_label(self)

    def action_leave(self) -> None:
        """Leave the interview, keeping the place."""
        self.tell_all()
        self.attempt(self.session.leave)
        self.dismiss()
