"""The peers beside the question: live with each answer, and hidden by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.organisation import Organisation
from assess.tui.case.card.last_round import LastRoundSection
from assess.tui.peers.peers_beside import Band, PeersBeside, drawn
from assess.tui.widgets.side_pane import SideSection
from assess.workflow import Desk, begin
from assess.workflow.program.file_import import import_files
from tests.cli.test_pool import POOL
from tests.notation import case_of
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown


@pytest.fixture
def synthetic_case(desk: Desk) -> Assessment:
    """A synthetic case beside the synthetic pool, with an earlier round and a note."""
    import_files(desk, [POOL])
    organisation = Organisation(name="Invented Energy Cluster", country="NOR")
    earlier = case_of("x", interview="2024-10-01").details
    from assess.workflow import answer, remark

    last = desk.store.assessment(begin(desk, organisation, earlier, synthetic=True).id)
    answer(desk, last, "staff_fte", 3)
    details = case_of("x", interview="2026-11-02").details
    begun = desk.store.assessment(begin(desk, organisation, details, synthetic=True).id)
    begun = answer(desk, begun, "committed_total", 80).assessment
    return remark(desk, begun, "staff_fte", note="Two of them are seconded.").assessment


def peers_text(pilot: Any) -> str:
    section = interview(pilot).query_one(PeersBeside)
    return str(section.content) if section.display else ""


async def test_changing_an_answer_moves_the_own_value_at_once(
    run: Callable[..., Any], synthetic_case: Assessment
) -> None:
    async with asking(run, synthetic_case, "staff_fte", size=(120, 40)) as pilot:
        before = peers_text(pilot)
        assert "Peers: Energy and environment" in before
        assert "median" in before
        assert "synthetic" in before
        assert "◆" not in before
        await keys(pilot, "2", "<enter>")
        await settled(pilot)
        low = peers_text(pilot)
        assert "40\u00a0participants per FTE: above the middle half" in low
        assert "◆" in low


async def test_one_key_hides_peers_notes_and_the_last_round(
    run: Callable[..., Any], synthetic_case: Assessment
) -> None:
    async with asking(run, synthetic_case, "staff_fte", size=(120, 40)) as pilot:
        await pilot.pause()
        text = shown(pilot.app)
        assert "Peers: Energy" in text
        assert "Two of them are seconded" in text
        assert interview(pilot).query_one(LastRoundSection).display
        await keys(pilot, "<alt+x>")
        await settled(pilot)
        hidden = shown(pilot.app)
        assert "Peers: Energy" not in hidden
        assert "Two of them are seconded" not in hidden
        assert not interview(pilot).query_one(LastRoundSection).display
        assert "shared screen" in hidden
        await keys(pilot, "<alt+n>")
        await settled(pilot)
        assert peers_text(pilot) == ""
        await keys(pilot, "<alt+r>")
        await settled(pilot)
        results = shown(pilot.app)
        assert "Shared screen: peers are hidden" in results
        assert "middle half" not in results
        await keys(pilot, "<escape>")
        await settled(pilot)
        await keys(pilot, "<alt+b>", "<alt+x>")
        await settled(pilot)
        assert "Peers: Energy" in shown(pilot.app)


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (None, "··━━━┿━━━━··········"),
        (0.0, "◆·━━━┿━━━━··········"),
        (19.0, "··━━━┿━━━━·········◆"),
        (40.0, "··━━━┿━━━━·········◆"),
    ],
)
def test_a_band_is_drawn_to_scale(own: float | None, line: str) -> None:
    band = Band("x", 0, 19, 2, 5, 9, own, "", "")
    assert drawn(band, 20).plain == line


@pytest.mark.slow
async def test_notes_evidence_and_origin_do_not_open_while_others_look_on(
    run: Callable[..., Any], synthetic_case: Assessment
) -> None:
    async with asking(run, synthetic_case, "staff_fte", size=(120, 40)) as pilot:
        await keys(pilot, "<escape>", "<full_stop>")
        await settled(pilot)
        assert "Origin: 12" in shown(pilot.app)
        await keys(pilot, "<escape>", "x")
        await settled(pilot)
        for key in ("t", "<full_stop>"):
            await keys(pilot, key)
            await settled(pilot)
            assert "hidden on a shared screen" in shown(pilot.app)
            assert interview(pilot).is_current
        for key in ("h", "o"):
            await keys(pilot, key)
            await settled(pilot)
            text = shown(pilot.app)
            assert "Two of them are seconded" not in text
            assert ("hidden on a shared screen" in text) is (key == "h")
            await keys(pilot, "<escape>")
            await settled(pilot)


@pytest.mark.slow
async def test_the_origin_of_the_words_stands_behind_a_key(
    run: Callable[..., Any], synthetic_case: Assessment
) -> None:
    async with asking(run, synthetic_case, "staff_fte", size=(160, 50)) as pilot:
        await keys(pilot, "<escape>")
        await settled(pilot)
        beside = " ".join(str(each.content) for each in interview(pilot).query(SideSection))
        indicator = interview(pilot).indicator
        assert indicator is not None
        assert "Peers:" in beside
        assert not any(source in beside for source in indicator.source)
        await keys(pilot, "<full_stop>")
        await settled(pilot)
        text = shown(pilot.app)
        assert "Wording" in text
        assert indicator.source[0][:40] in text
