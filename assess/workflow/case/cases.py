"""Cases: begin one, find one, change its details, leave and finish it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from assess.core.case.assessment import (
    Assessment,
    Case,
    Details,
    State,
    StateChange,
    active_answers,
    complete_count,
)
from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind, open_points
from assess.core.case.organisation import Organisation
from assess.core.case.reading.address import as_address
from assess.core.case.value_form import address_fault
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision_order import DecisionStage, stage_of
from assess.core.register.record import Label, labels
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.message import Message
from assess.core.text.name import normal
from assess.errors import AssessError, Refused
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.store import Place
from assess.workflow.case.evidence import doubtful
from assess.workflow.case.since_award import since_award
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.pooling import gather
from assess.workflow.questionnaire.survey_counts import far_apart
from assess.workflow.submission.sent import asked_by_secretariat


class ListedCase(NamedTuple):
    """A case as a list shows it."""

    case: Case
    answered: int
    indicators_complete: int
    indicators: int | None
    """How many there are in the edition of the case; none: that edition is not here."""
    open_points: int
    proposals: int
    """How many proposals wait for a decision; they are open points too."""
    label: LabelStatus | None
    place: Place | None
    label_until: date | None = None
    """The last day of the label, where one is stated."""
    since_award: tuple[Message, ...] = ()
    """What was done to the case after its label was awarded, such as that it was reopened."""


def begin(
    desk: Desk, organisation: Organisation, details: Details, *, synthetic: bool = False
) -> Case:
    """Begin a case."""
    organisation = _named(organisation)
    _check_details(desk.newest, organisation, details)
    case = Case(
        id=desk.new_id(),
        organisation=organisation,
        details=details,
        catalogue=desk.newest.edition.id,
        synthetic=synthetic,
        created_at=desk.now,
    )
    with desk.store.writing():
        begun = desk.store.cases.add(case, by=desk.who or details.expert)
        desk.editions.keep(case, desk.newest)
    return begun


def change_details(desk: Desk, case: Case, organisation: Organisation, details: Details) -> Case:
    """Change what is stated about a case or its organisation.

    A finished case is closed; once a label is proposed, what it was proposed for stays as it was.
    """
    known, organisation = desk.store.cases.get(case.id), _named(organisation)
    if known.state is State.FINISHED:
        raise AssessError(gettext("The case is finished; reopen it to change its details."))
    _check_details(desk.catalogue_of(known), organisation, details)
    mine = [label for label in labels(desk.store.register.entries()) if label.case == case.id]
    if any(
        stage_of(label) not in (DecisionStage.NOT_PROPOSED, DecisionStage.REFUSED) for label in mine
    ):
        _demand_unchanged(known, organisation, details)
    by = desk.who or details.expert
    return desk.store.cases.change(case.id, organisation, details, by=by, at=desk.now)


def _demand_unchanged(case: Case, organisation: Organisation, details: Details) -> None:
    before = (normal(case.organisation.name), case.organisation.country, *_decided_on(case.details))
    if before != (organisation.name, organisation.country, *_decided_on(details)):
        raise AssessError(
            gettext(
                "The label of this case was proposed with its name, country, portfolio, "
                "interview date and expert, so these can no longer be changed."
            )
        )


def _decided_on(details: Details) -> tuple[object, ...]:
    return (details.portfolio, details.interview_date, details.expert)


def _named(organisation: Organisation) -> Organisation:
    """Give an organisation with name and address in the form in which they are kept."""
    website = as_address(organisation.website or "") or None
    return organisation.model_copy(update={"name": normal(organisation.name), "website": website})


def _check_details(catalogue: Catalogue, organisation: Organisation, details: Details) -> None:
    faults = [] if organisation.name else [gettext("Name: it has no visible character")]
    codes = {country.code for country in catalogue.countries}
    if organisation.country not in codes:
        faults.append(
            gettext(
                "Country: {country} is not a three-letter country code such as DNK",
                country=repr(organisation.country),
            )
        )
    portfolios = {
        name for words in catalogue.label.portfolio_vocabularies for name in words.portfolios
    }
    if details.portfolio not in portfolios:
        in_use = "; ".join(catalogue.label.portfolios_on(details.interview_date))
        faults.append(
            gettext(
                "Portfolio: {portfolio} is not one of: {in_use}",
                portfolio=repr(details.portfolio),
                in_use=in_use,
            )
        )
    if organisation.website and (fault := address_fault(organisation.website)):
        faults.append(gettext("Web site: {fault}", fault=say(fault)))
    if faults:
        raise Refused(gettext("The details of the case have a fault; nothing was saved."), faults)


def cases(desk: Desk) -> tuple[Case, ...]:
    """Give every case as it is known at once, without its progress, the newest first."""
    return desk.store.cases.all()


def assessment_of(desk: Desk, case_id: str) -> Assessment:
    """Give a case with its newest answers, by its whole id."""
    return desk.store.assessment(case_id)


def listed(desk: Desk) -> tuple[ListedCase, ...]:
    """Give every case with its progress, the newest first."""
    return tuple(listing(desk))


def listing(desk: Desk, case_ids: Iterable[str] | None = None) -> Iterator[ListedCase]:
    """Give cases with their progress one by one, as each takes a moment; all, the newest first."""
    places = {place.case_id: place for place in desk.store.places.all()}
    known = _Labels(desk)
    chosen = (
        cases(desk) if case_ids is None else (desk.store.cases.get(case_id) for case_id in case_ids)
    )
    for case in chosen:
        assessment = desk.store.assessment(case.id)
        if not desk.editions.has(case.catalogue):
            yield _unreadable(assessment, known.status_of(case), places.get(case.id))
            continue
        catalogue = desk.catalogue_of(case)
        answers = active_answers(assessment, catalogue)
        points = points_of(desk, assessment)
        drafts = desk.store.drafts.of(case.id)
        yield ListedCase(
            case=case,
            answered=sum(answer.status is Status.ANSWERED for answer in answers),
            indicators_complete=complete_count(assessment, catalogue, drafts),
            indicators=len(catalogue.indicators),
            open_points=len(points),
            proposals=sum(point.kind is PointKind.PROPOSED for point in points),
            label=known.status_of(case),
            place=places.get(case.id),
            label_until=known.end_of(case),
            since_award=since_award(desk, case),
        )


def _unreadable(
    assessment: Assessment, label: LabelStatus | None, place: Place | None
) -> ListedCase:
    """List a case whose edition of the catalogue is not here: what is known without it."""
    answers = assessment.answers.values()
    return ListedCase(
        case=assessment.case,
        answered=sum(answer.status is Status.ANSWERED for answer in answers),
        indicators_complete=0,
        indicators=None,
        open_points=0,
        proposals=0,
        label=label,
        place=place,
    )


class _Labels:
    """The labels of the register by case and by organisation, on the present day."""

    def __init__(self, desk: Desk) -> None:
        self._today = desk.today
        self._register = Register(desk.store.register.all(), desk.newest)
        self._by_case: dict[str, Label] = {}
        for label in self._register.labels:
            self._by_case.setdefault(label.case, label)

    def end_of(self, case: Case) -> date | None:
        label = self._by_case.get(case.id)
        return label.valid_until if label else None

    def status_of(self, case: Case) -> LabelStatus | None:
        label = self._by_case.get(case.id)
        return self._register.status(label, self._today) if label else None


def points_of(desk: Desk, assessment: Assessment) -> tuple[OpenPoint, ...]:
    """Give the open points of a case, worst first."""
    case_id = assessment.case.id
    drafts, proposals = desk.store.drafts.of(case_id), desk.store.proposals.undecided(case_id)
    catalogue = desk.catalogue_of(assessment.case)
    return open_points(
        assessment,
        catalogue,
        drafts,
        proposals,
        doubtful(desk, assessment),
        far_apart(desk, assessment),
        asked_by_secretariat(desk, case_id),
    )


def visit(desk: Desk, case_id: str, question: str) -> None:
    """Keep the place of the interview, so that it can be resumed there after anything."""
    desk.store.places.keep(case_id, question, at=desk.now, is_open=True)


def leave(desk: Desk, case_id: str, question: str) -> None:
    """Leave a case properly, keeping the place."""
    desk.store.places.keep(case_id, question, at=desk.now, is_open=False)


def place_of(desk: Desk, case_id: str) -> Place | None:
    """Give the place where a case was left or interrupted, if it was begun."""
    return next((place for place in desk.store.places.all() if place.case_id == case_id), None)


def interrupted(desk: Desk) -> Place | None:
    """Give the place where the last run ended without leaving the case, if it did."""
    newest = next(iter(desk.store.places.all()), None)
    return newest if newest and newest.is_open else None


def finish(desk: Desk, assessment: Assessment) -> tuple[OpenPoint, ...]:
    """Finish a case, which enters the pool if its organisation agreed; give the open points left.

    Raises Refused with the open points that block.
    """
    if assessment.case.state is State.FINISHED:
        raise AssessError(gettext("The case is finished already."))
    points = points_of(desk, assessment)
    blocking = [
        f"{point.number} {point.question}: {say(point.text)}"
        for point in points
        if point.kind in BLOCKING
    ]
    if blocking:
        raise Refused(
            ngettext(
                "The case cannot be finished yet: {count} open point blocks it.",
                "The case cannot be finished yet: {count} open points block it.",
                len(blocking),
            ),
            blocking,
        )
    by = desk.name_for(assessment)
    finished = StateChange(state=State.FINISHED, by=by)
    desk.store.states.add(assessment.case.id, [finished], at=desk.now)
    gather(desk)
    return points


def reopen(desk: Desk, assessment: Assessment, reason: str) -> None:
    """Reopen a finished case, with a reason."""
    if assessment.case.state is not State.FINISHED:
        raise AssessError(gettext("The case is not finished, so there is nothing to reopen."))
    if not reason.strip():
        raise AssessError(gettext("Give the reason for reopening the case."))
    by = desk.name_for(assessment)
    reopened = StateChange(state=State.IN_PROGRESS, reason=reason, by=by)
    desk.store.states.add(assessment.case.id, [reopened], at=desk.now)


def undeclared(desk: Desk, case: Case) -> str:
    """Remind of the declaration that comes before an interview; empty where it was made."""
    if case.details.impartiality is not None:
        return ""
    years = desk.catalogue_of(case).label.impartiality_years
    return gettext(
        "Impartiality is not declared yet. Before the interview, the expert declares "
        "to have had no employment, board seat, contract or other interest in the "
        "organisation in the last {years} years, or states the interest. A label can "
        "be proposed only after this.",
        years=years,
    )
