"""A synthetic pool for tests: organisations whose values are drawn with a fixed seed."""

from __future__ import annotations

from random import Random

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import compare
from assess.core.peers.peer_group import Standpoint
from assess.core.peers.pool import PeerRecord, pool_of, pooled_values
from assess.core.peers.pool_schema import PooledMeasure, schema_of
from assess.core.peers.position import PeerComparison
from assess.core.scoring.score import score
from assess.core.scoring.young import not_yet_whole

PORTFOLIOS = ("Energy and environment", "Food industry", "Production and engineering")
COUNTRIES = ("NOR", "DNK", "DEU", "ESP")


def drawn_comparison(
    assessment: Assessment, catalogue: Catalogue, count: int = 120
) -> PeerComparison:
    """Compare a case with organisations whose values are drawn around plausible ones."""
    layout = schema_of(catalogue)
    scores = score(assessment, catalogue)
    own = pooled_values(scores, assessment, catalogue)
    source = Random(2026)  # noqa: S311  drawn, not secret
    records = [
        PeerRecord(
            ref=f"p{number:03d}",
            portfolio=source.choice(PORTFOLIOS),
            country=source.choice(COUNTRIES),
            age_group=source.choice(("up_to_4", "over_4_up_to_8", "over_8")),
            level="Gold" if number % 9 == 0 else None,
            year=source.choice((2022, 2023, 2024, 2025)),
            values={one.key: _value(one, own.get(one.key), source) for one in layout.pooled},
        )
        for number in range(count)
    ]
    case = assessment.case
    place = Standpoint(
        portfolio=case.details.portfolio, country=case.organisation.country, age_group="over_8"
    )
    found = compare(own, place, pool_of(records, layout), catalogue, synthetic=True)
    return found.without(not_yet_whole(scores, catalogue))


def _value(pooled: PooledMeasure, own: float | str | None, source: Random) -> float | str:
    if pooled.classes:
        return source.choice(pooled.classes)
    if pooled.labels:
        return (pooled.lowest or 0) + source.randrange(len(pooled.labels))
    if pooled.unit == "%":
        return round(source.triangular(0, 100, 45), pooled.decimals)
    middle = own if isinstance(own, int | float) and own else 4.0
    highest = 4.0 if middle <= 4 else 2.5 * middle
    return round(source.triangular(0, highest, 0.8 * min(middle, highest)), pooled.decimals)
