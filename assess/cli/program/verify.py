"""assess verify: the database, its history, and the files given as evidence."""

from __future__ import annotations

from typing import Any

import click

from assess import workflow
from assess.cli.command.output import say, say_json, working, wrapped
from assess.cli.command.settings import Settings
from assess.cli.program.backup import answers_counted
from assess.core.record.clock import ClockDoubt, DoubtfulTime
from assess.languages import gettext, ngettext
from assess.workflow.program.verifying import VerifiedDatabase


@click.command("verify")
@click.option(
    "--against",
    "given",
    metavar="FILE|HASH",
    help="Compare with the head in an issued report, award record, backup or case file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def verify(settings: Settings, given: str | None, *, as_json: bool) -> None:
    """Check that the database, its history and the evidence were not altered.

    Each entry carries the hash of the entry before it, so that an altered or removed entry is found
    and named. Signed checkpoints, and heads of the record that are kept elsewhere, show that
    nothing was cut off at the end. The exit code is 1 if something was altered.
    """
    with settings.open_desk() as desk, working(gettext("Checking")):
        found = workflow.verify(desk, given)
    if as_json:
        say_json(_document(found))
    else:
        _say(found, str(settings.database))
    if not found.is_whole:
        raise click.exceptions.Exit(1)


def _document(found: VerifiedDatabase) -> dict[str, Any]:
    return {
        "ok": found.is_whole,
        "rows": dict(found.rows),
        "faults": [fault.model_dump() for fault in found.faults],
        "files": found.files,
        "not_looked_at": found.unseen,
        "evidence": [
            {
                "case": faulty.case,
                "question": faulty.question,
                "location": faulty.evidence.location,
                "what": faulty.what,
            }
            for faulty in found.evidence
        ],
        "reach": list(found.reach),
        "doubts": [doubt._asdict() for doubt in found.doubts],
        "against": None if found.compared is None else found.compared._asdict(),
    }


def _say(found: VerifiedDatabase, database: str) -> None:
    checked = [_counted(number, name) for name, number in found.rows.items()]
    checked.append(ngettext("{count} file of evidence", "{count} files of evidence", found.files))
    say(f"{database}:")
    say(wrapped(", ".join(checked), 2))
    for text in (*found.faults, *found.evidence):
        say(f"  {text}")  # paths stay in one piece
    if found.unseen:
        unseen = ngettext(
            "{count} file of evidence is only named by an imported case and was not looked at; "
            "`assess evidence CASE --look` does that.",
            "{count} files of evidence are only named by imported cases and were not looked at; "
            "`assess evidence CASE --look` does that.",
            found.unseen,
        )
        say(wrapped(unseen, 2))
    for text in (*map(_doubt, found.doubts[:_MOST_DOUBTS]), *found.reach):
        say(wrapped(text, 2))
    if found.compared is not None:
        say(wrapped(found.compared.said, 2))
    number = len(found.faults) + len(found.evidence)
    number += found.compared is not None and not found.compared.holds
    say(
        gettext("Nothing was altered.")
        if found.is_whole
        else ngettext("{count} fault.", "{count} faults.", number)
    )


_MOST_DOUBTS = 20
"""So many entries of doubtful time are named at once."""


def _doubt(found: DoubtfulTime) -> str:
    if found.doubt is ClockDoubt.FUTURE:
        return gettext(
            "{kind} row {row} (case {case}): its time, {at}, is still to come.",
            kind=found.kind,
            row=found.seq,
            case=found.case,
            at=found.at,
        )
    return gettext(
        "{kind} row {row} (case {case}): its time, {at}, is before that of the entry it follows.",
        kind=found.kind,
        row=found.seq,
        case=found.case,
        at=found.at,
    )


def _counted(count: int, table: str) -> str:
    match table:
        case "entry":
            return ngettext("{count} entry of the record", "{count} entries of the record", count)
        case "details":
            return ngettext("{count} entry of details", "{count} entries of details", count)
        case "answer":
            return answers_counted(count)
        case "decision":
            return ngettext("{count} decision", "{count} decisions", count)
        case "register":
            return ngettext(
                "{count} entry of the register", "{count} entries of the register", count
            )
        case "edition":
            return ngettext("{count} edition", "{count} editions", count)
        case "plan":
            return ngettext(
                "{count} entry of action plans", "{count} entries of action plans", count
            )
        case _:
            raise ValueError(table)
