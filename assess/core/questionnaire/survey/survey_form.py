"""A survey as a small catalogue of its own, so that its form is made and read like every other."""

from __future__ import annotations

from functools import lru_cache

from assess.core.catalogue.catalogue import Area, Catalogue, Edition
from assess.core.catalogue.indicator import Module
from assess.core.catalogue.survey import Survey
from assess.core.text.value import Wording

_AREA = "survey"
_NOTHING = Wording({"en": "–"})


@lru_cache(maxsize=16)
def survey_catalogue(survey: Survey, catalogue: Catalogue) -> Catalogue:
    """Give a catalogue that asks what a survey asks, and nothing else."""
    area = Area(
        letter="A", id=_AREA, title=survey.title, short_title=survey.title, intro=survey.lead
    )
    edition = Edition(
        id=catalogue.edition.id,
        title=survey.title,
        notice=catalogue.edition.notice,
        areas=(area,),
        evidence=catalogue.edition.evidence,
        statuses=catalogue.edition.statuses,
    )
    return Catalogue(
        edition=edition,
        indicators=(),
        label=catalogue.label,
        references=(),
        countries=catalogue.countries,
        month_words=catalogue.month_words,
        modules=tuple(
            Module(
                number=number,
                id=question.name,
                area=_AREA,
                title=question.label,
                why=_NOTHING,
                questions=(question,),
            )
            for number, question in enumerate(survey.questions, start=1)
        ),
    )


def survey_of(catalogue: Catalogue, kind: str) -> Survey | None:
    """Give the survey of a kind; None where a catalogue has none."""
    return next((each for each in catalogue.surveys if each.id == kind), None)
