"""The pages of a report with what participants said, beside what the manager judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.survey import Survey
from assess.core.questionnaire.message import SurveyMessage
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.questionnaire.survey.survey_view import (
    LineShown,
    answered_text,
    beside_answers,
    quality_lines,
    shown_lines,
)
from assess.core.report.record.survey_page import SurveyPage, SurveyRow
from assess.core.text.message import Message, Number, Say, Sentence, message, series


def survey_pages(
    counts: Sequence[tuple[Survey, SurveyCount]],
    assessment: Assessment,
    catalogue: Catalogue,
    say: Say,
) -> tuple[SurveyPage, ...]:
    """Give a page for each survey, whose lines have a distribution from five answers on."""
    return tuple(
        SurveyPage(
            title=say(_title(survey, count)),
            opening=say(series(list(_opening(count)), "blank")),
            beside=tuple(
                (say(beside.heading), say(beside.message(count)))
                for beside in beside_answers(survey, count, assessment, catalogue)
            ),
            quality=tuple(
                (say(item), say(said)) for item, said in quality_lines(survey, count, catalogue)
            ),
            rows=tuple(_row(line, say) for line in shown_lines(survey, count)),
        )
        for survey, count in counts
    )


def _title(survey: Survey, count: SurveyCount) -> Message:
    if count.about:
        return message(SurveyMessage.TITLE_ABOUT, survey=survey.title, about=count.about)
    return message(SurveyMessage.TITLE, survey=survey.title)


def _opening(count: SurveyCount) -> Iterator[Sentence]:
    yield Sentence(answered_text(count))
    yield Sentence(message(SurveyMessage.OWN_VIEW if count.is_shown else SurveyMessage.TOO_FEW))


def _row(line: LineShown, say: Say) -> SurveyRow:
    asked = line.label
    if line.part:
        asked = message(SurveyMessage.PART, asked=line.label, part=line.part)
    shares = series([share.message() for share in line.shares], "semicolon")
    return SurveyRow(
        asked=say(asked),
        n=say(Number(line.n)),
        median=say(Number(line.median, 1)) if line.median is not None else "",
        answers=say(shares if line.shares else message(SurveyMessage.TOO_FEW)),
    )
