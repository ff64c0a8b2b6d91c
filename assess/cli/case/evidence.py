"""assess evidence: the links and files behind the answers, checked, saved back, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assess import workflow
from assess.cli.case.history import place_text
from assess.cli.catalogue.vocabulary import question_name
from assess.cli.command.output import moment, plain, say, say_json
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.answer import Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.history.change_text import evidence_text
from assess.errors import NotFound
from assess.languages import gettext, pgettext
from assess.languages.message import say as spoken
from assess.workflow.case import evidence as evidences
from assess.workflow.desk.desk import Desk


@click.command("evidence")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.argument("asked", metavar="[QUESTION]", required=False, type=WordsType())
@click.option("--save", type=click.IntRange(min=1), metavar="N", help="Save the copy of number N.")
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("--remove", type=click.IntRange(min=1), metavar="N", help="Remove number N.")
@click.option(
    "--look",
    is_flag=True,
    help="Look at files that came with an imported case; without it they are not opened.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def evidence(settings: Settings, /, wanted: str, asked: str | None, **options: Any) -> None:
    """List the links and files behind the answers, and whether the files have changed.

    `assess answer CASE QUESTION --link URL` or `--file PATH` adds one. --save and --remove take the
    number that the list gives to the evidence of its QUESTION.
    """
    save, remove, target = options["save"], options["remove"], options["target"]
    _demand_whole(asked, save, remove, target)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        name = (
            question_name(asked, desk.catalogue_of(assessment.case)) if asked is not None else None
        )
        if options["look"]:
            evidences.remember(desk, (piece for _, _, piece in _held(desk, assessment, name)))
        if name is not None and save is not None:
            piece = numbered(assessment, name, save)
            evidences.save_copy(desk, piece, target, force=options["force"])
            say(gettext("{path}: the copy of {original}", path=target, original=piece.location))
        elif name is not None and remove is not None:
            piece = numbered(assessment, name, remove)
            evidences.remove(desk, assessment, name, piece)
            say(gettext("Removed: {evidence}", evidence=spoken(evidence_text(piece))))
        elif options["as_json"]:
            say_json(list(_rows(desk, assessment, name)))
        else:
            _say_list(desk, assessment, name)


def _demand_whole(
    asked: str | None, save: int | None, remove: int | None, target: Path | None
) -> None:
    if (save or remove) and asked is None:
        raise click.UsageError(gettext("Give the QUESTION to which the number belongs."))
    if save and remove:
        raise click.UsageError(gettext("Give either --save or --remove, not both."))
    if (save is None) != (target is None):
        raise click.UsageError(gettext("Give --save N and -o FILE together."))


def numbered(assessment: Assessment, question: str, number: int) -> Evidence:
    """Give an evidence by its number among those of a question, beginning with 1."""
    held = assessment.answer(question).evidence
    if not 1 <= number <= len(held):
        raise NotFound(
            gettext(
                "There is no evidence {number} of {question}; the numbers are 1 to {last}.",
                number=number,
                question=question,
                last=len(held),
            )
            if held
            else gettext(
                "There is no evidence {number} of {question}; the question has no evidence.",
                number=number,
                question=question,
            )
        )
    return held[number - 1]


def state_of(desk: Desk, piece: Evidence) -> str:
    """Say whether a file is still what it was; of links nothing is said."""
    fault = evidences.fault_of(desk, piece)
    if fault is not None:
        return spoken(fault)
    if piece.kind == "file" and not evidences.is_looked_at(desk, piece):
        return gettext("not looked at, because it came with a file (--look)")
    return "" if piece.kind == "link" else gettext("unchanged")


def _rows(desk: Desk, assessment: Assessment, name: str | None) -> list[dict[str, Any]]:
    return [
        {
            "question": question,
            "number": number,
            **piece.model_dump(mode="json"),
            "fault": evidences.fault_of(desk, piece),
            "looked_at": evidences.is_looked_at(desk, piece),
        }
        for question, number, piece in _held(desk, assessment, name)
    ]


def _held(desk: Desk, assessment: Assessment, name: str | None) -> list[tuple[str, int, Evidence]]:
    return [
        (question, number, piece)
        for question in desk.catalogue_of(assessment.case).questions
        if name in (None, question)
        for number, piece in enumerate(assessment.answer(question).evidence, start=1)
    ]


def _say_list(desk: Desk, assessment: Assessment, name: str | None) -> None:
    held = _held(desk, assessment, name)
    say(plain(assessment.case.organisation.name))
    if not held:
        say(
            gettext(
                "There is no evidence of {question}. `assess answer --help` shows how to add it.",
                question=name,
            )
            if name
            else gettext("There is no evidence. `assess answer --help` shows how to add it.")
        )
    last = None
    for question, number, piece in held:
        if question != last:
            say(f"\n{place_text(question, desk.catalogue_of(assessment.case))}")
            last = question
        state = state_of(desk, piece)
        said = spoken(evidence_text(piece))
        if state:
            said = pgettext("a label and its text", "{label}: {text}", label=said, text=state)
        say(f"{number:>4}  {plain(said)}")  # not broken into lines, so that it can be copied
        if piece.added_at is not None:
            say(f"      {_given(moment(piece.added_at), piece.sha256)}")


def _given(when: str, sha256: str | None) -> str:
    if sha256:
        return gettext("given {moment}, SHA-256 {sha256}", moment=when, sha256=sha256)
    return gettext("given {moment}", moment=when)
