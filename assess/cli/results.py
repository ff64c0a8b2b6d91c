"""assess results: values, recommendations, and why."""

from __future__ import annotations

from typing import Any

import click

from assess import workflow
from assess.cli.screen import columns, cut, plain, say, say_json, width, wrapped
from assess.cli.settings import Settings, Words
from assess.core.catalogue import Catalogue
from assess.core.indicator import Indicator
from assess.core.review import Reviewed
from assess.core.scoring import Score
from assess.workflow.results import Results

_LABEL = 48
"""Columns for the name of a measure."""


@click.command("results")
@click.argument("wanted", metavar="CASE", type=Words())
@click.option("--why", is_flag=True, help="Say for each value how it came about.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def results(settings: Settings, wanted: str, *, why: bool, as_json: bool) -> None:
    """Show values, recommendations, and why."""
    with settings.open_desk() as desk:
        found = workflow.results(desk, workflow.find(desk, wanted))
        catalogue = desk.catalogue
    if as_json:
        say_json(_document(found, catalogue))
    else:
        _say_results(found, catalogue, why=why)


def _document(found: Results, catalogue: Catalogue) -> dict[str, Any]:
    case = found.assessment.case
    return {
        "case": case.id,
        "catalogue": case.catalogue,
        "organisation": case.organisation.name,
        "synthetic": case.synthetic,
        "indicators": [_indicator(one, found) for one in catalogue.indicators],
        "recommendations": [_reviewed(one) for one in found.recommendations],
        "strengths": [_reviewed(one) for one in found.strengths],
    }


def _indicator(indicator: Indicator, found: Results) -> dict[str, Any]:
    mine = [one for one in found.recommendations if one.number == indicator.number]
    return {
        "number": indicator.number,
        "id": indicator.id,
        "area": indicator.area,
        "title": str(indicator.title),
        "measures": {one.measure: _measure(one) for one in found.scores.of(indicator.id)},
        "positions": {},
        "recommendations": [_reviewed(one) for one in mine],
    }


def _measure(one: Score) -> dict[str, Any]:
    return {
        "value": one.rounded,
        "exact": one.value,
        "unit": one.unit,
        "status": one.status.value,
        "why": one.why,
        "class": one.class_label,
        "label": one.label,
    }


def _reviewed(one: Reviewed) -> dict[str, Any]:
    return one.model_dump(mode="json", exclude={"about"})


def _say_results(found: Results, catalogue: Catalogue, *, why: bool) -> None:
    case = found.assessment.case
    say(plain(case.organisation.name))
    say(f"Interview {case.details.interview_date} · {catalogue.edition.notice}")
    if case.synthetic:
        say("Synthetic demonstration data")
    for area in catalogue.edition.areas:
        say(f"\n{area.letter}  {area.title}")
        for indicator in catalogue.in_area(area):
            say(f"\n{indicator.number:>4}  {indicator.title}")
            for one in found.scores.of(indicator.id):
                _say_measure(one, why=why)
    say("\nThere is no comparison group yet, so no positions are shown.")
    _say_strengths(found)
    _say_recommendations(found)


def _say_measure(one: Score, *, why: bool) -> None:
    label = plain(one.label)
    gap = " " * max(2, _LABEL - columns(label))
    no_value = f"no value: {one.reason or one.status.value.replace('_', ' ')}"
    shown = one.shown if one.value is not None else no_value
    if "." in one.measure and not why:
        shown = cut(shown, width() - 6 - _LABEL)
    say(wrapped(shown, 6 + _LABEL, first=f"      {label}{gap}"))
    if why:
        say(wrapped(one.why, 8))


def _say_strengths(found: Results) -> None:
    kept = [one for one in found.strengths if one.state != "dropped"]
    if kept:
        say("\nStrengths")
        for one in kept:
            say(wrapped(one.finding, 6, first=f"\n{one.number or '':>4}  "))


def _say_recommendations(found: Results) -> None:
    kept = [one for one in found.recommendations if one.state != "dropped"]
    if kept:
        say("\nRecommendations")
    for one in kept:
        say(wrapped(f"{one.finding} {one.meaning}", 6, first=f"\n{one.number or '':>4}  "))
        say(wrapped(f"{one.action} First step: {one.first_step}", 8, first="      → "))
