"""A synthetic pool for tests: organisations whose values are drawn with a fixed seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import TableInUse, compare
from assess.core.peers.peer_group import Standpoint
from assess.core.peers.plain_holdings import Held, PlainHoldings
from assess.core.peers.pool import PeerRecord, pooled_values
from assess.core.peers.pool_rows import held, row
from assess.core.peers.pool_schema import PooledMeasure, schema_of
from assess.core.peers.position import PeerComparison
from assess.core.peers.table import PeerTable, TableName, table_hash
from assess.core.peers.table_building import Occasion, build
from assess.core.scoring.score import score
from assess.core.scoring.young import not_yet_whole

PORTFOLIOS = ("Energy and environment", "Food industry", "Production and engineering")
COUNTRIES = ("NOR", "DNK", "DEU", "ESP")


DAY = date(2026, 11, 24)


def table_from(
    records: Sequence[PeerRecord],
    catalogue: Catalogue,
    *,
    before: Sequence[tuple[Sequence[PeerRecord], PeerTable]] = (),
    number: int = 1,
    synthetic: bool = False,
) -> TableInUse:
    """Build the table of some organisations of one edition, beside those that were given out."""
    layout = schema_of(catalogue)

    def all_held(some: Sequence[PeerRecord]) -> list[Held]:
        return [held(row(record, layout)) for record in some]

    holdings = PlainHoldings(
        all_held(records), {layout.digest: layout}, [all_held(some) for some, _ in before]
    )
    occasion = Occasion(number, DAY, synthetic, catalogue.edition.fewest_peers + 1)
    table = build(holdings, occasion, [given for _, given in before])
    name = TableName(number=number, day=DAY, hash=table_hash(table))
    return TableInUse(table, name, is_known=True)


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
    used = table_from(records, catalogue, synthetic=True)
    found = compare(own, place, used, catalogue, synthetic=True)
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
