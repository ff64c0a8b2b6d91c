"""assess results: values, recommendations, and why."""

from __future__ import annotations

from typing import Any

import click

from assess import workflow
from assess.cli.case.last_round import round_document, say_changes
from assess.cli.command.output import columns, cut, plain, say, say_json, width, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.advice.effort import EFFORTS
from assess.core.advice.review import Reviewed
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.policy import Reference
from assess.core.peers.peer_group import PeerGroup
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.peers.position_text import ladder_text, position_figures, position_sentence
from assess.core.scoring.score import Score
from assess.core.text.message import message
from assess.languages import gettext
from assess.languages.message import say as spoken
from assess.languages.understanding import in_english
from assess.workflow.advice.results import Results
from assess.workflow.peers.peer_table import give_out

_LABEL = 48
"""Columns for the name of a measure."""


@click.command("results")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--why", is_flag=True, help="Show for each value how it is calculated.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def results(settings: Settings, wanted: str, *, why: bool, as_json: bool) -> None:
    """Show the values, the recommendations and the reasons."""
    with settings.open_desk() as desk:
        found = workflow.results(desk, workflow.find(desk, wanted))
        if as_json:
            give_out(desk, found.comparison)
        catalogue = desk.catalogue_of(found.assessment.case)
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
        "peer_table": None
        if found.comparison.table is None
        else found.comparison.table.model_dump(mode="json"),
        "groups": [_group(group) for group in found.comparison.groups],
        "indicators": [
            _indicator(indicator, found, catalogue) for indicator in catalogue.indicators
        ],
        "recommendations": [_reviewed(each, catalogue) for each in found.recommendations],
        "strengths": [_reviewed(strength, catalogue) for strength in found.strengths],
        "last_round": round_document(found.rounds),
    }


def _indicator(indicator: Indicator, found: Results, catalogue: Catalogue) -> dict[str, Any]:
    mine = [
        recommendation
        for recommendation in found.recommendations
        if recommendation.number == indicator.number or indicator.id in recommendation.covers
    ]
    return {
        "number": indicator.number,
        "id": indicator.id,
        "area": indicator.area,
        "title": indicator.title,
        "lead": indicator.lead_measure,
        "measures": {score.measure: _measure(score) for score in found.scores.of(indicator.id)},
        "positions": _positions(indicator, found),
        "published": [_published(reference) for reference in catalogue.references_for(indicator)],
        "position": _position(indicator, found),
        "recommendations": [_reviewed(recommendation, catalogue) for recommendation in mine],
    }


def _position(indicator: Indicator, found: Results) -> dict[str, Any] | None:
    """Give where the lead measure lies in the group that is spoken of everywhere."""
    standing = found.comparison.reference(f"{indicator.id}:{indicator.lead_measure}")
    return _standing(standing) if standing else None


def _published(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.id,
        "text": reference.text,
        "population": reference.population,
        "n": reference.n,
        "year": reference.year,
        "source": reference.source,
    }


def _group(group: PeerGroup) -> dict[str, Any]:
    return {
        "group": group.key.value,
        "label": group.label,
        "definition": group.definition,
        "n": group.n,
        "median_year": group.median_year,
        "as_of": None if group.as_of is None else group.as_of.isoformat(),
        "own": group.own if not group.hidden else None,
        "hidden": group.hidden or None,
    }


def _positions(indicator: Indicator, found: Results) -> dict[str, list[dict[str, Any]]]:
    own = f"{indicator.id}:"
    return {
        key.removeprefix(own): [_standing(standing) for standing in standings]
        for key, standings in found.comparison.standings.items()
        if key.startswith(own)
    }


def _standing(standing: PeerPosition) -> dict[str, Any]:
    stated = {"group": standing.group.value, "label": standing.label, "position": standing.position}
    if not standing.is_shown:
        return {**stated, "reason": standing.reason}
    shares = (
        {"shares": {each.name: each.share for each in standing.shares}} if standing.shares else {}
    )
    quartiles = {"n": standing.n, "q1": standing.q1, "median": standing.median, "q3": standing.q3}
    age = {"as_of": standing.as_of.isoformat()} if standing.as_of else {}
    return {**stated, **quartiles, **shares, **age}


def _measure(score: Score) -> dict[str, Any]:
    return {
        "value": score.rounded,
        "exact": score.value,
        "unit": score.unit,
        "status": score.status.value,
        "why": score.why,
        "unusual": score.unusual,
        "class": score.class_label,
        "label": score.label,
    }


def _reviewed(reviewed: Reviewed, catalogue: Catalogue) -> dict[str, Any]:
    """Give it with the id of its indicator, also where the expert named only the number."""
    said = reviewed.said(in_english).model_dump(mode="json", exclude={"about"})
    ids = {indicator.number: indicator.id for indicator in catalogue.indicators}
    return {**said, "indicator": reviewed.indicator or ids.get(reviewed.number or 0, "")}


