"""Commands that show something and change nothing."""

from __future__ import annotations

from itertools import groupby

from assess.cli.case.history import say_change
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import PREFIX
from assess.cli.case.linear.wording import PROGRESS, among_peers, place
from assess.cli.case.linear.wording import results as results_lines
from assess.cli.case.open_points import HEADS
from assess.core.case.assessment import progress_of
from assess.core.case.open_point import BLOCKING, PointKind
from assess.core.case.work_time import shown
from assess.core.scoring.score import score_indicator
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case import cases


def repeat(dialogue: Dialogue, _: str) -> None:
    """Put the question again."""
    dialogue.navigator.put()


def areas(dialogue: Dialogue, _: str) -> None:
    """List areas and indicators, and how far each is."""
    session = dialogue.session
    for area in session.catalogue.edition.areas:
        dialogue.speaker.tell(
            gettext("Area {letter}, {area_title}:", letter=area.letter, area_title=str(area.title))
        )
        for indicator in session.catalogue.in_area(area):
            how = PROGRESS[progress_of(indicator, session.assessment, session.catalogue)]
            dialogue.speaker.tell(f"{indicator.number:>4}  {indicator.title}: {how}")


def guidance(dialogue: Dialogue, _: str) -> None:
    """Say what to count and what to listen for."""
    catalogue, tell = dialogue.session.catalogue, dialogue.speaker.tell
    indicator, question = dialogue.position.indicator, dialogue.position.question
    hints = [question.guidance_hint, indicator.guidance]
    tell(str(hint) for hint in hints if hint is not None)
    if not any(hints):
        tell(gettext("There is no guidance on this question."))
    tell(
        gettext(
            "Where the wording comes from: {evidence}.",
            evidence=str(catalogue.edition.evidence[indicator.evidence]),
        )
    )
    tell(gettext("Source: {source}", source=source) for source in indicator.source)
    for item in indicator.quality_items:
        tell(
            gettext(
                "Quality label {item}: {title}",
                item=item,
                title=str(catalogue.quality_item(item).title),
            )
        )


def results(dialogue: Dialogue, wanted: str) -> None:
    """Say what follows from the answers of this indicator, or of another one, and why."""
    session, tell = dialogue.session, dialogue.speaker.tell
    catalogue, here = session.catalogue, dialogue.position.indicator.number
    words = wanted.casefold().split()
    number = next((int(word) for word in words if word.isdecimal()), here)
    if not 1 <= number <= len(catalogue.indicators):
        dialogue.speaker.refuse(gettext("there is no indicator {number}", number=number))
        return
    indicator = catalogue.indicators[number - 1]
    scores = tuple(score_indicator(indicator, session.assessment, catalogue))
    tell(
        gettext(
            "Indicator {number}, {indicator_title}:",
            number=number,
            indicator_title=str(indicator.title),
        )
    )
    comparison = session.peers.compare_indicator(session.assessment, indicator)
    for score in scores:
        tell(results_lines((score,)), 2)
        if "why" in words:
            tell(say(score.why), 4)
        if not session.is_shared:
            tell(among_peers(comparison, score, every="why" in words), 4)
    if comparison.synthetic and not session.is_shared:
        tell(gettext("The peers are synthetic."))


def share(dialogue: Dialogue, _: str) -> None:
    """Hide peers, notes and the last round while others look on, or show them again."""
    session = dialogue.session
    session.is_shared = not session.is_shared
    hidden = gettext("Peers, notes and the last round are hidden, as others look on.")
    shown_again = gettext("Peers, notes and the last round are shown.")
    dialogue.speaker.tell(hidden if session.is_shared else shown_again)


def open_points(dialogue: Dialogue, _: str) -> None:
    """List the open points, worst first."""
    session, tell = dialogue.session, dialogue.speaker.tell
    points = cases.points_of(session.desk, session.assessment)
    blocking = sum(point.kind in BLOCKING for point in points)
    if not points:
        tell(gettext("Nothing is open."))
        return
    tell(
        gettext(
            "{count} open points, {blocking} of which block finishing the case.",
            count=len(points),
            blocking=blocking,
        )
    )
    for kind, group in groupby(points, key=lambda point: point.kind):
        found = list(group)
        tell(f"{HEADS[kind]} ({len(found)}):")
        if kind is PointKind.MISSING:
            tell(", ".join(place(point.question, session.catalogue) for point in found), 2)
            continue
        for point in found:
            at = place(point.question, session.catalogue)
            tell(f"{at}  {point.question}: {shortened(say(point.text), 200)}", 2)
    tell(
        gettext(
            "{prefix}goto 14.2 goes to one of them, {prefix}todo to the next without an answer.",
            prefix=PREFIX,
        )
    )


def history(dialogue: Dialogue, wanted: str) -> None:
    """Say each change of this answer, or of all."""
    session = dialogue.session
    name = None if wanted.casefold() == "all" else dialogue.position.name
    found = session.history(name)
    if not found:
        dialogue.speaker.tell(gettext("Nothing was changed yet."))
    for number, change in enumerate(found, start=1):
        say_change(change, session.catalogue, number if name is not None else None)
    if found and name is not None:
        dialogue.speaker.tell(
            gettext("{prefix}again and a number gives that answer once more.", prefix=PREFIX)
        )


def time(dialogue: Dialogue, _: str) -> None:
    """Say how long was worked."""
    spent = dialogue.session.time.spent
    here = spent.by_question.get(dialogue.position.name)
    on_this = gettext("{here} on this question, ", here=shown(here)) if here is not None else ""
    stands = gettext(" The clock stands.") if dialogue.session.time.is_paused else ""
    dialogue.speaker.tell(
        gettext(
            "Working time: {on_this}{total} in all.{stands}",
            on_this=on_this,
            total=shown(spent.total),
            stands=stands,
        )
    )


def pause(dialogue: Dialogue, _: str) -> None:
    """Stop the clock."""
    dialogue.session.time.pause()
    dialogue.speaker.tell(gettext("The clock stands. It goes on with the next line."))
