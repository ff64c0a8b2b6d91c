"""The pool: what finished cases share without their names, and how each is taken from a case."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from assess.core.case.assessment import Assessment, status_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import GridQuestion, YesPartlyNoQuestion
from assess.core.peers.pool_schema import NO, YES, PooledMeasure, PoolSchema, schema_of
from assess.core.scoring.score import Scores
from assess.core.scoring.young import not_yet_whole
from assess.core.text.number_text import rounded
from assess.core.text.value import Value

NO_VALUE = float("nan")
"""What a cell holds where an organisation has no value; it never enters a comparison."""


class PeerRecord(Value):
    """One organisation without its name: what decides to which groups it belongs, and its values.

    A part that is None is not known, or was left out so that nobody can be recognised.
    """

    ref: str
    """An opaque id: the same for each record of one organisation, and nothing without the key."""
    portfolio: str | None = None
    country: str | None = None
    age_group: str | None = None
    level: str | None = None
    """The highest label held."""
    year: int | None = None
    """The year of the interview."""
    values: Mapping[str, float | str]
    """Numbers and names of classes by key; what has no value is not there."""


def row_of(values: Mapping[str, float | str], layout: PoolSchema) -> array[float]:
    """Give values as the cells of one row, in the order of a layout; an unknown class is none."""
    row = array("d")
    for pooled in layout.pooled:
        value = values.get(pooled.key)
        if isinstance(value, str):
            value = pooled.classes.index(value) if value in pooled.classes else None
        row.append(NO_VALUE if value is None else float(value))
    return row


def values_of(row: Sequence[float], layout: PoolSchema) -> dict[str, float | str]:
    """Give the cells of one row as values by key."""
    return {
        pooled.key: pooled.classes[int(cell)] if pooled.classes else cell
        for pooled, cell in zip(layout.pooled, row, strict=True)
        if cell == cell  # noqa: PLR0124  only "no value" is not equal to itself
    }


def pooled_values(
    scores: Scores, assessment: Assessment, catalogue: Catalogue
) -> dict[str, float | str]:
    """Give the values of a case that can be pooled and compared, by key, at full precision.

    What counts over more months than the organisation exists is not among them.
    """
    found: dict[str, float | str] = {}
    young = not_yet_whole(scores, catalogue)
    for pooled in schema_of(catalogue).pooled:
        if pooled.key.partition(".")[0] in young:
            continue
        value = (
            _element(pooled.key.partition(":")[2], assessment, catalogue)
            if pooled.is_element
            else _value(scores, pooled)
        )
        if value is not None:
            found[pooled.key] = value
    return found


def _value(scores: Scores, pooled: PooledMeasure) -> float | str | None:
    score = scores.by_key.get(pooled.key)
    if score is None:
        return None
    if pooled.classes:
        return (
            score.value if isinstance(score.value, str) and score.value in pooled.classes else None
        )
    return score.number


def _element(name: str, assessment: Assessment, catalogue: Catalogue) -> str | None:
    """Tell whether an element of a checklist is there; None: not known."""
    question = catalogue.questions[name]
    value = assessment.value(name)
    if value is None or status_of(question, assessment, catalogue) is not Status.ANSWERED:
        return None
    if isinstance(question, YesPartlyNoQuestion):
        return str(value)
    if isinstance(question, GridQuestion):
        return None
    return YES if value not in ("", [], 0) else NO


def rounded_values(values: Mapping[str, float | str], layout: PoolSchema) -> dict[str, float | str]:
    """Give values with as many decimals as are shown: what leaves the house is no more exact."""
    decimals = {pooled.key: pooled.decimals for pooled in layout.pooled}
    return {
        key: value if isinstance(value, str) else rounded(value, decimals.get(key, 0))
        for key, value in values.items()
    }