def _say_results(found: Results, catalogue: Catalogue, *, why: bool) -> None:
    case = found.assessment.case
    say(plain(case.organisation.name))
    say(
        gettext(
            "Interview {day} · {notice}",
            day=case.details.interview_date,
            notice=spoken(catalogue.edition.notice),
        )
    )
    if case.synthetic:
        say(gettext("Synthetic demonstration data"))
    _say_groups(found.comparison)
    for area in catalogue.edition.areas:
        say(f"\n{area.letter}  {spoken(area.title)}")
        for indicator in catalogue.in_area(area):
            say(f"\n{indicator.number:>4}  {spoken(indicator.title)}")
            for score in found.scores.lead_first(indicator):
                _say_measure(score, why=why)
                _say_peers(score, found.comparison, why=why)
    say_changes(found.rounds)
    _say_strengths(found)
    _say_recommendations(found)


def _say_measure(score: Score, *, why: bool) -> None:
    label = plain(spoken(score.label))
    gap = " " * max(2, _LABEL - columns(label))
    no_value = gettext("no value: {reason}", reason=spoken(score.reason or score.word))
    shown = spoken(score.shown) if score.value is not None else no_value
    if "." in score.measure and not why:
        shown = cut(shown, width() - 6 - _LABEL)
    say(wrapped(shown, 6 + _LABEL, first=f"      {label}{gap}"))
    if why:
        say(wrapped(spoken(score.why), 8))


def _say_groups(comparison: PeerComparison) -> None:
    if comparison.is_empty:
        say("\n" + gettext("There is no comparison group yet, so no positions are shown."))
        return
    head = gettext("Peers, with the number of organisations")
    if comparison.synthetic:
        head = gettext("Peers, with the number of organisations (synthetic)")
    say(f"\n{head}")
    for group in comparison.groups:
        text = spoken(group.title)
        if group.median_year:
            text = gettext(
                "{group}, half of the interviews in {year} or later",
                group=text,
                year=str(group.median_year),
            )
        if group.hidden:
            text = f"{spoken(group.label)}: {spoken(group.hidden)}"
        say(wrapped(text, 6, first="    "))


def _say_peers(score: Score, comparison: PeerComparison, *, why: bool) -> None:
    """Say where a value lies: in the narrowest group shown, or with `why` in every one."""
    reference = comparison.reference(score.key)
    if not why:
        if reference is not None:
            text = f"{spoken(reference.title)}: {spoken(position_figures(reference, score))}"
            say(wrapped(text, 8, first="      · "))
        return
    for standing in comparison.of(score.key):
        if standing.is_shown:
            say(wrapped(position_sentence(standing, score), 8, first="      · "))
    if ladder := ladder_text(comparison, score.key):
        say(wrapped(ladder, 8))


def _say_strengths(found: Results) -> None:
    kept = [strength for strength in found.strengths if strength.state != "dropped"]
    if kept:
        say("\n" + gettext("Strengths"))
        for strength in kept:
            say(wrapped(strength.finding, 6, first=f"\n{strength.number or '':>4}  "))


def _say_recommendations(found: Results) -> None:
    kept = [
        recommendation
        for recommendation in found.recommendations
        if recommendation.state != "dropped"
    ]
    cards = [recommendation for recommendation in kept if not recommendation.noticed]
    if cards:
        say("\n" + gettext("Recommendations"))
    for recommendation in cards:
        _say_card(recommendation)
    noticed = [recommendation for recommendation in kept if recommendation.noticed]
    if noticed:
        say("\n" + gettext("Further findings") + "\n")
    for recommendation in noticed:
        text = spoken(recommendation.action or recommendation.finding)
        say(wrapped(text, 6, first=f"{recommendation.number or '':>4}  "))


def _say_card(recommendation: Reviewed) -> None:
    say(
        wrapped(
            f"{spoken(recommendation.finding)} {spoken(recommendation.meaning)}",
            6,
            first=f"\n{recommendation.number or '':>4}  ",
        )
    )
    said = [
        spoken(recommendation.action),
        gettext("First step: {text}", text=spoken(recommendation.first_step)),
    ]
    if recommendation.effort:
        effort = spoken(message(EFFORTS[recommendation.effort]))
        said.append(gettext("Effort: {effort}.", effort=effort))
    say(wrapped(" ".join(said), 8, first="      → "))
    if recommendation.reason:
        reason = spoken(recommendation.reason)
        say(wrapped(gettext("Why in this place: {reason}", reason=reason), 8))
