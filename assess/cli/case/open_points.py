"""assess open-points: what is missing, doubtful or to be done in a case."""

from __future__ import annotations

from itertools import groupby

import click

from assess import workflow
from assess.cli.command.output import cut, plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind
from assess.languages import gettext
from assess.languages.message import say as spoken
from assess.workflow.case.cases import points_of, undeclared

HEADS = {
    PointKind.CONTRADICTION: "Contradictions",
    PointKind.UNFINISHED: "Typed, but not answers yet",
    PointKind.WARNING: "Unusual, without a reason",
    PointKind.PROPOSED: "Proposed, not confirmed",
    PointKind.FOLLOW_UP: "To follow",
    PointKind.MISSING: "No answer yet",
    PointKind.FLAG: "Marked to come back to",
    PointKind.REASONED: "Unusual, with a reason",
    PointKind.NOTE: "Notes",
}
"""How the kinds of open points are called."""


_ROOM = 200
"""Columns for the text of one point; `--json` gives it whole."""


@click.command("open-points")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def open_points(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """List what is missing, doubtful or to be done in a case, worst first."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        found = points_of(desk, assessment)
        reminder = undeclared(desk, assessment.case)
    if as_json:
        say_json([_row(point) for point in found])
        return
    say(plain(assessment.case.organisation.name))
    blocking = sum(point.kind in BLOCKING for point in found)
    block = (
        gettext("none of which blocks")
        if not blocking
        else gettext("of which {blocking} block", blocking=blocking)
    )
    say(
        gettext("{count} open points, {block} finishing the case", count=len(found), block=block)
        if found
        else gettext("No open points")
    )
    if reminder:
        say(
            wrapped(
                gettext(
                    "{reminder} State it: assess case change CASE --impartiality ...",
                    reminder=reminder,
                )
            )
        )
    for kind, points in groupby(found, key=lambda point: point.kind):
        _say_kind(kind, list(points))


def _row(point: OpenPoint) -> dict[str, object]:
    blocks = point.kind in BLOCKING
    return {**point.model_dump(), "text": spoken(point.text), "blocks": blocks}


def _say_kind(kind: PointKind, points: list[OpenPoint]) -> None:
    say(f"\n{HEADS[kind]} ({len(points)})")
    for point in points:
        head = f"{point.number:>4}  {point.question}"
        if kind is PointKind.MISSING:
            say(head)
        else:
            text = cut(plain(spoken(point.text), lines=True), _ROOM)
            say(wrapped(f"{point.question}: {text}", 6, first=f"{point.number:>4}  "))
