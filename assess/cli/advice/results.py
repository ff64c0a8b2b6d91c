"""assess results: values, recommendations, and why."""

from __future__ import annotations

from typing import Any

import click

from assess import workflow
from assess.cli.case.last_round import round_document, say_changes
from assess.cli.command.output import columns, cut, plain, say, say_json, width, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.advice.review import Reviewed
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.policy import Reference
from assess.core.peers.peer_group import PeerGroup
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.peers.position_text import ladder_text, standing_figures, standing_sentence
from assess.core.scoring.score import Score
from assess.workflow.advice.results import Results

_LABEL = 48
"""Columns for the name of a measure."""


@click.command("results")
@click.argument("wanted", metavar="CASE", type=WordsType())
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
        "synthetic_peers": found.comparison.synthetic,
        "groups": [_group(one) for one in found.comparison.groups],
        "indicators": [_indicator(one, found, catalogue) for one in catalogue.indicators],
        "recommendations": [_reviewed(one) for one in found.recommendations],
        "strengths": [_reviewed(one) for one in found.strengths],
        "last_round": round_document(found.rounds),
    }


def _indicator(indicator: Indicator, found: Results, catalogue: Catalogue) -> dict[str, Any]:
    mine = [one for one in found.recommendations if one.number == indicator.number]
    return {
        "number": indicator.number,
        "id": indicator.id,
        "area": indicator.area,
        "title": str(indicator.title),
        "measures": {one.measure: _measure(one) for one in found.scores.of(indicator.id)},
        "positions": _positions(indicator, found),
        "published": [_published(one) for one in catalogue.references_for(indicator)],
        "recommendations": [_reviewed(one) for one in mine],
    }


def _published(one: Reference) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": str(one.text),
        "population": str(one.population),
        "n": one.n,
        "year": one.year,
        "source": one.source,
    }


def _group(one: PeerGroup) -> dict[str, Any]:
    return {
        "group": one.key.value,
        "label": one.label,
        "definition": one.definition,
        "n": one.n,
        "median_year": one.median_year,
        "as_of": None if one.as_of is None else one.as_of.isoformat(),
        "hidden": one.hidden or None,
    }


def _positions(indicator: Indicator, found: Results) -> dict[str, list[dict[str, Any]]]:
    own = f"{indicator.id}:"
    return {
        key.removeprefix(own): [_standing(one) for one in standings]
        for key, standings in found.comparison.standings.items()
        if key.startswith(own)
    }


def _standing(one: PeerPosition) -> dict[str, Any]:
    stated = {"group": one.group.value, "label": one.label, "position": one.position}
    if not one.is_shown:
        return {**stated, "reason": one.reason}
    whiskers = {"low": one.low, "high": one.high} if one.low is not None else {}
    shares = {"shares": {each.name: each.share for each in one.shares}} if one.shares else {}
    quartiles = {"n": one.n, "q1": one.q1, "median": one.median, "q3": one.q3}
    age = {"as_of": one.as_of.isoformat()} if one.as_of else {}
    return {**stated, **quartiles, **whiskers, **shares, **age}


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
    _say_groups(found.comparison)
    for area in catalogue.edition.areas:
        say(f"\n{area.letter}  {area.title}")
        for indicator in catalogue.in_area(area):
            say(f"\n{indicator.number:>4}  {indicator.title}")
            for one in found.scores.of(indicator.id):
                _say_measure(one, why=why)
                _say_peers(one, found.comparison, why=why)
    say_changes(found.rounds)
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


def _say_groups(comparison: PeerComparison) -> None:
    if comparison.is_empty:
        say("\nThere is no comparison group yet, so no positions are shown.")
        return
    say("\nPeers, with the number of others" + (" (synthetic)" if comparison.synthetic else ""))
    for one in comparison.groups:
        since = f", half of them interviewed in {one.median_year} or later"
        text = f"{one.title}{since if one.median_year else ''}"
        say(wrapped(text if not one.hidden else f"{one.label}: {one.hidden}", 6, first="    "))


def _say_peers(one: Score, comparison: PeerComparison, *, why: bool) -> None:
    """Say where a value lies: in the narrowest group shown, or with `why` in every one."""
    reference = comparison.reference(one.key)
    if not why:
        if reference is not None:
            text = f"{reference.title}: {standing_figures(reference, one)}"
            say(wrapped(text, 8, first="      · "))
        return
    for standing in comparison.of(one.key):
        if standing.is_shown:
            say(wrapped(standing_sentence(standing, one), 8, first="      · "))
    if text := ladder_text(comparison, one.key):
        say(wrapped(text, 8))


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
