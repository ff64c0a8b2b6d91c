"""Commands that show something and change nothing."""

from __future__ import annotations

from itertools import groupby

from assess.cli.case.history import say_change
from assess.cli.case.open_points import HEADS
from assess.cli.linear.moving import PREFIX
from assess.cli.linear.talk import Talk
from assess.cli.linear.wording import PROGRESS, among_peers, place
from assess.cli.linear.wording import results as results_lines
from assess.core.case.assessment import progress_of
from assess.core.case.open_point import BLOCKING, PointKind
from assess.core.case.work_time import shown
from assess.core.scoring.score import score_indicator
from assess.core.text.words import shortened
from assess.workflow.case import cases


def repeat(talk: Talk, _: str) -> None:
    """Put the question again."""
    talk.put()


def areas(talk: Talk, _: str) -> None:
    """List areas and indicators, and how far each is."""
    held = talk.held
    for area in held.catalogue.edition.areas:
        talk.tell(f"Area {area.letter}, {area.title}:")
        for one in held.catalogue.in_area(area):
            how = PROGRESS[progress_of(one, held.assessment, held.catalogue)]
            talk.tell(f"{one.number:>4}  {one.title}: {how}")


def guidance(talk: Talk, _: str) -> None:
    """Say what to count and what to listen for."""
    indicator, question = talk.indicator, talk.held.question(talk.name)
    hints = [question.guidance_hint, indicator.guidance]
    talk.tell(str(one) for one in hints if one is not None)
    if not any(hints):
        talk.tell("There is no guidance on this question.")
    words = talk.held.catalogue.edition.evidence[indicator.evidence]
    talk.tell(f"Where the wording comes from: {words}.")
    talk.tell(f"Source: {one}" for one in indicator.source)
    for item in indicator.quality_items:
        talk.tell(f"Quality label {item}: {talk.held.catalogue.quality_item(item).title}")


def results(talk: Talk, wanted: str) -> None:
    """Say what follows from the answers of this indicator, or of another one, and why."""
    catalogue = talk.held.catalogue
    words = wanted.casefold().split()
    number = next((int(one) for one in words if one.isdecimal()), talk.indicator.number)
    if not 1 <= number <= len(catalogue.indicators):
        talk.refuse(f"there is no indicator {number}")
        return
    indicator = catalogue.indicators[number - 1]
    scores = tuple(score_indicator(indicator, talk.held.assessment, catalogue))
    talk.tell(f"Indicator {number}, {indicator.title}:")
    comparison = talk.held.peers.compare_indicator(talk.held.assessment, indicator)
    for one in scores:
        talk.tell(results_lines((one,)), 2)
        if "why" in words:
            talk.tell(one.why, 4)
        if not talk.held.is_shared:
            talk.tell(among_peers(comparison, one, every="why" in words), 4)
    if comparison.synthetic and not talk.held.is_shared:
        talk.tell("The peers are synthetic.")


def share(talk: Talk, _: str) -> None:
    """Hide peers, notes and the last round while others look on, or show them again."""
    talk.held.is_shared = not talk.held.is_shared
    hidden = "Peers, notes and the last round are hidden, as others look on."
    talk.tell(hidden if talk.held.is_shared else "Peers, notes and the last round are shown.")


def open_points(talk: Talk, _: str) -> None:
    """List the open points, worst first."""
    held = talk.held
    points = cases.points_of(held.desk, held.assessment)
    blocking = sum(one.kind in BLOCKING for one in points)
    if not points:
        talk.tell("Nothing is open.")
        return
    talk.tell(f"{len(points)} open points, {blocking} of which block finishing the case.")
    for kind, group in groupby(points, key=lambda one: one.kind):
        found = list(group)
        talk.tell(f"{HEADS[kind]} ({len(found)}):")
        if kind is PointKind.MISSING:
            talk.tell(", ".join(place(one.question, held.catalogue) for one in found), 2)
            continue
        for one in found:
            at = place(one.question, held.catalogue)
            talk.tell(f"{at}  {one.question}: {shortened(one.text, 200)}", 2)
    talk.tell(f"{PREFIX}goto 14.2 goes to one of them, {PREFIX}todo to the next without an answer.")


def history(talk: Talk, wanted: str) -> None:
    """Say each change of this answer, or of all."""
    held = talk.held
    name = None if wanted.casefold() == "all" else talk.name
    found = held.history(name)
    if not found:
        talk.tell("Nothing was changed yet.")
    for number, one in enumerate(found, start=1):
        say_change(one, held.catalogue, number if name is not None else None)
    if found and name is not None:
        talk.tell(f"{PREFIX}again and a number gives that answer once more.")


def time(talk: Talk, _: str) -> None:
    """Say how long was worked."""
    spent = talk.held.time.spent
    here = spent.by_question.get(talk.name)
    on_this = f"{shown(here)} on this question, " if here is not None else ""
    stands = " The clock stands." if talk.held.time.is_paused else ""
    talk.tell(f"Working time: {on_this}{shown(spent.total)} in all.{stands}")


def pause(talk: Talk, _: str) -> None:
    """Stop the clock."""
    talk.held.time.pause()
    talk.tell("The clock stands. It goes on with the next line.")
