"""What the interview shows, as values for its widgets."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.assessment import progress_of, sources_of
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.scoring.score import Score, telling_scores
from assess.languages import gettext
from assess.languages.message import asked, say
from assess.languages.speech import with_label
from assess.tui.case.card.guidance import Guided
from assess.tui.case.card.indicator_card import Card
from assess.tui.case.card.indicator_list import Listed, Section
from assess.tui.case.dialog.origin import IndicatorOrigin
from assess.workflow.case.interview.session import Session


def card_of(indicator: Indicator, session: Session) -> Card:
    """Give the card of an indicator as the case stands."""
    return Card(
        number=indicator.number,
        title=asked(indicator.title),
        area=session.catalogue.area(indicator.area).letter,
        why=asked(indicator.why),
        questions=tuple(session.posed(question) for question in indicator.questions),
        scores=shown_scores(indicator, session),
        remark=_remark(indicator, session),
        language=session.asking.name,
    )


def _remark(indicator: Indicator, session: Session) -> str | None:
    if session.is_finished:
        return gettext("The case is finished; reopen it to change an answer.")
    if indicator.questions:
        return None
    catalogue = session.catalogue
    numbers = {
        catalogue.indicator_of(question.name).number: None
        for question in sources_of(indicator, catalogue)
    }
    lines = [f"{number}  {say(catalogue.indicators[number - 1].title)}" for number in numbers]
    return "\n".join([gettext("It has no question; it is derived from:"), *lines])


def shown_scores(indicator: Indicator, session: Session) -> tuple[Score, ...]:
    """Give the measures that tell more than the answers themselves do."""
    return telling_scores(indicator, session.assessment, session.catalogue)


def sections_of(session: Session) -> tuple[Section, ...]:
    """Give the areas with their indicators and how far each one is."""
    catalogue, drafts = session.catalogue, session.typed.questions
    return tuple(
        Section(
            letter=area.letter,
            title=say(area.short_title),
            indicators=tuple(
                Listed(
                    number=indicator.number,
                    title=say(indicator.title),
                    progress=progress_of(indicator, session.assessment, catalogue, drafts),
                )
                for indicator in catalogue.in_area(area)
            ),
        )
        for area in catalogue.areas
    )


def guided_on(indicator: Indicator, name: str | None, catalogue: Catalogue) -> Guided:
    """Give the guidance on an indicator and one of its questions."""
    question = catalogue.questions[name] if name is not None else None
    hint = question.guidance_hint if question is not None else None
    return Guided(
        question=say(hint) if hint is not None else None,
        indicator=say(indicator.guidance) if indicator.guidance is not None else None,
    )


def origin_of(indicator: Indicator, catalogue: Catalogue) -> IndicatorOrigin:
    """Give where an indicator comes from."""
    mark = indicator.evidence
    return IndicatorOrigin(
        title=f"{indicator.number}  {say(indicator.title)}",
        wording=with_label(mark, say(catalogue.edition.evidence[mark])),
        sources=indicator.source,
        quality_items=tuple(
            f"{item}  {say(catalogue.quality_item(item).title)}" for item in indicator.quality_items
        ),
    )


def doubts_in_words(changed: str, indicator: Indicator, session: Session) -> str:
    """Say which answers of other indicators an answer has made doubtful; empty when none."""
    return "; ".join(_doubts(changed, indicator, session))


def _doubts(changed: str, indicator: Indicator, session: Session) -> Iterator[str]:
    for name, finding in session.doubts(changed):
        other = session.catalogue.indicator_of(name)
        if other is not indicator:
            yield gettext(
                "please check {number} {title} again: {finding}",
                number=other.number,
                title=say(other.title),
                finding=say(finding.text),
            )
