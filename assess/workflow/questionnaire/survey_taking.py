"""Taking in the answers of a survey: they are counted, and the counts alone are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.catalogue.survey import SurveyKind
from assess.core.questionnaire.survey.survey_count import (
    SurveyCount,
    answered_by,
    counted,
    sorted_out,
)
from assess.errors import Refused
from assess.languages import gettext
from assess.workflow.desk.desk import Desk
from assess.workflow.questionnaire.survey_reading import SurveyReader
from assess.workflow.questionnaire.surveying import survey_for


class SurveyTaken(NamedTuple):
    """What was counted, and what is said of forms that were not, or that may be there twice."""

    total: SurveyCount
    left_out: tuple[str, ...]
    remarks: tuple[str, ...]


def take(
    desk: Desk,
    assessment: Assessment,
    kind: SurveyKind,
    paths: Iterable[Path],
    *,
    about: str = "",
    invited: int | None = None,
) -> SurveyTaken:
    """Count the answers in files, and record the counts: those of before no longer hold.

    Raises Refused where no file has an answer.
    """
    made = survey_for(desk, assessment, kind, about)
    reader = SurveyReader(made, assessment)
    found = sorted_out([answer for path in _files(paths) for answer in reader.read(path)])
    left = [
        *reader.left_out,
        *(
            gettext("{file}: {newer} is a newer answer of the same person", file=old, newer=new)
            for old, new in ((old.place, new.place) for old, new in found.replaced)
        ),
        *(gettext("{file}: no question is answered", file=each.place) for each in found.empty),
    ]
    if not found.kept:
        raise Refused(gettext("There is no answer to count."), left)
    count = SurveyCount(
        survey=kind,
        about=about,
        edition=desk.newest.edition.id,
        n=len(found.kept),
        invited=_committed(assessment) if invited is None else invited,
        is_invited_stated=invited is not None,
        answered=answered_by(made.survey, found.kept),
        counts=counted(made.survey, found.kept),
        left_out=len(left),
        at=desk.now,
        by=desk.name_for(assessment),
    )
    desk.store.survey_counts.add(assessment.case.id, count, at=desk.now)
    doubled = tuple(
        gettext(
            "{file} has the same answers as {other}; both are counted",
            file=each.place,
            other=other.place,
        )
        for each, other in found.alike
    )
    return SurveyTaken(count, tuple(left), (*reader.remarks, *doubled))


def _committed(assessment: Assessment) -> int | None:
    value = assessment.value("committed_total")
    return value if isinstance(value, int) and value >= 1 else None


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (each for each in sorted(path.iterdir()) if each.is_file())
        else:
            yield path
