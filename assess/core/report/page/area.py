"""The six areas of the report: each with its picture, then a block for each of its indicators."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from assess.core.advice.review import Reviewed
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.catalogue.catalogue import Area, Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.policy import Reference
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.report.figure.axis import natural_axis
from assess.core.report.figure.indicator_pictures import depict, depicted_measures, is_empty
from assess.core.report.figure.overview import leading_scores, overview
from assess.core.report.figure.picture import Picture
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.annex import PublishedReference
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Advice, AreaPart, IndicatorPart, Remark, Unanswered
from assess.core.report.sentence.finding import block_words
from assess.core.report.sentence.measure_text import part_of_whole
from assess.core.report.sentence.peer_text import measure_peers
from assess.core.report.sentence.score_text import (
    level_name,
    marked,
    measure_label,
    missing_word,
    number_text,
)
from assess.core.scoring.score import Score, Scores
from assess.core.scoring.young import not_yet_whole
from assess.core.text.message import CountedUnit, Number, Say, message
from assess.core.text.words import sentence, shortened

NOTE_LENGTH = 400
"""A note longer than this is cut beside its indicator and stands whole in the annex."""

PROMINENT_LENGTH = 30
"""A value of more characters is too long to stand large."""


LINE_LENGTH = 74
"""So many letters have room in the line of the value, beside the words for the label."""

FEW = 2
"""So many indicators without an answer keep a block each; more are one table."""


def unanswered(
    assessment: Assessment, catalogue: Catalogue, scores: Scores, say: Say
) -> tuple[Unanswered, ...]:
    """Give the indicators of which nothing is known and nothing was noted; none where they are few.

    An answer that has no value, with its reason or note, is something that is known.
    """
    found = tuple(
        Unanswered(
            number=indicator.number,
            anchor=indicator_anchor(indicator.number),
            title=say(indicator.title),
            area=f"{area.letter} {say(area.title)}",
            reason=_leading(indicator, scores, catalogue, say)[1],
        )
        for area in catalogue.edition.areas
        for indicator in catalogue.in_area(area)
        if _is_blank(indicator, assessment, scores)
        and not any(_pictures(indicator, assessment, catalogue, scores, NO_COMPARISON, say))
    )
    return found if len(found) > FEW else ()


def _is_blank(indicator: Indicator, assessment: Assessment, scores: Scores) -> bool:
    answers = [assessment.answer(question.name) for question in indicator.questions]
    noted = any(answer.note or answer.reason or answer.evidence for answer in answers)
    known = any(score.value is not None or score.doubt for score in scores.of(indicator.id))
    return not known and not noted and all(answer.value is None for answer in answers)


def area_parts(
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    advice: Sequence[Advice],
    strengths: Sequence[Reviewed],
    comparison: PeerComparison,
    blank: Collection[int],
    say: Say,
) -> Iterator[AreaPart]:
    """Give the areas in order, without the indicators that are `blank`."""
    by_number: dict[int, list[Advice]] = {}
    for recommendation in advice:
        numbers = [recommendation.number] if recommendation.number is not None else []
        for number in (*numbers, *(int(other.label) for other in recommendation.also)):
            by_number.setdefault(number, []).append(recommendation)
    for area in catalogue.edition.areas:
        parts = tuple(
            _indicator(
                indicator, assessment, catalogue, scores, by_number, strengths, comparison, say
            )
            for indicator in catalogue.in_area(area)
            if indicator.number not in blank
        )
        if not parts:
            continue
        yield AreaPart(
            letter=area.letter,
            anchor=area_anchor(area),
            title=say(area.title),
            intro=say(area.intro),
            picture=overview(area, scores, catalogue, comparison, blank=blank, say=say),
            indicators=parts,
        )


def area_anchor(area: Area) -> str:
    """Give the address of an area within the document."""
    return f"area-{area.letter.lower()}"


def indicator_anchor(number: int) -> str:
    """Give the address of an indicator within the document."""
    return f"indicator-{number}"


def quality_facts(identifiers: Sequence[str], catalogue: Catalogue, say: Say) -> tuple[Fact, ...]:
    """Give quality-label items with their titles; unknown ones by their id alone."""
    titles = {item.id: say(item.title) for item in catalogue.label.quality_items}
    return tuple(
        Fact(label=identifier, text=titles.get(identifier, "")) for identifier in identifiers
    )


def _quality(indicator: Indicator, catalogue: Catalogue, before: int, say: Say) -> str:
    """Name the quality-label items: one with its title, where there is room `before` the end."""
    facts = quality_facts(indicator.quality_items, catalogue, say)
    if len(facts) == 1 and before + len(facts[0].text) <= LINE_LENGTH:
        return f"{facts[0].label} {facts[0].text}".strip()
    return ", ".join(fact.label for fact in facts)


def published(reference: Reference, say: Say) -> PublishedReference:
    """Give a published value in one line, and in full with population, n and year."""
    number = f"n = {reference.n}" if reference.n else ""
    origin = ", ".join(part for part in (say(reference.population), number, reference.year) if part)
    text = say(reference.short) if reference.short else shortened(say(reference.text), SHORT_LENGTH)
    return PublishedReference(
        id=reference.id,
        text=say(reference.text),
        origin=origin,
        site=urlsplit(reference.source).netloc.removeprefix("www.") or reference.source,
        source=reference.source,
        short=say(message(ReportPageMessage.PUBLISHED_SHORT, text=text, year=reference.year))
        if reference.year
        else text,
    )


SHORT_LENGTH = 64
"""A published value that has no short text is cut to so many characters beside its indicator."""


def _indicator(
    indicator: Indicator,
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    advice: Mapping[int, Sequence[Advice]],
    strengths: Sequence[Reviewed],
    comparison: PeerComparison,
    say: Say,
) -> IndicatorPart:
    peers = tuple(measure_peers(indicator, scores, comparison, catalogue, say))
    pictures = tuple(_pictures(indicator, assessment, catalogue, scores, comparison, say))
    words = block_words(indicator, pictures, scores, comparison, catalogue, say)
    rest = (words.rest, _too_young(indicator, scores, catalogue, say))
    lead = f"{indicator.id}:{indicator.lead_measure}"
    value, unit, label, missing = _leading(indicator, scores, catalogue, say)
    return IndicatorPart(
        number=indicator.number,
        anchor=indicator_anchor(indicator.number),
        title=say(indicator.title),
        quality=_quality(indicator, catalogue, len(f"{value} {unit} {label}"), say),
        why=say(indicator.why),
        value=value,
        unit=unit,
        label=marked(label, scores.by_key[lead], say) if lead in scores.by_key else label,
        missing=missing,
        prominent=not missing and len(value) <= PROMINENT_LENGTH,
        judgement=say(message(ReportPageMessage.JUDGEMENT)) if indicator.judgement else "",
        doubts=_doubts(scores.of(indicator.id), say),
        unusual=_unusual(scores.of(indicator.id), say),
        pictures=tuple(
            _titled(picture, title)
            for (picture, _), title in zip(pictures, words.titles, strict=True)
        ),
        place=words.place,
        sentence=" ".join(filter(None, rest)),
        peers=peers,
        notes=tuple(_notes(indicator, assessment, catalogue, say)),
        published=tuple(
            published(reference, say) for reference in catalogue.references_for(indicator)
        ),
        strengths=tuple(
            say(strength.finding) for strength in strengths if strength.number == indicator.number
        ),
        advice=tuple(advice.get(indicator.number, ())),
    )


def _pictures(
    indicator: Indicator,
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    comparison: PeerComparison,
    say: Say,
) -> Iterator[tuple[Picture, tuple[Score, ...]]]:
    """Give the charts that show something, each with the measures it shows."""
    for chart in indicator.charts:
        picture = depict(chart, indicator, scores, assessment, catalogue, comparison, say=say)
        if not is_empty(picture):
            yield picture, depicted_measures(chart, indicator, scores)


def _too_young(indicator: Indicator, scores: Scores, catalogue: Catalogue, say: Say) -> str:
    """Say that values of the indicator count from the founding, and so are not compared."""
    young = not_yet_whole(scores, catalogue)
    if any(score.key in young and score.value is not None for score in scores.of(indicator.id)):
        return say(message(ReportPageMessage.SINCE_THE_FOUNDING))
    return ""


def _titled(picture: Picture, title: str) -> Picture:
    """Give a picture the title that says what it shows, where there is one."""
    update = {"title": title, "is_finding": True}
    return picture.model_copy(update=update) if title else picture


def _leading(
    indicator: Indicator, scores: Scores, catalogue: Catalogue, say: Say
) -> tuple[str, str, str, bool]:
    """Give the value that stands for the indicator: value, unit, label, whether it is missing."""
    leading = leading_scores(indicator, scores) or scores.of(indicator.id)[:1]
    score = leading[0]
    if score.value is None:
        return (
            say(message(ReportPageMessage.NO_VALUE)),
            missing_word(score.status, catalogue, say),
            measure_label(score, say),
            True,
        )
    if score.measure.count("."):
        return _largest(indicator, scores, catalogue, say)
    if score.number is None:
        return (
            level_name(say(score.class_label or str(score.value))),
            "",
            measure_label(score, say),
            False,
        )
    axis = natural_axis(indicator, score.measure, catalogue, say)
    unit = say(CountedUnit(score.unit, round(score.number, score.decimals)))
    if axis is not None and not unit:
        unit = say(message(ReportPageMessage.OF_HIGHEST, highest=Number(axis.high)))
    if score.class_label:
        unit += f" – {level_name(say(score.class_label))}"
    measure = next((each for each in indicator.measures if each.name == score.measure), None)
    if figures := part_of_whole(score, measure, say):
        unit = say(message(ReportPageMessage.OF_WHOLE, unit=unit, figures=figures))
    number = say(Number(score.number, score.decimals))
    return number, unit, measure_label(score, say), False


def _doubts(scores: Sequence[Score], say: Say) -> tuple[str, ...]:
    """Say once for each pair of answers that they contradict each other."""
    found = {score.doubt: None for score in scores if score.doubt}
    return tuple(sentence(say(doubt)) for doubt in found)


def _unusual(scores: Sequence[Score], say: Say) -> tuple[str, ...]:
    """Say once for each answer that it is unusual, and that nobody has said why."""
    found = {score.unusual: None for score in scores if score.unusual}
    return tuple(sentence(say(each)) for each in found)


def _largest(
    indicator: Indicator, scores: Scores, catalogue: Catalogue, say: Say
) -> tuple[str, str, str, bool]:
    known = [score for score in scores.of(indicator.id) if score.number is not None]
    largest = max(known, key=lambda score: score.number or 0.0)
    part = say(message(ReportPageMessage.LARGEST_PART))
    return number_text(largest, catalogue, say), say(largest.label), part, False


def _notes(
    indicator: Indicator, assessment: Assessment, catalogue: Catalogue, say: Say
) -> Iterator[Remark]:
    for question in indicator.questions:
        answer = assessment.answer(question.name)
        note = answer.public_note
        if note and note.strip() and is_relevant(question, assessment, catalogue):
            cut = shortened(note, NOTE_LENGTH)
            long = len(note.strip()) > NOTE_LENGTH
            belongs = say(question.short or question.title) if len(indicator.questions) > 1 else ""
            yield Remark(
                text=cut if long else note.strip(),
                cut=long,
                question=belongs,
                language=answer.note_in or "",
            )
