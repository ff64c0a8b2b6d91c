"""Comparing: a case among its peers, as often as its answers change."""

from __future__ import annotations

from collections.abc import Iterable

from assess.core.case.assessment import Assessment
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.peer_comparison import TableInUse, compare
from assess.core.peers.peer_group import AGE_GROUP_KEY, Standpoint
from assess.core.peers.pool import pooled_values
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.position import PeerComparison
from assess.core.scoring.score import Scores, score, score_indicator
from assess.core.scoring.young import not_yet_whole
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.peer_table import used_by
from assess.workflow.peers.pooling import refs_of

AGE = AGE_GROUP_KEY.partition(":")[0]
"""The indicator that tells the age group."""


class Peers:
    """The peers of one case, read once for its groups; comparing reads nothing any more."""

    def __init__(self, desk: Desk, assessment: Assessment) -> None:
        """Take the case; its table, real or synthetic as it is, is read with the first look."""
        self._desk = desk
        self._catalogue = desk.catalogue_of(assessment.case)
        self._layout = schema_of(self._catalogue)
        self._synthetic = assessment.case.synthetic
        self._refs = refs_of(desk, assessment.case.organisation)
        self._read: dict[Standpoint, TableInUse | None] = {}

    def compare(
        self,
        assessment: Assessment,
        scores: Scores | None = None,
        keys: Iterable[str] | None = None,
    ) -> PeerComparison:
        """Compare the case as it is now; with `keys`, only these measures and elements."""
        known = score(assessment, self._catalogue) if scores is None else scores
        values = pooled_values(known, assessment, self._catalogue)
        own = self._standpoint(assessment, values.get(AGE_GROUP_KEY))
        return compare(
            values,
            own,
            self._used(own),
            self._catalogue,
            keys=keys,
            synthetic=assessment.case.synthetic,
        ).without(not_yet_whole(known, self._catalogue))

    def compare_indicator(self, assessment: Assessment, indicator: Indicator) -> PeerComparison:
        """Compare what one indicator measures, without working out the others."""
        catalogue = self._catalogue
        age = [other for other in catalogue.indicators if other.id == AGE and other != indicator]
        scores = Scores(
            by_key={
                result.key: result
                for each in (indicator, *age)
                for result in score_indicator(each, assessment, catalogue)
            }
        )
        own = f"{indicator.id}:"
        keys = [measure.key for measure in self._layout.pooled if measure.key.startswith(own)]
        return self.compare(assessment, scores, keys=keys)

    def _used(self, own: Standpoint) -> TableInUse | None:
        if own not in self._read:
            self._read[own] = used_by(self._desk, own, self._refs, synthetic=self._synthetic)
        return self._read[own]

    def _standpoint(self, assessment: Assessment, age_group: float | str | None) -> Standpoint:
        case = assessment.case
        return Standpoint(
            portfolio=case.details.portfolio,
            country=case.organisation.country,
            age_group=age_group if isinstance(age_group, str) else None,
        )
