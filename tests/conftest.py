"""What all tests share: the catalogue as it ships, and that nothing is left open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from assess.catalogue import EDITIONS, load
from assess.core.catalogue.catalogue import Catalogue
from assess.locations import indicators_folder, templates_folder
from tests import leaks
from tests.notation import FIRST

for _name in (
    "ASSESS_DB",
    "ASSESS_HOME",
    "ASSESS_INDICATORS",
    "ASSESS_LANGUAGE",
    "ASSESS_PASSPHRASE",
    "ASSESS_TODAY",
    "NO_COLOR",
    "TEXTUAL_THEME",
):
    os.environ.pop(_name, None)

# How long an example takes is a matter of the machine, and of what else goes on there.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

leaks.watch_databases()


def pytest_xdist_auto_num_workers() -> int:
    """Run one process more than there are cores: many tests wait for another program."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _everything_is_closed_at_the_end() -> Iterator[None]:
    """Fail the last test of a process where a fixture of several tests leaves something open."""
    with leaks.nothing_left_open():
        yield


@pytest.fixture(autouse=True)
def _everything_is_closed() -> Iterator[None]:
    """Fail a test that leaves something open."""
    with leaks.nothing_left_open():
        yield


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load(indicators_folder())


@pytest.fixture(scope="session")
def first_edition() -> Catalogue:
    """The edition 2026.1, which ships beside the newest one."""
    return load(indicators_folder() / EDITIONS / FIRST)


@pytest.fixture(scope="session")
def templates() -> Path:
    """The shipped report templates."""
    return templates_folder()
