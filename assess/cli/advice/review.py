"""assess review: what the expert makes of recommendations and strengths."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

import click
from click_default_group import DefaultGroup

from assess import workflow
from assess.cli.command.output import plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.advice.review import Reviewed
from assess.core.case.assessment import Assessment
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.languages.understanding import in_english
from assess.workflow.advice import reviewing
from assess.workflow.desk.desk import Desk

CASE = click.argument("wanted", metavar="CASE", type=WordsType())
KEY = click.argument("key", type=WordsType(said=True))

_SIGNS = {"proposed": " ", "accepted": "✓", "dropped": "–"}


def _texts(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each text of a recommendation."""
    for option in (
        click.option("--first-step", type=WordsType(), help="The first step."),
        click.option("--action", type=WordsType(), help="One action."),
        click.option("--meaning", type=WordsType(), help="What it means."),
        click.option("--finding", type=WordsType(), help="The finding; of a strength, its text."),
    ):
        command = option(command)
    return command


review: click.Group = DefaultGroup(
    "review",
    default="list",
    help="List recommendations and strengths with their keys; accept, drop, edit or move them.",
)


@review.command("list")
@CASE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """List every recommendation and strength with its key and the decision on it."""
    with settings.open_desk() as desk:
        found = workflow.results(desk, workflow.find(desk, wanted))
    if as_json:
        say_json([reviewed.said(in_english).model_dump(mode="json") for reviewed in _every(found)])
        return
    say(plain(found.assessment.case.organisation.name))
    for head, several in (
        (gettext("Recommendations"), found.recommendations),
        (gettext("Strengths"), found.strengths),
    ):
        say(f"\n{head} ({len(several)})")
        for reviewed in several:
            _say_reviewed(reviewed)


def _every(found: workflow.Results) -> tuple[Reviewed, ...]:
    return (*found.recommendations, *found.strengths)


def _say_reviewed(reviewed: Reviewed) -> None:
    marks = [
        gettext("accepted") if reviewed.state == "accepted" else "",
        gettext("dropped") if reviewed.state == "dropped" else "",
        gettext("edited") if reviewed.edited and not reviewed.own else "",
        gettext("your own") if reviewed.own else "",
        gettext("its rule no longer applies") if reviewed.gone else "",
        gettext("new finding: {text}", text=spoken(reviewed.outdated)) if reviewed.outdated else "",
    ]
    said = "; ".join(mark for mark in marks if mark)
    aside = f"  ({plain(said)})" if said else ""
    say(f"{_SIGNS[reviewed.state]} {reviewed.number or '':>3}  {reviewed.key}{aside}")
    for text in (reviewed.finding, reviewed.meaning, reviewed.action, reviewed.first_step):
        if text:
            say(wrapped(text, 7))


def _decided(settings: Settings, wanted: str, key: str, decide: Any) -> None:
    """Do something to one of them, and say how it stands then."""
    with settings.open_desk() as desk:
        found: workflow.Results = decide(desk, workflow.find(desk, wanted))
    for reviewed in _every(found):
        if reviewed.key == key:
            _say_reviewed(reviewed)


def _settling(name: str, state: Literal["proposed", "accepted", "dropped"], does: str) -> None:
    @review.command(name, help=does)
    @CASE
    @KEY
    @click.pass_obj
    def settle(settings: Settings, wanted: str, key: str) -> None:
        def decide(desk: Desk, case: Assessment) -> workflow.Results:
            return reviewing.settle(desk, case, key, state)

        _decided(settings, wanted, key, decide)


_settling("accept", "accepted", "Take one into the report as it stands.")
_settling("drop", "dropped", "Leave one out of the report.")
_settling("reset", "proposed", "Take the decision on one back; its wording stays.")


