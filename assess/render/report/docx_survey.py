"""What participants said, in Word."""

from __future__ import annotations

from collections.abc import Iterable

from assess.core.report.record.survey_page import SurveyPage
from assess.languages import gettext
from assess.render.report.docx_parts import DocxParts


def write_surveys(parts: DocxParts, surveys: Iterable[SurveyPage]) -> None:
    """Write each survey: what is beside the manager's answers, and how each line was answered."""
    heads = (
        gettext("Question"),
        gettext("Answers"),
        gettext("Median"),
        gettext("How many gave each answer"),
    )
    for survey in surveys:
        parts.chapter(survey.title)
        parts.paragraph(survey.opening)
        for asked, said in survey.beside:
            parts.paragraph(asked, "quiet")
            parts.paragraph(said)
        for item, said in survey.quality:
            parts.paragraph(gettext("Evidence for quality item {item}", item=item), "quiet")
            parts.paragraph(said)
        rows = [(row.asked, row.n, row.median, row.answers) for row in survey.rows]
        if rows:
            parts.table(heads, rows, (62, 18, 18, 72))
