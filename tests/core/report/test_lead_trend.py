"""Trends: lead measures over all rounds beside the peers of today, and what got better or worse."""

from __future__ import annotations

from datetime import date
from typing import Any

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.position import NO_COMPARISON
from assess.core.report.figure.trend import IN_A_ROW, trend
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.cases import earlier_case, full_case, report_of
from tests.notation import answered
from tests.peers import drawn_comparison


def _round(catalogue: Catalogue, day: date, **answers: Any) -> EarlierRound:
    return EarlierRound(case=f"c{day:%Y}", day=day, scores=score(answered(**answers), catalogue))


def test_every_round_with_a_value_is_a_point_and_one_without_none(catalogue: Catalogue) -> None:
    earlier = [
        _round(catalogue, date(2021, 5, 1), committed_total=40, involvement=1),
        _round(catalogue, date(2023, 5, 1), involvement=3),
    ]
    now = score(answered(committed_total=64, involvement=2), catalogue)
    rows = trend(date(2026, 3, 12), now, earlier, catalogue, NO_COMPARISON, say)
    panels = {panel.number: panel for row in rows for panel in row.panels}
    assert rows[0].rounds == ("May 2021", "May 2023", "March 2026")
    assert [(point.round, point.place) for point in panels[5].points] == [(0, 40), (2, 64)]
    assert [point.place for point in panels[11].points] == [1, 3, 2]
    assert "5 Committed participants: May 2021 40" in rows[0].alternative


def test_without_a_value_in_two_rounds_there_is_no_trend(catalogue: Catalogue) -> None:
    now = score(answered(committed_total=64), catalogue)
    assert trend(date(2026, 3, 12), now, [], catalogue, NO_COMPARISON, say) == ()
    other = [_round(catalogue, date(2023, 5, 1), involvement=3)]
    assert trend(date(2026, 3, 12), now, other, catalogue, NO_COMPARISON, say) == ()


def test_the_report_shows_the_peers_of_today_and_says_what_got_better_and_worse(
    catalogue: Catalogue,
) -> None:
    full = full_case(catalogue)
    comparison = drawn_comparison(full, catalogue)
    last = report_of(
        full, catalogue, comparison=comparison, last=earlier_case(catalogue)
    ).last_round
    assert last is not None
    panels = [panel for row in last.trend for panel in row.panels]
    assert len(panels) > 20
    assert all(len(row.panels) <= IN_A_ROW for row in last.trend)
    assert all(panel.band is not None for panel in panels)
    said = " ".join(last.sentences)
    assert "main measures moved in the desired direction: 5 Committed participants" in said
    assert "moved in the opposite direction: 9 Participants from abroad" in said
    assert all("." not in line.label for line in last.lines)
