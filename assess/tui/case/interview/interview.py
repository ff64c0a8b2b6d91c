"""The interview: areas, the card, what stands beside it; every key of it leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.screen import Screen

from assess.core.catalogue.indicator import Indicator
from assess.languages import gettext, ngettext
from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.card.indicator_list import IndicatorRows
from assess.tui.case.card.question import Question
from assess.tui.case.fields.field import Field
from assess.tui.case.fields.grid_lines import Grid
from assess.tui.case.interview.interview_keys import SLASH, bindings
from assess.tui.case.interview.widgets import InterviewWidgets
from assess.tui.case.interview.wiring import InterviewParts
from assess.tui.case.recording.offer_handler import OFFERS, offered_actions
from assess.tui.case.recording.window_watch import LOOK_SECONDS
from assess.tui.frame.host import host
from assess.tui.widgets.options import Options
from assess.tui.widgets.screen_frame import KeyBar
from assess.tui.widgets.text_input import Line, Page
from assess.workflow.case.cases import undeclared
from assess.workflow.case.interview.session import Session
from assess.workflow.case.rounds import unsettled_steps

DRAFT_SECONDS = 0.5
"""How often what is being typed is saved."""

ON_QUESTION = ("no_answer", "note", "reason", "flag", "evidence")
"""The commands that need a question at which the interview is."""


class InterviewScreen(Screen[None]):
    """One case as it is being asked; every key that is an answer is saved with it."""

    PLACE = gettext("Interview")
    CSS_PATH = "interview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (120, "-wide"), (150, "-widest")]
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = bindings()

    def __init__(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or at its first one."""
        super().__init__()
        around = host(self)
        self.session = Session(around.desk, case_id)
        self.session.is_shared = around.is_shared
        self._first = question
        self._offered: frozenset[str] = frozenset()
        self._widgets = InterviewWidgets(self.PLACE)
        self.card = self._widgets.card
        self.parts = InterviewParts(
            self.session,
            self._widgets,
            around,
            show_offers=self._show_offers,
            is_in_front=lambda: self.is_current,
        )
        self._commands = self._table_of_commands()

    def _table_of_commands(self) -> Mapping[str, Callable[[], Any]]:
        """Give what each command does that a key can give."""
        parts = self.parts
        return {
            "next": partial(parts.navigator.go_by, 1),
            "previous": partial(parts.navigator.go_by, -1),
            "go_to": parts.opener.go_to,
            "no_answer": parts.dialogs.ask_why_none,
            "note": parts.dialogs.take_note,
            "reason": parts.dialogs.ask_reason,
            "flag": parts.dialogs.turn_flag,
            "evidence": parts.dialogs.show_evidence,
            "undo": parts.history.undo,
            "history": parts.history.show,
            "accept": parts.offers.accept,
            "decline": parts.offers.decline,
            "accept_area": parts.offers.accept_area,
            "areas": parts.panes.go_to_areas,
            "side": parts.panes.turn_beside,
            "details": parts.opener.details,
            "origin": parts.opener.origin,
            "share": self._turn_shared,
            "other_language": self.parts.navigator.turn_language,
            "search": parts.opener.search,
            SLASH: parts.opener.search,
            "open_points": parts.opener.open_points,
            "results": parts.opener.results,
            "answer_secretariat": parts.opener.answer_secretariat,
            "label": parts.opener.label,
            "pause": partial(parts.clock.pause, self.note_work),
            "save": self._save,
            "leave": self._leave,
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._widgets.masthead
        with Horizontal(id="body"):
            yield self._widgets.areas
            with Vertical(id="sheet"):
                yield self._widgets.title
                yield self._widgets.card
            yield self._widgets.pane
        yield self._widgets.saved_line
        yield KeyBar(letters_after=gettext("Esc, then"), while_typing=("open",))

    async def on_mount(self) -> None:
        """Begin."""
        catalogue, parts = self.session.catalogue, self.parts
        known = self._first if self._first in catalogue.questions else None
        indicator = catalogue.indicator_of(known) if known else catalogue.indicators[0]
        parts.tidying.begin()
        self.set_interval(DRAFT_SECONDS, parts.recorder.save_typed)
        self.set_interval(1, parts.tidying.tidy)
        await parts.navigator.open(indicator, known)
        self.set_interval(LOOK_SECONDS, parts.windows.look_around)
        if reminder := undeclared(host(self).desk, self.session.assessment.case):
            how = gettext("Declare it with the key i.")
            self.notify(f"{reminder} {how}", severity="warning", timeout=20, markup=False)
        if left_open := unsettled_steps(host(self).desk, self.session.assessment):
            said = ngettext(
                "The action plan of the last round has {count} step that is neither done nor "
                "dropped. Press r, then 4, to see it.",
                "The action plan of the last round has {count} steps that are neither done nor "
                "dropped. Press r, then 4, to see them.",
                left_open,
            )
            self.notify(said, timeout=20, markup=False)

    def on_unmount(self) -> None:
        """Keep what is being typed, however the interview ends."""
        self.end_work()
        self.parts.tidying.end()

    def on_screen_resume(self) -> None:
        """Take the case as it is when another screen was over this one."""
        if self.indicator is not None:
            self.parts.writer.attempt(self.session.renew)
            if self.parts.navigator.is_overtaken:
                self.call_later(self.parts.navigator.lay_again)
            else:
                self.parts.view.show_answers()

    @property
    def indicator(self) -> Indicator | None:
        """The indicator whose card is laid."""
        return self.parts.place.indicator

    @property
    def current(self) -> str | None:
        """The question to which single keys apply."""
        return self.parts.place.question

    # What the application tells

    def note_work(self) -> None:
        """Take note that somebody works on the current question."""
        self.parts.windows.note_key()
        self.parts.clock.work()

    def keep_typed(self) -> None:
        """Save as drafts what is typed, also what no message has told yet: the program ends."""
        self.parts.recorder.keep_typed()

    def end_work(self) -> None:
        """Stop the clock, and be gone for other windows: the interview or the program ends."""
        self.parts.writer.attempt(self.session.flush)
        self.parts.writer.attempt(self.session.close)

    # What the widgets tell

    def on_field_given(self, event: Field.Given) -> None:
        """Save an answer, or say at the field why it is none."""
        self.parts.recorder.record(event)

    def on_field_misread(self, event: Field.Misread) -> None:
        """Keep what was typed and say what is wrong."""
        self.parts.recorder.record(event)

    def on_field_cleared(self, event: Field.Cleared) -> None:
        """Take an answer back."""
        self.parts.recorder.record(event)

    def on_field_typed(self, event: Field.Typed) -> None:
        """Keep what is being typed."""
        self.parts.tidying.note_key()
        self.parts.recorder.keep_typing(event)

    def on_question_entered(self, event: Question.Entered) -> None:
        """Keep the place."""
        self.parts.focus.entered(event.question)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Save what was typed, since the focus moved, and show what letters do there."""
        self.parts.recorder.save_typed()
        self._widgets.title.is_typing = isinstance(self.focused, Line | Page)

    def on_indicator_card_unheard(self, event: IndicatorCard.Unheard) -> None:
        """Answer by a digit where one is asked for, or else say how to get at the answers."""
        if self.parts.focus.answer_by(event.key):
            return
        is_finished = self.session.is_finished
        how = gettext("nothing changed · Enter goes to the answer")
        self.parts.view.say(gettext("the case is finished") if is_finished else how, "·")

    async def on_indicator_rows_chosen(self, event: IndicatorRows.Chosen) -> None:
        """Open an indicator from the list."""
        self.parts.panes.fold()
        await self.parts.navigator.go_to_indicator(event.number)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to the field with the focus what it has a use for itself."""
        focused = self.focused
        match action, parameters:
            case "go_on", (by_enter,):
                if focused is None or (by_enter and isinstance(focused, Page)):
                    return False
                return isinstance(focused, IndicatorCard) or self.parts.focus.question is not None
            case "single_keys", _:
                return not isinstance(focused, IndicatorCard | Options | Grid)
            case "do", (command,) if command == SLASH:  # Textual leaves all others to a field
                return focused is None or not focused.check_consume_key("slash", "/")
            case "do", (command,) if command in ON_QUESTION:
                return self.current is not None
            case "do", (command,) if command in OFFERS:
                return command in self._offered
        return True

    async def action_do(self, command: str) -> None:
        """Carry out the command of a key."""
        if (waited_for := self._commands[command]()) is not None:
            await waited_for

    async def action_go_on(self, by_enter: bool) -> None:  # noqa: FBT001  the binding states it
        """Go to what comes next: in the field, its reason, the next question or indicator."""
        await self.parts.flow.go_on(by_enter=by_enter)

    async def action_focus_back(self) -> None:
        """Go back to what had its place before this one."""
        await self.parts.type_ahead.arrived()
        self.focus_previous()

    async def action_single_keys(self) -> None:
        """Give the focus to the card, so that single keys work."""
        await self.parts.panes.leave()

    def _show_offers(self) -> None:
        """Show the keys for what is offered where the interview is."""
        offered = offered_actions(self.session, self.parts.place)
        if offered != self._offered:
            self._offered = offered
            self.refresh_bindings()

    async def _save(self) -> None:
        """Save what is being typed, which happens by itself as well, and say that it is saved."""
        await self.parts.recorder.catch_up()
        self.parts.recorder.save_typed()
        self.parts.view.show_saved()

    async def _leave(self) -> None:
        """Leave the interview, keeping the place."""
        await self.parts.recorder.catch_up()
        host(self).attempt(self.session.leave)
        self.dismiss()

    def _turn_shared(self) -> None:
        """Hide peers, notes and the last round while others look at the screen, or show them."""
        self.session.is_shared = host(self).is_shared = not self.session.is_shared
        self.parts.view.show_answers()
