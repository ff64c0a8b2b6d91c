"""A case at the secretariat, read-only: checks, last round, what was said; questions and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assess.core.case.work_time import shown
from assess.core.submission.course import COURSE, Needed, ReviewStep
from assess.core.submission.course_account import state_message
from assess.core.submission.role import Action, may
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.frame.text import plain
from assess.tui.submission.at_office import OfficeLine
from assess.tui.submission.review_rows import COLUMNS, ReviewRows
from assess.tui.submission.stepping import StaffForms, step_words
from assess.tui.widgets.reading import Detail
from assess.tui.widgets.row_list import RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice

if TYPE_CHECKING:
    from assess.core.submission.exchanged import QueuedCase
    from assess.core.submission.role import Role
    from assess.workflow.submission.reviewed_case import ReviewedCase
    from assess.workflow.submission.reviewing import ReviewOffice


class _Opened(NamedTuple):
    case: ReviewedCase
    steps: tuple[ReviewStep, ...]
    roles: tuple[Role, ...]


class ReviewScreen(Screen[bool]):
    """A case as it was sent; gives whether something was done with it."""

    PLACE = gettext("Case at the secretariat")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound(
            "add",
            "ask",
            gettext("Ask the expert"),
            show=True,
            tooltip=gettext("About the marked answer; without one, about the case as a whole"),
        ),
        bound("accept", "step('accepted')", gettext("Accept the case"), show=True),
        bound("decline", "step('returned')", gettext("Return the case"), show=True),
        bound("finish", "steps", gettext("Take a step"), show=True),
        bound("take_away", "close", gettext("Close the question"), show=True),
        bound(
            "details",
            "more",
            gettext("Propose, assign, interest"),
            show=True,
            tooltip=gettext("Propose an answer, assign the case, declare an interest"),
        ),
        bound("begin_anew", "renew", gettext("Ask again")),
        bound("side", "side"),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "review.tcss"

    def __init__(self, queued: QueuedCase) -> None:
        """Show a case of the queue."""
        super().__init__()
        self.asking = OfficeLine(self)
        self._queued = queued
        self._opened: _Opened | None = None
        self._is_changed = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        aside = SYNTHETIC if host(self).synthetic_notice else ""
        yield Masthead(self.PLACE, self._queued.organisation, aside)
        yield Static("", id="standing")
        with Container(classes="sides"):
            yield RowList(COLUMNS, id="seen", with_titles=False)
            with Detail():
                yield Static("", id="account")
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Fetch the case."""
        self.query_one("#seen", RowList).focus()
        self.action_renew()

    def action_renew(self) -> None:
        """Fetch the case as it is now."""
        case = self._queued.case

        def work(office: ReviewOffice) -> _Opened:
            found = office.open(case)
            return _Opened(found, office.steps(found), office.who.roles)

        self._tell(plain(gettext("Asking the secretariat …"), "$text-muted"))
        self.asking.begin(work, self._show, self._refuse)

    def on_unmount(self) -> None:
        """Wait for nothing any more."""
        self.asking.leave()

    def _show(self, opened: _Opened) -> None:
        self._opened = opened
        if opened.case.assessment.case.synthetic:
            self.query_one(Masthead).aside = SYNTHETIC
        self._tell(_standing(opened.case))
        self.query_one("#seen", RowList).show(ReviewRows(opened.case).rows())
        self._explain()
        self.refresh_bindings()

    def _refuse(self, error: AssessError) -> None:
        self._tell(plain(str(error), "$warning"))

    def _tell(self, text: Content) -> None:
        self.query_one("#standing", Static).update(text)

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        if self._opened is None:
            return
        chosen = self.query_one("#seen", RowList).chosen
        self.query_one("#account", Static).update(ReviewRows(self._opened.case).account(chosen))
        self.query_one(".detail").scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this account can do with the case as it stands."""
        opened = self._opened
        if action not in ("ask", "step", "steps", "close", "more"):
            return True
        if opened is None:
            return False
        match action:
            case "step":
                return ReviewStep(str(parameters[0])) in opened.steps
            case "steps":
                return bool(opened.steps)
            case "ask":
                return may(opened.roles, Action.ASK)
            case "close":
                return self._marked_question() is not None and may(opened.roles, Action.ASK)
            case _:
                return bool(self._others())

    def _marked_question(self) -> Any:
        if self._opened is None:
            return None
        chosen = self.query_one("#seen", RowList).chosen
        entry = ReviewRows(self._opened.case).entry_of(chosen)
        return entry if entry in self._opened.case.open_questions else None

    def _others(self) -> list[tuple[str, str]]:
        """Give what can be done besides questions and steps."""
        opened = self._opened
        if opened is None:
            return []
        name = ReviewRows(opened.case).question_of(self.query_one("#seen", RowList).chosen)
        found = []
        if name is not None and may(opened.roles, Action.ASK):
            found.append(("propose", gettext("Propose an answer to the marked question")))
        if may(opened.roles, Action.ASSIGN):
            found.append(("assign", gettext("Assign the case to an expert")))
        if may(opened.roles, Action.INTEREST):
            found.append(("interest", gettext("Declare an interest in the organisation")))
        return found

    def _forms(self, opened: _Opened) -> StaffForms:
        return StaffForms(host(self), opened.case, self._done)

    def _done(self, _: object) -> None:
        self._is_changed = True
        self.action_renew()

    def action_ask(self) -> None:
        """Ask about the marked answer, else about the case as a whole."""
        if self._opened is not None:
            chosen = self.query_one("#seen", RowList).chosen
            name = ReviewRows(self._opened.case).question_of(chosen)
            self.app.push_screen(self._forms(self._opened).question(name))

    def action_step(self, step: str) -> None:
        """Take a step, once what it needs is said."""
        wanted, opened = ReviewStep(step), self._opened
        if opened is None:
            return
        forms = self._forms(opened)
        if COURSE[wanted].needed is not Needed.NOTHING:
            self.app.push_screen(forms.step(wanted))
            return

        def answered(answer: str | None) -> None:
            if answer == "take":
                self.asking.begin(forms.taking(wanted), self._done, self._refuse_step)

        answers = [("take", step_words(wanted)), ("leave", gettext("Not now"))]
        screen = ChooseScreen(gettext("Do you take this step?"), answers, explanation=forms.seen)
        self.app.push_screen(screen, answered)

    def _refuse_step(self, error: AssessError) -> None:
        host(self).complain(str(error))

    def action_steps(self) -> None:
        """Choose one of the steps that can be taken."""
        if self._opened is not None:
            answers = [(step.value, step_words(step)) for step in self._opened.steps]
            screen = ChooseScreen(gettext("Which step do you take?"), answers)
            self.app.push_screen(screen, lambda step: self.action_step(step) if step else None)

    def action_close(self) -> None:
        """Close the marked question."""
        entry = self._marked_question()
        if self._opened is not None and entry is not None:
            self.app.push_screen(self._forms(self._opened).closing(entry))

    def action_more(self) -> None:
        """Choose what else is to be done."""
        screen = ChooseScreen(gettext("What do you want to do?"), self._others())
        self.app.push_screen(screen, self._more)

    def _more(self, what: str | None) -> None:
        if self._opened is None:
            return
        forms = self._forms(self._opened)
        match what:
            case "propose":
                chosen = self.query_one("#seen", RowList).chosen
                name = ReviewRows(self._opened.case).question_of(chosen)
                if name is not None:
                    self.app.push_screen(forms.proposal(name))
            case "assign":
                self.app.push_screen(forms.assignment())
            case "interest":
                self.app.push_screen(forms.interest())
            case _:
                pass

    def action_side(self) -> None:
        """Show the account of the marked row, or put it away."""
        self.query_one(Detail).turn()

    def action_leave(self) -> None:
        """Go back to the queue."""
        self.dismiss(self._is_changed)


def _standing(case: ReviewedCase) -> Content:
    """Say where the case stands, and what speaks against a step."""
    lines = [
        plain(
            gettext(
                "State: {state}. Working time: {length}. Interview: {day}, {name}.",
                state=say(state_message(case.state)),
                length=shown(case.working_time),
                day=case.assessment.case.details.interview_date,
                name=case.assessment.case.details.expert,
            )
        )
    ]
    if len(case.review.heads) > 1:
        said = gettext("There are two copies of this case; its experts bring them together.")
        lines.append(plain(said, "$warning"))
    if case.review.is_barred:
        said = gettext("You have a part in this case or an interest: others take its steps.")
        lines.append(plain(said, "$warning"))
    return Content("\n").join(lines)