@review.command("accept-all")
@CASE
@click.pass_obj
def accept_all(settings: Settings, wanted: str) -> None:
    """Take all into the report as they are; what was dropped stays dropped."""
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        before = workflow.results(desk, case)
        reviewing.accept_all(desk, case)
    count = sum(each.state == "proposed" for each in _every(before))
    say(
        ngettext(
            "{count} recommendation or strength accepted as it is",
            "{count} recommendations and strengths accepted as they are",
            count,
        )
    )


@review.command("message")
@CASE
@click.option("--text", type=WordsType(said=True), help="Your own wording of the message.")
@click.option("--restore", "back", is_flag=True, help="Go back to the composed sentences.")
@click.pass_obj
def message(settings: Settings, wanted: str, text: str | None, *, back: bool) -> None:
    """Show the message with which the report begins, or edit it."""
    from assess.workflow.report.key_message import board_message, edit_message, restore_message

    if text is not None and back:
        raise click.UsageError(gettext("Give a --text, or --restore."))
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        if back:
            found = restore_message(desk, case)
        else:
            found = board_message(desk, case) if text is None else edit_message(desk, case, text)
    say(wrapped(found.text, 0))
    if found.is_outdated:
        say(
            "\n"
            + gettext("Facts changed after the message was edited. The program would now write:")
        )
        say(wrapped(found.composed, 0))


@review.command("reword")
@CASE
@KEY
@_texts
@click.pass_obj
def reword(settings: Settings, /, wanted: str, key: str, **texts: str | None) -> None:
    """Edit a text; parts that are not given stay unchanged."""
    given = _given(texts)
    if not given:
        raise click.UsageError(
            gettext("Give a --finding, a --meaning, an --action or a --first-step.")
        )

    def decide(desk: Desk, case: Assessment) -> workflow.Results:
        return reviewing.revise(desk, case, key, given)

    _decided(settings, wanted, key, decide)


def _given(texts: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text is not None}


@review.command("restore")
@CASE
@KEY
@click.pass_obj
def restore(settings: Settings, wanted: str, key: str) -> None:
    """Go back to the wording of the catalogue."""

    def decide(desk: Desk, case: Assessment) -> workflow.Results:
        return reviewing.restore(desk, case, key)

    _decided(settings, wanted, key, decide)


@review.command("move")
@CASE
@KEY
@click.option(
    "--by",
    "places",
    type=int,
    required=True,
    help="The number of places to move down; a negative number moves up.",
)
@click.pass_obj
def move(settings: Settings, wanted: str, key: str, places: int) -> None:
    """Move a text up or down among those that are not dropped."""
    with settings.open_desk() as desk:
        found = reviewing.move(desk, workflow.find(desk, wanted), key, places)
    about = next(reviewed.about for reviewed in _every(found) if reviewed.key == key)
    kept = [
        reviewed
        for reviewed in _every(found)
        if reviewed.about == about and reviewed.state != "dropped"
    ]
    _say_order(kept)


def _say_order(kept: Iterable[Reviewed]) -> None:
    for place, reviewed in enumerate(kept, start=1):
        say(f"{place:>3}  {reviewed.key}")


@review.command("add")
@CASE
@click.option("--strength", is_flag=True, help="Add a strength instead of a recommendation.")
@click.option("--number", type=int, help="The indicator to which it belongs.")
@_texts
@click.pass_obj
def add(
    settings: Settings,
    /,
    wanted: str,
    *,
    strength: bool,
    number: int | None,
    **texts: str | None,
) -> None:
    """Add a recommendation or strength of your own."""
    given = _given(texts)
    if not given.get("finding", "").strip():
        raise AssessError(gettext("Give the finding: --finding TEXT. Nothing was added."))
    about: reviewing.About = "strength" if strength else "recommendation"
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        before = {reviewed.key for reviewed in _every(workflow.results(desk, case))}
        found = reviewing.add_own(desk, case, about, given, number)
    for reviewed in _every(found):
        if reviewed.key not in before:
            _say_reviewed(reviewed)
