"""The staff's side of the secretariat: the queue, a case as it was sent, and what is done with it.

Everything is asked of the service; a case is read and checked here, and never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.reading.answer import read
from assess.core.catalogue.catalogue import Catalogue
from assess.core.submission.course import COURSE, CaseState, Needed, ReviewStep
from assess.core.submission.exchanged import (
    Answered,
    AskedQuestion,
    AssignableExpert,
    BoundStep,
    CaseReview,
    DeclaredInterest,
    KnownDevice,
    Queue,
    QueuedCase,
    ReviewEntry,
    StepTaken,
)
from assess.core.submission.role import may
from assess.errors import AssessError, NotFound
from assess.exchange.case import case_file
from assess.exchange.case.case_file import CarriedCase
from assess.exchange.submission.service_client import ServiceClient
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.rounds import comparable
from assess.workflow.desk.desk import Desk
from assess.workflow.submission.connecting import device_key, reached
from assess.workflow.submission.reviewed_case import ReviewedCase

_EARLIER = 3
"""So many other cases of the organisation are looked at for the last round."""


class ReviewOffice:
    """The secretariat as a member of its staff reaches it."""

    def __init__(self, desk: Desk, client: ServiceClient) -> None:
        """Take the desk, whose catalogues read the cases, and the connection."""
        self._desk = desk
        self._client = client

    @cached_property
    def who(self) -> KnownDevice:
        """Who asks, with the roles."""
        return self._client.me()

    def queue(
        self, state: CaseState | None = None, country: str | None = None, after: str | None = None
    ) -> Queue:
        """Give a page of the queue, those that wait longest first."""
        return self._client.queue(state.value if state else None, country, after)

    def find(self, wanted: str) -> QueuedCase:
        """Find a case by its id, or by an unambiguous beginning of id or organisation."""
        found: list[QueuedCase] = []
        after: str | None = None
        while True:
            page = self._client.queue(after=after)
            for case in page.cases:
                if case.case == wanted:
                    return case
                name = case.organisation.casefold()
                if case.case.startswith(wanted) or name.startswith(wanted.casefold()):
                    found.append(case)
            after = page.after
            if after is None:
                break
        if not found or not wanted:
            raise NotFound(
                gettext("No case at the secretariat is called {wanted}.", wanted=repr(wanted))
            )
        if len(found) > 1:
            raise NotFound(
                gettext(
                    "{wanted} can mean several cases: {names}. Give the beginning of an id.",
                    wanted=repr(wanted),
                    names=", ".join(f"{case.organisation} ({case.case})" for case in found[:9]),
                )
            )
        return found[0]

    def revisions(self, case: str) -> tuple[str, ...]:
        """Give the revisions of a case that no other extends."""
        return tuple(head.revision for head in self._client.case(case).heads)

    def open(self, case: str) -> ReviewedCase:
        """Fetch a case with all that is needed to judge it; AssessError where there is no copy."""
        review = self._client.review(case)
        if not review.heads:
            raise NotFound(gettext("Nothing of the case {case} was sent.", case=case))
        newest = review.heads[-1].revision
        carried, catalogue = self._read(case, newest)
        last = self._last_round(review, carried.assessment, catalogue)
        return ReviewedCase(review, newest, carried, catalogue, last)

    def _read(self, case: str, revision: str) -> tuple[CarriedCase, Catalogue]:
        found = self._client.revision(case, revision)
        desk = self._desk
        edition = str(found.document["catalogue"])
        catalogue = desk.editions.find(edition)
        if catalogue is None:
            raise AssessError(
                gettext(
                    "The case was begun with edition {edition} of the catalogue, "
                    "which is not here.",
                    edition=edition,
                )
            )
        written = case_file.written(found.file).encode()
        carried = case_file.read(
            written,
            case,
            catalogue,
            now=desk.now,
            new_id=case,
            called=desk.editions.find,
        )
        return carried, catalogue

    def _last_round(
        self, review: CaseReview, now: Assessment, catalogue: Catalogue
    ) -> Assessment | None:
        found: list[tuple[Assessment, Catalogue]] = []
        for case in review.earlier[:_EARLIER]:
            heads = self._client.case(case).heads
            if not heads:
                continue
            carried, then = self._read(case, heads[-1].revision)
            if carried.assessment.case.details.interview_date < now.case.details.interview_date:
                found.append((carried.assessment, then))
        if not found:
            return None
        last, then = max(found, key=lambda each: each[0].case.details.interview_date)
        return comparable(last, then, catalogue)

    def ask(self, case: ReviewedCase, question: str | None, text: str) -> UUID:
        """Ask about an answer, or about the case as a whole; give the id of the question."""
        self._demand_known(case, question)
        name = uuid4()
        asked = AskedQuestion(revision=case.revision, question=question, text=_said(text))
        self._client.ask_question(case.review.case, name, asked)
        return name

    def suggest(self, case: ReviewedCase, question: str, typed: str, text: str) -> UUID:
        """Propose an answer as it was typed; it arrives at the expert's as a proposal."""
        self._demand_known(case, question)
        wanted = case.catalogue.questions[question]
        reading = read(wanted, typed, case.assessment, case.catalogue)
        if reading.fault is not None:
            raise AssessError(
                gettext("{question}: {fault}.", question=question, fault=say(reading.fault))
            )
        for finding in check_value(wanted, reading.value, case.assessment, case.catalogue):
            if finding.kind != "soft":
                raise AssessError(say(finding.text))
        name = uuid4()
        asked = AskedQuestion(
            revision=case.revision, question=question, text=_said(text), value=reading.value
        )
        self._client.suggest(case.review.case, name, asked)
        return name

    def close(self, case: ReviewedCase, wanted: str, text: str) -> ReviewEntry:
        """Close a question by the beginning of its id; only who asked it may."""
        found = [each for each in case.open_questions if str(each.id).startswith(wanted)]
        if len(found) != 1 or not wanted:
            raise NotFound(
                gettext(
                    "{wanted} is not the beginning of the id of one open question of this case.",
                    wanted=repr(wanted),
                )
            )
        said = Answered(revision=case.revision, text=_said(text))
        self._client.close_question(case.review.case, found[0].id, uuid4(), said)
        return found[0]

    def take(
        self,
        case: str,
        step: ReviewStep,
        seen: str,
        *,
        reason: str | None = None,
        level: str | None = None,
    ) -> StepTaken:
        """Take a step on a case, bound to the revision that was seen."""
        said: Mapping[str, Any] = {"revision": seen, "level": level}
        if COURSE[step].needed is Needed.REASON or reason:
            said = {**said, "reason": _said(reason or "")}
        return self._client.take_step(case, step, uuid4(), BoundStep.model_validate(said))

    def steps(self, case: ReviewedCase) -> tuple[ReviewStep, ...]:
        """Give the steps that this account could take on a case as it stands."""
        if len(case.review.heads) > 1 or case.review.is_barred:
            return ()
        return tuple(
            step
            for step, course in COURSE.items()
            if case.state in course.before
            and may(self.who.roles, course.action)
            and step is not ReviewStep.WITHDRAWN
        )

    def experts(self) -> tuple[AssignableExpert, ...]:
        """Give the experts to whom a case can be assigned."""
        return self._client.experts().experts

    def assign(self, case: str, wanted: str) -> AssignableExpert:
        """Assign a case to an expert, by the beginning of the name or id."""
        known = self.experts()
        exact = [each for each in known if each.name.casefold() == wanted.casefold()]
        begun = [
            each
            for each in known
            if each.name.casefold().startswith(wanted.casefold())
            or str(each.id).startswith(wanted.lower())
        ]
        found = exact or begun
        if len(found) != 1 or not wanted:
            raise NotFound(
                gettext(
                    "{wanted} is not the name of one expert; these can be chosen: {names}.",
                    wanted=repr(wanted),
                    names=", ".join(each.name for each in known) or "-",
                )
            )
        self._client.assign(case, found[0].id)
        return found[0]

    def declare_interest(self, case: str, text: str) -> None:
        """Declare an interest in the organisation of a case: it is never taken back."""
        self._client.declare_interest(case, uuid4(), DeclaredInterest(text=_said(text)))

    def _demand_known(self, case: ReviewedCase, question: str | None) -> None:
        if question is not None and question not in case.catalogue.questions:
            raise NotFound(
                gettext("The catalogue has no question {question}.", question=repr(question))
            )


@contextmanager
def review_office(desk: Desk) -> Iterator[ReviewOffice]:
    """Reach the secretariat with this device's key; Unreachable where there is no network."""
    connection = reached(desk)
    client = ServiceClient(connection.url, device_key(Path(connection.key_file)))
    try:
        yield ReviewOffice(desk, client)
    finally:
        client.close()


def _said(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        raise AssessError(gettext("The text is empty; say it in a sentence."))
    return stripped
