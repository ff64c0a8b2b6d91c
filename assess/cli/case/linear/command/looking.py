"""Commands that show something and change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assess.cli.case.linear.changes import changes
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import as_typed
from assess.cli.case.linear.wording import among_peers, named, progress_text
from assess.cli.case.linear.wording import results as results_lines
from assess.cli.case.open_points import counted, head_of
from assess.core.case.assessment import progress_of
from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind, without_notes
from assess.core.case.work_time import shown
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import score_indicator
from assess.core.text.words import shortened
from assess.languages import gettext, pgettext
from assess.languages.message import say
from assess.languages.speech import with_label
from assess.workflow.case import cases
from assess.workflow.case.interview.session import Session


def repeat(dialogue: Dialogue, _: str) -> None:
    """Put the question again."""
    dialogue.navigator.put()


def areas(dialogue: Dialogue, _: str) -> None:
    """List areas and indicators, and how far each is."""
    dialogue.tell_in_parts(_area_lines(dialogue.session))


def _area_lines(session: Session) -> Iterator[str]:
    for area in session.catalogue.areas:
        yield gettext("Area {letter}, {title}:", letter=area.letter, title=say(area.title))
        for indicator in session.catalogue.in_area(area):
            how = progress_of(
                indicator, session.assessment, session.catalogue, session.typed.questions
            )
            yield f"{indicator.number:>4}  {with_label(say(indicator.title), progress_text(how))}"


def more(dialogue: Dialogue, _: str) -> None:
    """Go on with a list that was told in part."""
    dialogue.tell_more()


def guidance(dialogue: Dialogue, _: str) -> None:
    """Say what to count and what to listen for."""
    catalogue, tell = dialogue.session.catalogue, dialogue.speaker.tell
    if dialogue.session.is_shared:
        tell(
            gettext(
                "The guidance is only for you and is hidden while others see the screen; "
                "{share} shows it.",
                share=as_typed("share"),
            )
        )
        return
    indicator, question = dialogue.position.indicator, dialogue.position.question
    hints = [question.guidance_hint, indicator.guidance]
    tell(say(hint) for hint in hints if hint is not None)
    if not any(hints):
        tell(gettext("This question has no guidance."))
    tell(
        gettext(
            "Origin of the wording: {evidence}.",
            evidence=say(catalogue.edition.evidence[indicator.evidence]),
        )
    )
    tell(gettext("Source: {source}", source=source) for source in indicator.source)
    for item in indicator.quality_items:
        tell(
            gettext(
                "Quality label {item}: {title}",
                item=item,
                title=say(catalogue.quality_item(item).title),
            )
        )


def results(dialogue: Dialogue, wanted: str) -> None:
    """Say what follows from the answers of this indicator, or of another one, and why."""
    session, tell = dialogue.session, dialogue.speaker.tell
    catalogue, here = session.catalogue, dialogue.position.indicator.number
    words = wanted.casefold().split()
    number = next((int(word) for word in words if word.isdecimal()), here)
    if not 1 <= number <= len(catalogue.asked):
        dialogue.speaker.refuse(gettext("there is no indicator {number}", number=number))
        return
    indicator = catalogue.asked[number - 1]
    scores = tuple(score_indicator(indicator, session.assessment, catalogue))
    tell(gettext("Indicator {number}, {title}:", number=number, title=say(indicator.title)))
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
    """Hide what is for the expert alone while others look on, or show it again."""
    session = dialogue.session
    session.is_shared = not session.is_shared
    hidden = gettext(
        "Guidance, peers, notes, evidence and the last round are hidden while others see "
        "the screen."
    )
    shown_again = gettext("Guidance, peers, notes, evidence and the last round are shown.")
    dialogue.speaker.tell(hidden if session.is_shared else shown_again)


def open_points(dialogue: Dialogue, _: str) -> None:
    """List the open points, worst first."""
    session, tell = dialogue.session, dialogue.speaker.tell
    points = cases.points_of(session.desk, session.assessment)
    points = without_notes(points) if session.is_shared else points
    blocking = sum(point.kind in BLOCKING for point in points)
    tell(counted(len(points), blocking))
    if not points:
        return
    tell(
        gettext(
            "{goto} goes to one of them, {todo} to the next unanswered question.",
            goto=as_typed("goto 14.2"),
            todo=as_typed("todo"),
        )
    )
    dialogue.tell_in_parts(_point_lines(points, session.catalogue))


def _point_lines(points: Sequence[OpenPoint], catalogue: Catalogue) -> Iterator[str]:
    for kind, group in groupby(points, key=lambda point: point.kind):
        found = list(group)
        head = head_of(kind)
        yield pgettext("a heading with a count", "{head} ({count}):", head=head, count=len(found))
        for point in found:
            said = named(point.question, catalogue)
            if kind is not PointKind.MISSING:
                text = shortened(say(point.text), 200)
                said = pgettext("a label and its text", "{label}: {text}", label=said, text=text)
            yield f"  {said}"


def history(dialogue: Dialogue, wanted: str) -> None:
    """Say each change of this answer, or of all."""
    session = dialogue.session
    name = None if wanted.casefold() == "all" else dialogue.position.name
    found = session.history(name)
    if not found:
        dialogue.speaker.tell(gettext("Nothing has been changed yet."))
    if found and name is not None:
        dialogue.speaker.tell(
            gettext("{again} and a number gives that answer again.", again=as_typed("again"))
        )
    dialogue.tell_in_parts(
        changes(
            found,
            session.catalogue,
            numbered=name is not None,
            is_shared=session.is_shared,
        )
    )


def time(dialogue: Dialogue, _: str) -> None:
    """Say how long was worked."""
    spent = dialogue.session.time.spent
    here = spent.by_question.get(dialogue.position.name)
    total = say(shown(spent.total))
    said = [
        gettext("Working time: {total} in all.", total=total)
        if here is None
        else gettext(
            "Working time: {here} on this question, {total} in all.",
            here=say(shown(here)),
            total=total,
        )
    ]
    if dialogue.session.time.is_paused:
        said.append(gettext("The clock is stopped."))
    dialogue.speaker.tell(" ".join(said))


def pause(dialogue: Dialogue, _: str) -> None:
    """Stop the clock."""
    dialogue.session.time.pause()
    dialogue.speaker.tell(gettext("The clock is stopped. It starts again with the next line."))
