"""Comparing: a case among its peers, as often as its answers change."""

from __future__ import annotations

from collections.abc import Iterable

from assess.core.case.assessment import Assessment
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.differencing import ShownBefore
from assess.core.peers.peer_comparison import compare, shown_groups
from assess.core.peers.membership import GroupKey
from assess.core.peers.peer_group import AGE_GROUP_KEY, Standpoint, labels_of, marks_of
from assess.core.peers.pool import pooled_values
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.position import PeerComparison
from assess.core.scoring.score import Scores, score, score_indicator
from assess.core.scoring.young import not_yet_whole
from assess.core.text.message import Text
from assess.languages.understanding import in_english
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.pooling import pool_of, refs_of

AGE = AGE_GROUP_KEY.partition(":")[0]
"""The indicator that tells the age group."""


class Peers:
    """The peers of one case, read once; comparing with them reads nothing any more."""

    def __init__(self, desk: Desk, assessment: Assessment) -> None:
        """Read the pool, real or synthetic as the case is, and what its reports showed before."""
        case = assessment.case
        self._catalogue = desk.catalogue_of(assessment.case)
        self._layout = schema_of(self._catalogue)
        self._pool = pool_of(desk, self._layout, synthetic=case.synthetic)
        self._earlier = desk.store.shown_peers.of(case.id)
        self._refs = refs_of(desk, case.organisation)

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
            self._pool,
            self._catalogue,
            earlier=self._known_again(own),
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

    def as_shown(
        self, assessment: Assessment, comparison: PeerComparison, desk: Desk
    ) -> ShownBefore:
        """Give what a report that is given out shows of the peers, for those that come later."""
        scores = score(assessment, self._catalogue)
        values = pooled_values(scores, assessment, self._catalogue)
        own = self._standpoint(assessment, values.get(AGE_GROUP_KEY))
        return ShownBefore(
            pool=self._pool,
            marks=marks_of(self._pool, own),
            labels={key: in_english(label) for key, label in self._labels(own).items()},
            shown=shown_groups(comparison),
            on=desk.today,
        )

    def _labels(self, own: Standpoint) -> dict[GroupKey, Text]:
        return labels_of(own, self._layout, self._catalogue)

    def _known_again(self, own: Standpoint) -> tuple[ShownBefore, ...]:
        """Give what was shown before; it is kept in English, whatever language it was shown in."""
        if not self._earlier:
            return ()
        labels = self._labels(own)
        english = {key: in_english(label) for key, label in labels.items()}
        return tuple(
            past._replace(
                labels={
                    key: labels[key] if label == english[key] else label
                    for key, label in past.labels.items()
                }
            )
            for past in self._earlier
        )

    def _standpoint(self, assessment: Assessment, age_group: float | str | None) -> Standpoint:
        case = assessment.case
        return Standpoint(
            refs=self._refs,
            portfolio=case.details.portfolio,
            country=case.organisation.country,
            age_group=age_group if isinstance(age_group, str) else None,
        )


def keep_shown(desk: Desk, assessment: Assessment, comparison: PeerComparison) -> None:
    """Keep what a report that is given out shows of the peers.

    Until five of them have changed, later reports of the case show the same figures: else their
    difference would tell of the few that have.
    """
    shown = Peers(desk, assessment).as_shown(assessment, comparison, desk)
    if any(shown.shown.values()):
        desk.store.shown_peers.add(assessment.case.id, shown, at=desk.now)
