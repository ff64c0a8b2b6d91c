"""assess open-points: what is missing, doubtful or to be done in a case."""

from __future__ import annotations

from itertools import groupby

import click

from assess import workflow
from assess.cli.command.output import cut, plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case.cases import points_of, undeclared

_DECLARE = "assess case change {case} --impartiality ..."
_ROOM = 200
"""Columns for the text of one point; `--json` gives it whole."""


@click.command("open-points")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def open_points(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """List what is missing, doubtful or to be done in a case, the most urgent first."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        found = points_of(desk, assessment)
        reminder = undeclared(desk, assessment.case)
    if as_json:
        say_json([_row(point) for point in found])
        return
    say(plain(assessment.case.organisation.name))
    say(counted(len(found), sum(point.kind in BLOCKING for point in found)))
    if reminder:
        say(wrapped(f"{reminder} {declaring('CASE')}"))
    for kind, points in groupby(found, key=lambda point: point.kind):
        _say_kind(kind, list(points))


def counted(count: int, blocking: int) -> str:
    """Say how many points are open, and how many of them block finishing."""
    if not count:
        return gettext("Nothing is open.")
    found = ngettext("{count} point is open.", "{count} points are open.", count)
    rest = (
        ngettext("{count} of them blocks finishing.", "{count} of them block finishing.", blocking)
        if blocking
        else gettext("None of them blocks finishing.")
    )
    return f"{found} {rest}"


def declaring(case: str) -> str:
    """Say which command declares impartiality; it is typed so in every language."""
    return gettext("To declare it: {command}", command=_DECLARE.format(case=case))


def head_of(kind: PointKind) -> str:
    """Say how the open points of a kind are called."""
    return {
        PointKind.CONTRADICTION: gettext("Contradictions"),
        PointKind.UNFINISHED: gettext("Typed, but not an answer yet"),
        PointKind.EVIDENCE: gettext("Evidence that has changed or is missing"),
        PointKind.PARTICIPANTS: gettext("Participants disagree with the manager"),
        PointKind.ASKED: gettext("Asked by the secretariat"),
        PointKind.WARNING: gettext("Unusual value without a reason"),
        PointKind.PROPOSED: gettext("Proposed answer"),
        PointKind.FOLLOW_UP: gettext("To follow"),
        PointKind.MISSING: gettext("No answer yet"),
        PointKind.FLAG: gettext("Marked for later"),
        PointKind.REASONED: gettext("Unusual value with a reason"),
        PointKind.NOTE: gettext("Notes"),
    }[kind]


def _row(point: OpenPoint) -> dict[str, object]:
    blocks = point.kind in BLOCKING
    return {**point.model_dump(), "text": spoken(point.text), "blocks": blocks}


def _say_kind(kind: PointKind, points: list[OpenPoint]) -> None:
    say(f"\n{head_of(kind)} ({len(points)})")
    for point in points:
        head = f"{point.number:>4}  {point.question}"
        if kind is PointKind.MISSING:
            say(head)
        else:
            text = cut(plain(spoken(point.text), lines=True), _ROOM)
            say(wrapped(f"{point.question}: {text}", 6, first=f"{point.number:>4}  "))
