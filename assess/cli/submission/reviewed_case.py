"""A case at the secretariat in words, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from assess.cli.case.open_points import head_of
from assess.cli.command.output import moment, plain, say, wrapped
from assess.core.case.history.side_by_side import said_in_brief
from assess.core.case.open_point import BLOCKING, OpenPoint
from assess.core.case.work_time import shown
from assess.core.submission.course import ReviewStep
from assess.core.submission.course_account import entry_message, state_message
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.workflow.submission.reviewed_case import ReviewedCase

_SHORT = 12


def say_case(
    case: ReviewedCase, steps: Sequence[ReviewStep], *, with_answers: bool = False
) -> None:
    """Print a case as it was sent, and what was said and decided on it."""
    review = case.review
    say(f"{plain(review.organisation)} ({review.country})")
    say(
        gettext(
            "Case {case}: {state}, since {moment}",
            case=review.case,
            state=spoken(state_message(case.state)),
            moment=moment(review.state_since),
        )
    )
    say(gettext("Revision {revision}", revision=case.revision[:_SHORT]))
    if len(review.heads) > 1:
        say(wrapped(gettext("There are two copies of this case; its experts bring them together.")))
    say(gettext("Experts: {names}", names=plain(", ".join(review.experts)) or "-"))
    details = case.assessment.case.details
    say(
        gettext(
            "Interview: {day}, by {name}", day=details.interview_date, name=plain(details.expert)
        )
    )
    say(gettext("Working time: {length}", length=shown(case.working_time)))
    _say_points(gettext("Open points"), case.points)
    _say_points(gettext("Unusual values with a reason"), case.overridden)
    _say_last_round(case)
    if with_answers:
        _say_answers(case)
    if review.entries:
        say(f"\n{gettext('Said and decided')}")
        for entry in review.entries:
            text = plain(spoken(entry_message(entry)), lines=True)
            say(wrapped(text, 11, first=f"  {str(entry.id)[:8]} "))
    if review.is_barred:
        said = gettext("You have a part in this case or an interest: others take its steps.")
        say(wrapped(said))
    elif steps:
        names = ", ".join(step.value for step in steps)
        say(gettext("Steps that can be taken: {names}", names=names))


def _say_points(title: str, points: Iterable[OpenPoint]) -> None:
    found = list(points)
    if not found:
        return
    say(f"\n{title} ({len(found)})")
    for point in found:
        text = plain(spoken(point.text), lines=True)
        said = gettext(
            "{kind}, {question}: {text}",
            kind=head_of(point.kind),
            question=point.question,
            text=text,
        )
        say(wrapped(said, 6, first=f"{point.number:>4}  "))


def _say_last_round(case: ReviewedCase) -> None:
    if case.last is None:
        say(f"\n{gettext('There is no earlier case of this organisation.')}")
        return
    day = case.last.case.details.interview_date
    count = len(case.changed)
    changed = ngettext(
        "Last round, {day}: {count} answer differs",
        "Last round, {day}: {count} answers differ",
        count,
        day=day,
    )
    say(f"\n{changed}")
    for name in case.changed:
        question = case.catalogue.questions[name]
        said = gettext(
            "{question}: was {before}, is now {now}",
            question=name,
            before=plain(spoken(said_in_brief(question, case.last.answer(name), case.catalogue))),
            now=plain(
                spoken(said_in_brief(question, case.assessment.answer(name), case.catalogue))
            ),
        )
        say(wrapped(said, 2))


def _say_answers(case: ReviewedCase) -> None:
    say(f"\n{gettext('Answers')}")
    for name, question in case.catalogue.questions.items():
        answer = case.assessment.answers.get(name)
        if answer is None:
            continue
        text = plain(spoken(said_in_brief(question, answer, case.catalogue)))
        say(wrapped(gettext("{question}: {text}", question=name, text=text), 2))


def document(case: ReviewedCase) -> dict[str, Any]:
    """Give a case as JSON has it."""
    return {
        **case.review.model_dump(mode="json", exclude_none=True),
        "revision": case.revision,
        "working_seconds": int(case.working_time.total_seconds()),
        "open_points": [
            {**point.model_dump(mode="json"), "text": spoken(point.text)}
            | {"blocks": point.kind in BLOCKING}
            for point in case.points
        ],
        "overridden": [
            {"question": point.question, "text": spoken(point.text)} for point in case.overridden
        ],
        "last_round": None
        if case.last is None
        else {
            "case": case.last.case.id,
            "interview_date": str(case.last.case.details.interview_date),
            "changed": list(case.changed),
        },
        "answers": [
            answer.model_dump(mode="json", exclude_none=True)
            for answer in case.assessment.answers.values()
        ],
    }
