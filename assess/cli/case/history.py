"""assess history: who changed which answer when, from what to what, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from assess import workflow
from assess.cli.case.consequences import conflict_in_words, remark_doubts
from assess.cli.catalogue.vocabulary import question_name
from assess.cli.command.output import moment, plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.answer import Answer
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import Assessment
from assess.core.case.history.change import AnswerChange, changed_parts
from assess.core.case.history.change_text import change_lines
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError, NotFound
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case.undoing import give_again
from assess.workflow.case.undoing import history as changes_of
from assess.workflow.desk.desk import Desk


@click.command("history")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.argument("asked", metavar="[QUESTION]", required=False, type=WordsType())
@click.option(
    "--give-again",
    "number",
    type=click.IntRange(min=1),
    metavar="N",
    help="Give the answer of change N again, with its note, evidence and mark.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def history(
    settings: Settings, wanted: str, asked: str | None, number: int | None, *, as_json: bool
) -> None:
    """List the changes of the answers of a case, or of one question, oldest first."""
    if number is not None and asked is None:
        raise click.UsageError(gettext("Give the QUESTION to which the change belongs."))
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        name = (
            question_name(asked, desk.catalogue_of(assessment.case)) if asked is not None else None
        )
        found = changes_of(desk, assessment, name)
        catalogue = desk.catalogue_of(assessment.case)
        if number is not None:
            _give_again(desk, assessment, numbered(found, number))
            return
    if as_json:
        say_json([_row(change, catalogue) for change in found])
        return
    say(plain(assessment.case.organisation.name))
    say(_counted(len(found), name))
    for count, change in enumerate(found, start=1):
        say_change(change, catalogue, count if name is not None else None)


def _counted(count: int, name: str | None) -> str:
    if name is None and not count:
        return gettext("Nothing has been changed yet.")
    if name is None:
        return ngettext("{count} change", "{count} changes", count)
    if not count:
        return gettext("{question} has not been changed yet.", question=name)
    return ngettext(
        "{count} change of {question}", "{count} changes of {question}", count, question=name
    )


def numbered(found: Sequence[AnswerChange], number: int) -> AnswerChange:
    """Give a change by its number among those of a question, beginning with 1."""
    if not 1 <= number <= len(found):
        raise NotFound(
            ngettext(
                "There is no change {number}; there is {count} change.",
                "There is no change {number}; there are {count} changes.",
                len(found),
                number=number,
            )
        )
    return found[number - 1]


def _give_again(desk: Desk, assessment: Assessment, change: AnswerChange) -> None:
    recorded = give_again(desk, assessment, change.after)
    name = change.question
    if recorded.conflict is not None:
        raise AssessError(
            f"{name}: {conflict_in_words(recorded, desk.catalogue_of(assessment.case))}."
        )
    hard = "; ".join(
        spoken(finding.text) for finding in recorded.findings if finding.kind == "hard"
    )
    if not recorded.is_saved:
        raise AssessError(
            gettext("{question}: {fault}. Nothing was saved.", question=name, fault=hard)
        )
    given = spoken(
        in_words(
            desk.catalogue_of(assessment.case).questions[name],
            change.after,
            desk.catalogue_of(assessment.case),
        )
    )
    say(f"{place_text(name, desk.catalogue_of(assessment.case))}: {given}")
    remark_doubts(name, assessment, recorded.assessment, desk.catalogue_of(assessment.case))


def say_change(change: AnswerChange, catalogue: Catalogue, number: int | None = None) -> None:
    """Print one change: when, by whom and where, then what of the answer changed."""
    after = change.after
    when = moment(after.at) if after.at is not None else gettext("at an unknown time")
    by = f", {plain(after.by)}" if after.by else ""
    what = place_text(change.question, catalogue)
    if after.undo:
        what = gettext("{question}, a change undone", question=what)
    which = f"{number}.  " if number is not None else ""
    say(f"\n{which}{when}{by}: {what}")
    for line in change_lines(change, catalogue):
        say(wrapped(spoken(line), 4))


def place_text(question: str, catalogue: Catalogue) -> str:
    """Give the number of the indicator and the name of a question."""
    if question not in catalogue.questions:
        return question
    return f"{catalogue.indicator_of(question).number} {question}"


def _row(change: AnswerChange, catalogue: Catalogue) -> dict[str, Any]:
    known = change.question in catalogue.questions
    return {
        "question": change.question,
        "number": catalogue.indicator_of(change.question).number if known else None,
        "at": change.after.at.isoformat() if change.after.at else None,
        "by": change.after.by,
        "undo": change.after.undo,
        "stated_day": change.stated_day.isoformat() if change.stated_day else None,
        "doubt": change.doubt.value if change.doubt else None,
        "changed": list(changed_parts(change)),
        "old": _plain(change.before),
        "new": _plain(change.after),
    }


def _plain(answer: Answer) -> dict[str, Any]:
    return answer.model_dump(mode="json", exclude={"question", "at", "by", "undo"})
