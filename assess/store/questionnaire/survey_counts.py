"""Counts of surveys in the record; only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.store.database.ledger import Ledger, NewEntry

_EVERY = (
    "SELECT json_patch(body, coalesce(json_extract(parts, '$.instead'), '{}')) "
    "FROM entry WHERE case_id = ? AND kind = 'survey' AND side = 0 "
    "AND json_extract(body, '$.survey') IS NOT NULL ORDER BY seq"
)


class SurveyCounts:
    """Adds and gives what was counted; answers themselves are kept nowhere."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case_id: str, count: SurveyCount, *, at: datetime) -> None:
        """Record what was counted."""
        with self._ledger.writing():
            body = count.model_dump_json(exclude_defaults=True)
            self._ledger.extend("survey", case_id, [NewEntry(body, at, count.by, count.survey)])

    def of(self, case_id: str) -> Mapping[tuple[str, str], SurveyCount]:
        """Give the newest count of each survey, by its kind and what it is about."""
        rows = self._ledger.rows(_EVERY, (case_id,))
        counts = (SurveyCount.model_validate_json(body) for (body,) in rows)
        return {(count.survey, count.about): count for count in counts}
