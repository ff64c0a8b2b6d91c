"""The forms of the staff: questions, proposed answers, steps, assignment, interest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assess.core.catalogue.level import OWN_LEVELS
from assess.core.submission.course import COURSE, Needed, ReviewStep
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.apart import Slow
from assess.tui.dialog.ask import AskScreen
from assess.tui.frame.host import Host
from assess.tui.submission.at_office import Work, slow
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.pick_field import Pick

if TYPE_CHECKING:
    from assess.core.submission.exchanged import ReviewEntry
    from assess.workflow.submission.reviewed_case import ReviewedCase
    from assess.workflow.submission.reviewing import ReviewOffice


def step_words(step: ReviewStep) -> str:
    """Say what a step does, for a list to choose from."""
    return {
        ReviewStep.BEGUN: gettext("Begin the check"),
        ReviewStep.PASSED: gettext("Pass the case on to the central check"),
        ReviewStep.RETURNED: gettext("Return the case to its expert"),
        ReviewStep.ACCEPTED: gettext("Accept the case"),
        ReviewStep.PROPOSED: gettext("Propose a level to the board"),
        ReviewStep.AWARDED: gettext("Award the label"),
        ReviewStep.REFUSED: gettext("Refuse the label"),
        ReviewStep.WITHDRAWN: gettext("Withdraw the case"),
    }[step]


class StaffForms:
    """Makes the forms for one case as it was seen; each does its work at the secretariat."""

    def __init__(self, of: Host, case: ReviewedCase, then: Callable[[Any], object]) -> None:
        """Take the case; `then` is called when something was done."""
        self._host = of
        self._case = case
        self._then = then

    def step(self, step: ReviewStep) -> AskScreen:
        """Ask for what a step needs, and take it on the revision that was seen."""
        case = self._case
        if COURSE[step].needed is Needed.LEVEL:
            picks = tuple(Pick(level, level) for level in OWN_LEVELS)
            proposed = [each.body.get("level") for each in case.review.entries]
            level = next((str(each) for each in reversed(proposed) if each), "")
            asked = Asked("level", gettext("Level"), level, kind="pick", picks=picks)
        else:
            asked = Asked("reason", gettext("Reason"), kind="text")

        def work(values: Mapping[str, str]) -> Work:
            return self.taking(step, values.get("reason", ""), values.get("level"))

        return self._form(step_words(step), [asked], work, self.seen, step.value)

    @property
    def seen(self) -> str:
        """Say on what a step is taken."""
        return gettext(
            "{organisation}: your step applies to revision {revision}, which is shown here.",
            organisation=self._case.review.organisation,
            revision=self._case.revision[:12],
        )

    def taking(self, step: ReviewStep, reason: str = "", level: str | None = None) -> Work:
        """Give the work that takes a step on the revision that was seen."""
        case = self._case

        def take(office: ReviewOffice) -> Any:
            said = {"reason": reason.strip() or None, "level": level or None}
            return office.take(case.review.case, step, case.revision, **said)

        return take

    def question(self, name: str | None) -> AskScreen:
        """Ask the expert about an answer, or about the case as a whole."""
        case = self._case

        def work(values: Mapping[str, str]) -> Work:
            return lambda office: office.ask(case, name, values["text"])

        asked = [Asked("text", gettext("Question"), kind="text")]
        about = say(case.catalogue.questions[name].label) if name else gettext("The whole case")
        return self._form(gettext("Ask the expert"), asked, work, about, f"ask.{name or ''}")

    def proposal(self, name: str) -> AskScreen:
        """Propose an answer to the expert."""
        case = self._case

        def work(values: Mapping[str, str]) -> Work:
            return lambda office: office.suggest(case, name, values["value"], values["text"])

        asked = [
            Asked("value", gettext("Answer"), hint=gettext("as in the interview")),
            Asked("text", gettext("Reason"), kind="text"),
        ]
        about = say(case.catalogue.questions[name].label)
        title = gettext("Propose an answer to the expert")
        return self._form(title, asked, work, about, f"suggest.{name}")

    def closing(self, entry: ReviewEntry) -> AskScreen:
        """Close a question of one's own."""
        case = self._case

        def work(values: Mapping[str, str]) -> Work:
            return lambda office: office.close(case, str(entry.id), values["text"])

        asked = [Asked("text", gettext("Reason"), kind="text")]
        about = str(entry.body.get("text", ""))
        return self._form(gettext("Close the question"), asked, work, about, f"close.{entry.id}")

    def assignment(self) -> AskScreen:
        """Assign the case to an expert."""
        case = self._case.review

        def work(values: Mapping[str, str]) -> Work:
            return lambda office: office.assign(case.case, values["expert"].strip())

        asked = [Asked("expert", gettext("Expert"), hint=gettext("the name"))]
        about = gettext(
            "The expert sees the case then and may send it. Assigned now to: {names}.",
            names=", ".join(case.experts) or "-",
        )
        return self._form(gettext("Assign the case"), asked, work, about, "assign")

    def interest(self) -> AskScreen:
        """Declare an interest in the organisation."""
        case = self._case.review

        def work(values: Mapping[str, str]) -> Work:
            return lambda office: office.declare_interest(case.case, values["text"])

        asked = [Asked("text", gettext("Interest"), kind="text")]
        about = gettext(
            "From then on others take the steps on the cases of {organisation}. A declared "
            "interest stays.",
            organisation=case.organisation,
        )
        return self._form(gettext("Declare an interest"), asked, work, about, "interest")

    def _form(
        self,
        title: str,
        asked: list[Asked],
        work: Callable[[Mapping[str, str]], Work],
        explanation: str,
        kind: str,
    ) -> AskScreen:
        def submit(values: Mapping[str, str]) -> Slow:
            return slow(self._host, work(values), self._then)

        return AskScreen(
            title,
            asked,
            submit,
            explanation=explanation,
            keep_as=f"secretariat.{self._case.review.case}.{kind}",
        )
