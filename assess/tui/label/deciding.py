"""The forms in which a decision on a label is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from assess.core.case.assessment import Assessment
from assess.core.case.reading.day import WholeMonth, read_day
from assess.languages import gettext, pgettext
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.widgets.form_field import Asked
from assess.workflow import Desk
from assess.workflow.label import labelling


def day_echo(
    today: date, whole_month: WholeMonth | None = None
) -> Callable[[str], tuple[str, bool]]:
    """Give what says how a typed day is understood, and whether it is one."""

    def echo(text: str) -> tuple[str, bool]:
        reading = read_day(text, MONTH_WORDS, today, whole_month=whole_month)
        return say(reading.beside), reading.fault is None

    return echo


def typed_day(
    values: Mapping[str, str], key: str, today: date, whole_month: WholeMonth | None = None
) -> date:
    """Give the day of a line; WrongField where it is none."""
    reading = read_day(values[key], MONTH_WORDS, today, whole_month=whole_month)
    if reading.day is None:
        raise WrongField(key, say(reading.beside))
    return reading.day


def _said(values: Mapping[str, str], key: str, otherwise: str) -> str:
    """Give the text of a line; WrongField with a sentence where it is empty."""
    if not values[key].strip():
        raise WrongField(key, otherwise)
    return values[key].strip()


class Deciding:
    """Makes the forms for one case; each records its decision when it is saved."""

    def __init__(self, desk: Desk, assessment: Assessment, previous: date | None) -> None:
        """Decide on a case; `previous` is the end of the previous label, where it was typed."""
        self._desk = desk
        self._assessment = assessment
        self._previous = previous

    def award(self) -> AskScreen:
        """Ask by whom and when the label was awarded, and what the issuer stated."""
        found = labelling.check(self._desk, self._assessment, self._previous)
        computed = found.validity.valid_until if found.validity else None

        def submit(values: Mapping[str, str]) -> None:
            labelling.award(
                self._desk,
                self._assessment,
                by=self._by(values),
                on=self._on(values),
                second=values["second"].strip() or None,
                serial=values["serial"].strip() or None,
                valid_until=(
                    typed_day(values, "until", self._desk.today)
                    if values["until"].strip()
                    else None
                ),
                previous=self._previous,
            )

        until = Asked(
            "until",
            gettext("Valid until"),
            hint=gettext("empty: {day}, as computed", day=computed) if computed else "",
            understood=day_echo(self._desk.today),
        )
        return AskScreen(
            gettext("The label was awarded"),
            [
                *self._who_and_when(),
                self._second(),
                Asked(
                    "serial", gettext("Serial number"), hint=gettext("as issued by ESCA; or empty")
                ),
                until,
            ],
            submit,
            explanation=gettext(
                "The program never invents a serial number. A last day stated by ESCA or "
                "EUCLES replaces the computed one."
            ),
            keep_as="award",
            case_id=self._assessment.case.id,
        )

    def refuse(self) -> AskScreen:
        """Ask by whom, when and why the label was refused."""
        return self._with_reason("refuse", gettext("The label was refused"), labelling.refuse)

    def revoke(self) -> AskScreen:
        """Ask by whom, when and why the label was revoked."""
        return self._with_reason("revoke", gettext("The label was revoked"), labelling.revoke)

    def _with_reason(self, name: str, title: str, decide: Callable[..., object]) -> AskScreen:
        def submit(values: Mapping[str, str]) -> None:
            decide(
                self._desk,
                self._assessment,
                by=self._by(values),
                on=self._on(values),
                reason=_said(values, "reason", gettext("Give the reason of the decision.")),
                second=values["second"].strip() or None,
            )

        return AskScreen(
            title,
            [*self._who_and_when(), self._second(), Asked("reason", gettext("Reason"))],
            submit,
            keep_as=name,
            case_id=self._assessment.case.id,
        )

    def _who_and_when(self) -> tuple[Asked, Asked]:
        today = self._desk.today
        return (
            Asked("by", gettext("Decided by"), hint=gettext("a person or a board")),
            Asked(
                "on",
                pgettext("the day of a decision", "On"),
                str(today),
                understood=day_echo(today),
            ),
        )

    def _second(self) -> Asked:
        return Asked(
            "second",
            gettext("Second person"),
            hint=gettext("if the person who decided led the interview"),
        )

    def _by(self, values: Mapping[str, str]) -> str:
        return _said(values, "by", gettext("Type who decided."))

    def _on(self, values: Mapping[str, str]) -> date:
        return typed_day(values, "on", self._desk.today)
