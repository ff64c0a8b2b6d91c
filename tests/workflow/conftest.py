"""A desk with a real database and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from assess.workflow import Desk, begin
from tests.notation import NOON, case_of


@pytest.fixture
def desk(tmp_path: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """A desk at noon on the day of the interview."""
    numbers = count(1)
    with Desk(
        newest=catalogue,
        store=Store(tmp_path / "assess.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"case{next(numbers):04d}",
    ) as opened:
        yield opened


@pytest.fixture
def case(desk: Desk) -> Assessment:
    """A case that was just begun."""
    pattern = case_of("Fjord Energy Cluster")
    begun = begin(desk, pattern.organisation, pattern.details)
    return desk.store.assessment(begun.id)


@pytest.fixture
def elsewhere(tmp_path: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """A desk on another machine."""
    numbers = count(1)
    with Desk(
        newest=catalogue,
        store=Store(tmp_path / "elsewhere.db", now=NOON),
        clock=lambda: NOON.replace(hour=15),
        new_id=lambda: f"away{next(numbers):04d}",
        who="Bo Expert",
    ) as opened:
        yield opened
