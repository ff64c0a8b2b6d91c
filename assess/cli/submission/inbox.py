"""assess inbox: what came back from the secretariat."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations
from assess.cli.command.output import plain, remark, say, say_json, working, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.errors import Unreachable
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from assess.core.submission.kept import OpenQuestion
    from assess.workflow.desk.desk import Desk
    from assess.workflow.desk.incoming_file import Arrived
    from assess.workflow.submission.receiving import Arrivals

_A_CLOCK_THAT_IS_WRONG = 300
"""Seconds from which on the difference of the two clocks is said."""


@click.command("inbox")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--answer",
    "wanted",
    metavar="ID",
    type=WordsType(),
    help="Answer a question, by the beginning of its id; --text gives the answer.",
)
@click.option(
    "--fetch",
    "fetched",
    metavar="CASE",
    type=WordsType(),
    help="Import the copies of a case that others sent, or that was assigned to you.",
)
@click.option("--text", type=WordsType(said=True), help="The answer to the question.")
@click.pass_obj
def inbox(
    settings: Settings,
    file: Path | None,
    wanted: str | None,
    text: str | None,
    fetched: str | None,
    *,
    as_json: bool,
) -> None:
    """Get what is new from the secretariat, and show what it asks and says.

    An answer that it proposes waits as a proposal in its case. Without a network, what came before
    is shown. FILE is the secretariat's answer to a file that you sent.

    With --fetch, a case that is not here comes as it is, a copy that went on is followed, and where
    both were worked on, the answers of the other copy wait as proposals; then send the case again.
    """
    from assess.workflow.submission.carrying import read_return
    from assess.workflow.submission.receiving import answer_question, questions_of

    if (wanted is None) != (text is None):
        raise click.UsageError(gettext("--answer and --text go together."))
    with settings.open_desk() as desk:
        key = locations.device_key(demo=settings.demo)
        if wanted is not None and text is not None:
            answer_question(desk, wanted, text)
        arrivals = read_return(desk, file, key) if file else _asked(desk, key)
        copies = _fetch(desk, fetched, file, arrivals, key) if fetched is not None else ()
        questions = questions_of(desk)
        if as_json:
            say_json(_document(desk, questions))
            return
        if arrivals is not None:
            _say_new(len(arrivals.items), arrivals.proposed)
            for sentence in arrivals.remarks:
                remark(sentence)
        if fetched is None:
            _say_elsewhere(desk, file, arrivals)
        for arrived in copies:
            _say_arrived(arrived)
        _say_clock(desk)
        for question in questions:
            _say_question(desk, question)
        if not questions:
            say(gettext("The secretariat has no open question."))


def _fetch(
    desk: Desk, wanted: str, file: Path | None, arrivals: Arrivals | None, key: Path
) -> tuple[Arrived, ...]:
    """Take in the copies of a case, from the file or over the line; say where there are none."""
    from assess.workflow.submission.taking_copies import case_of, fetch_copies, take_copies

    if file is None:
        with working(gettext("Fetching the case")):
            found = fetch_copies(desk, wanted, key)
    else:
        case = case_of(desk, wanted)
        copies = [each for each in arrivals.copies if each.case == case] if arrivals else []
        found = take_copies(desk, case, copies)
    if not found:
        say(gettext("There is no other copy of the case {wanted}.", wanted=repr(wanted)))
    return found


def _say_elsewhere(desk: Desk, file: Path | None, arrivals: Arrivals | None) -> None:
    """Say of which cases the secretariat has work that is not here, and how it comes."""
    from assess.workflow.submission.receiving import organisation_of
    from assess.workflow.submission.taking_copies import cases_elsewhere

    in_file = tuple(dict.fromkeys(copy.case for copy in arrivals.copies)) if arrivals else ()
    for case in in_file:
        text = gettext(
            "{path} has a copy of the case {case} ({organisation}) with work that is not here; "
            "`assess inbox {path} --fetch {case}` imports it.",
            path=str(file),
            case=case,
            organisation=plain(organisation_of(desk, case)),
        )
        say(wrapped(text))
    for case in cases_elsewhere(desk):
        if case not in in_file and file is None:
            text = gettext(
                "The secretariat has a copy of the case {case} ({organisation}) with work that is "
                "not here; `assess inbox --fetch {case}` imports it.",
                case=case,
                organisation=plain(organisation_of(desk, case)),
            )
            say(wrapped(text))


def _say_arrived(arrived: Arrived) -> None:
    """Say what came in with a copy, as an import does."""
    first, *rest = arrived.came
    if arrived.assessment is not None:
        known = arrived.assessment.case
        say(f"{known.id}  {plain(known.organisation.name)}: {plain(first)}")
    for text in rest:
        say(f"  {plain(text)}")
    for text in arrived.left:
        remark(f"  {text}.")


def _asked(desk: Desk, key: Path) -> Arrivals | None:
    """Send what waits and ask for what is new; None: the secretariat does not answer."""
    from assess.workflow.submission.receiving import fetch
    from assess.workflow.submission.sending import deliver

    with working(gettext("Asking the secretariat")):
        try:
            deliver(desk, key)
            return fetch(desk, key)
        except Unreachable as error:
            remark(str(error))
            return None


def _document(desk: Desk, questions: tuple[OpenQuestion, ...]) -> dict[str, object]:
    from assess.workflow.submission.receiving import inbox_items
    from assess.workflow.submission.sent import submissions

    return {
        "items": [item.model_dump(mode="json", exclude_none=True) for item in inbox_items(desk)],
        "questions": [question.model_dump(mode="json") for question in questions],
        "waiting": [
            each.case for each in submissions(desk).values() if each.state.value == "waiting"
        ],
    }


def _say_new(count: int, proposed: int) -> None:
    say(ngettext("{count} new message", "{count} new messages", count))
    if proposed:
        say(
            ngettext(
                "{count} answer is proposed by it",
                "{count} answers are proposed by it",
                proposed,
            )
        )


def _say_clock(desk: Desk) -> None:
    from assess.workflow.submission.connecting import connection_of

    ahead = connection_of(desk).clock_ahead
    if ahead is not None and abs(ahead) >= _A_CLOCK_THAT_IS_WRONG:
        minutes = round(abs(ahead) / 60)
        remark(
            ngettext(
                "The clock of this device and that of the secretariat differ by {count} minute.",
                "The clock of this device and that of the secretariat differ by {count} minutes.",
                minutes,
            )
        )


def _say_question(desk: Desk, question: OpenQuestion) -> None:
    from assess.workflow.submission.receiving import organisation_of

    head = gettext(
        "{id} {case}, {question}: {by} asks",
        id=question.id[:8],
        case=plain(organisation_of(desk, question.case)),
        question=question.question or gettext("the case as a whole"),
        by=plain(question.by or "-"),
    )
    say(wrapped(head))
    say(wrapped(plain(question.text), 2))
    for text in question.answers:
        say(wrapped(gettext("answered: {text}", text=plain(text)), 2))
