"""The label: criteria with evidence and verdicts, the computed validity, proposal and decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from assess.core.case.assessment import Assessment, State
from assess.core.label.eligibility import CriterionCheck, VerdictWord
from assess.core.label.impartiality import interest_text
from assess.core.label.label_check import LabelCheck
from assess.core.register.record import Label
from assess.errors import AssessError, Refused
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.finishing import ask_to_finish_and_propose
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound, bound_digits
from assess.tui.frame.printed import PrintedKind
from assess.tui.label.deciding import Deciding, day_echo, typed_day
from assess.tui.label.label_account import LabelAccount, account_of, summary, without_notes
from assess.tui.label.verdict import VERDICT_WIDTH, verdict_title, verdict_words
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.reading import Detail
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow.case.cases import assessment_of
from assess.workflow.label import labelling

COLUMNS = (
    Column("id", "", 3),
    Column("title", "", share=1),
    Column("verdict", "", VERDICT_WIDTH),
    Column("evidence", "", share=1),
)


class LabelScreen(Screen[None]):
    """The label of a case."""

    PLACE = gettext("Label")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "act('verdict')", gettext("Give the verdict"), show=True),
        bound("open", "act('previous')", gettext("Type its last day"), show=True),
        bound("open", "act('proposal')", gettext("Propose the label"), show=True),
        bound("open", "act('decision')", gettext("Record the decision"), show=True),
        *bound_digits(
            (
                ("verdict('met')", gettext("Met")),
                ("verdict('not_met')", gettext("Not met")),
                ("verdict('open')", gettext("Not judged")),
            )
        ),
        bound("save", "record", gettext("Save the award record"), show=True),
        bound("side", "side"),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "label.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]  # below, rows need the whole width

    def __init__(self, case_id: str) -> None:
        """Show the label of a case."""
        super().__init__()
        self._case_id = case_id
        self._check: LabelCheck | None = None
        self._accounts: dict[str, LabelAccount] = {}

    def compose(self) -> ComposeResult:
        """Lay it out."""
        case = self._assessment().case
        yield Masthead(self.PLACE, case.organisation.name, SYNTHETIC if case.synthetic else "")
        yield Static("", id="standing")
        with Container(classes="sides"):
            yield RowList(COLUMNS, id="criteria", with_titles=False)
            with Detail():
                yield Static("", id="account")
        yield KeyBar()
        yield Notice(self._case_id)

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.renew()
        self.query_one(RowList).focus()

    # Showing

    def _assessment(self) -> Assessment:
        return assessment_of(host(self).desk, self._case_id)

    def _label(self) -> Label | None:
        return labelling.label_of(host(self).desk, self._assessment())

    @property
    def _previous(self) -> date | None:
        """The end of the previous label, where it was typed."""
        return host(self).previous_labels.get(self._case_id)

    def renew(self) -> None:
        """Show the label as it stands now."""
        desk = host(self).desk
        assessment, label = self._assessment(), self._label()
        found = labelling.check(desk, assessment, self._previous)
        self._check = found
        if host(self).is_shared:
            found = without_notes(found)
        policy = next(
            (
                say(policy.title)
                for policy in desk.catalogue_of(assessment.case).label.policies
                if policy.id == found.policy
            ),
            None,
        )
        status = labelling.status_of(desk, label) if label else None
        self._accounts = {
            account.key: account
            for account in account_of(
                found,
                label,
                status,
                policy=policy,
                interest=say(interest_text(assessment)),
                is_previous_typed=self._previous is not None,
            )
        }
        self.query_one("#standing", Static).update(summary(found, label, status, assessment))
        self.query_one(RowList).show(self._rows(found))
        self._explain()
        self.refresh_bindings()

    def _rows(self, found: LabelCheck) -> Iterator[Row]:
        if found.eligibility.criteria_apply:
            yield Row("head-criteria", (gettext("Eligibility criteria"),), is_head=True)
            for criterion in found.eligibility.criteria:
                word, look = verdict_words(criterion)
                evidence = say(criterion.evidence) or criterion.reason or ""
                title = say(criterion.title)
                yield Row(criterion.id, (criterion.id, title, (word, look), (evidence, "quiet")))
        yield Row("head-label", (gettext("Validity and decision"),), is_head=True)
        for account in self._accounts.values():
            if account.is_row:
                yield Row(account.key, ("", account.title, (account.line, account.look)))

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        account = self._accounts.get(self.query_one(RowList).chosen or "")
        if account is not None:
            self.query_one("#account", Static).update(account.content)
            self.query_one(".detail").scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the marked row."""
        if action == "verdict":
            return self._criterion() is not None
        if action == "record":
            label = self._label() if self.is_mounted else None
            return label is not None and label.awarded is not None
        if action == "act":
            return parameters == (self._act_of_row(),)
        return True

    def _act_of_row(self) -> str | None:
        """Name what Enter does with the marked row."""
        if self._criterion() is not None:
            return "verdict"
        chosen = self.query_one(RowList).chosen if self.is_mounted else None
        return chosen if chosen in ("previous", "proposal", "decision") else None

    def action_act(self, act: str) -> None:
        """Do what the marked row offers."""
        match act:
            case "verdict":
                self._ask_verdict()
            case "previous":
                self._ask_previous()
            case "proposal":
                self._ask_to_propose()
            case _:
                self._ask_decision()

    @on(RowList.Selected)
    def _opened(self) -> None:
        if act := self._act_of_row():
            self.action_act(act)

    def action_side(self) -> None:
        """Show the account of the marked row, or put it away."""
        self.query_one(Detail).turn()

    # Verdicts

    def _criterion(self) -> CriterionCheck | None:
        chosen = self.query_one(RowList).chosen if self.is_mounted else None
        criteria = self._check.eligibility.criteria if self._check else ()
        return next((criterion for criterion in criteria if criterion.id == chosen), None)

    def _ask_verdict(self) -> None:
        criterion = self._criterion()
        if criterion is not None:
            answers = [
                ("met", gettext("Met")),
                ("not_met", gettext("Not met")),
                ("open", gettext("Not judged")),
            ]
            question = f"{criterion.id}  {say(criterion.title)}"
            screen = ChooseScreen(question, answers, explanation=say(criterion.text))
            self.app.push_screen(screen, self._give_verdict)

    def _give_verdict(self, word: str | None) -> None:
        match word:
            case "met" | "not_met" | "open":
                self.action_verdict(word)
            case _:
                pass

    def action_verdict(self, word: VerdictWord) -> None:
        """Give the verdict on the chosen criterion, with its reason."""
        criterion = self._criterion()
        if criterion is None:
            return
        desk, assessment = host(self).desk, self._assessment()
        if word == "open":
            if host(self).attempt(
                lambda: labelling.verdict(desk, assessment, criterion.id, "open")
            ):
                self.renew()
            return
        disagrees = criterion.passes is not None and criterion.passes != (word == "met")
        known = []
        if criterion.shown:
            known.append(gettext("The interview says: {shown}.", shown=say(criterion.shown)))
        if disagrees:
            known.append(gettext("The verdict differs; the reason explains why."))

        def submit(values: Mapping[str, str]) -> None:
            if not values["reason"].strip():
                raise WrongField("reason", gettext("Give the reason in a few words."))
            try:
                labelling.verdict(desk, assessment, criterion.id, word, values["reason"])
            except AssessError as error:
                raise WrongField("reason", str(error)) from error

        before = criterion.reason or "" if criterion.verdict == word else ""
        screen = AskScreen(
            verdict_title(criterion, word),
            [Asked("reason", gettext("Reason"), before)],
            submit,
            explanation=f"{say(criterion.text)}\n{' '.join(known)}".strip(),
            keep_as=f"verdict.{criterion.id}.{word}",
            case_id=self._case_id,
        )
        self.app.push_screen(screen, self._asked)

    def _asked(self, was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            self.renew()

    # Validity

    def _ask_previous(self) -> None:
        """Type until when the previous label is or was valid."""

        def submit(values: Mapping[str, str]) -> None:
            known = host(self).previous_labels
            if values["until"].strip():
                known[self._case_id] = typed_day(values, "until", desk.today)
            else:
                known.pop(self._case_id, None)

        desk = host(self).desk
        until = Asked(
            "until",
            gettext("Valid until"),
            str(self._previous or ""),
            hint="2023-03-31",
            understood=day_echo(desk.today),
        )
        screen = AskScreen(
            gettext("What is or was the last day of the previous label?"),
            [until],
            submit,
            explanation=gettext(
                "If the field is empty, the program uses the last day in the register. It uses "
                "a day that you type here until you quit, also for a decision."
            ),
        )
        self.app.push_screen(screen, self._asked)

    # Proposal and decision

    def _ask_to_propose(self) -> None:
        """Propose the label; a case that is not finished can be finished first."""
        if self._assessment().case.state is State.FINISHED:
            self._propose()
        else:
            ask_to_finish_and_propose(self, self._case_id, self._propose, self._show_points)

    def _propose(self) -> None:
        desk = host(self).desk
        if self._report_refusal(lambda: labelling.propose(desk, self._assessment())):
            self.notify(gettext("The label is proposed."), markup=False)
        self.renew()

    def _show_points(self) -> None:
        from assess.tui.case.open_points import OpenPointsScreen

        self.app.push_screen(OpenPointsScreen(self._case_id), self._leave_to)

    def _leave_to(self, question: str | None) -> None:
        if question is not None:
            self.dismiss(None)
            host(self).open_interview(self._case_id, question)

    def _report_refusal(self, act: Callable[[], object]) -> bool:
        """Do something; where it is refused show why, one reason on each line."""
        try:
            act()
        except AssessError as error:
            what = error.what if isinstance(error, Refused) else str(error)
            why = "\n".join(error.faults) if isinstance(error, Refused) else ""
            answers = [("back", gettext("Back"))]
            self.app.push_screen(ChooseScreen(what, answers, explanation=why))
            return False
        return True

    def _ask_decision(self) -> None:
        """Record what was decided."""
        label = self._label()
        answers = [
            ("award", gettext("The label was awarded")),
            ("refuse", gettext("The label was refused")),
        ]
        if label is not None and label.awarded is not None and label.revoked is None:
            answers = [("revoke", gettext("The label was revoked"))]
        self.app.push_screen(ChooseScreen(gettext("What was decided?"), answers), self._decide)

    def _decide(self, decision: str | None) -> None:
        deciding = Deciding(host(self).desk, self._assessment(), self._previous)
        match decision:
            case "award":
                self.app.push_screen(deciding.award(), self._asked)
            case "refuse":
                self.app.push_screen(deciding.refuse(), self._asked)
            case "revoke":
                self.app.push_screen(deciding.revoke(), self._asked)
            case _:
                pass

    def action_record(self) -> None:
        """Print the award record."""
        from functools import partial

        from assess.tui.dialog.documents import ask_for_target

        label = self._label()
        if label is None or label.awarded is None:
            return
        case = self._assessment().case
        then = partial(host(self).documents.print_award_record, self._case_id)
        ask_for_target(self.app, case, PrintedKind.AWARD_RECORD, then)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
