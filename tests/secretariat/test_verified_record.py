"""The record that a laptop sends is worked out anew: what does not verify is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from assess.core.record.canonical import canonical
from assess.core.submission.revision import CaseRevision, read_revision
from assess.exchange.case.case_file_fields import VERSION
from assess.exchange.submission.verified_record import verified_steps
from tests.secretariat.service import RunningService, revision, steps

WHOLE = revision("abc", steps("a", "b", "m", "d", merges={"m": steps("a", "c")}), founded=2009)
"""A record with a merge in it."""

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> CaseRevision:
    """Give the revision after somebody changed its document, with the name that it then has."""
    document = json.loads(WHOLE.content)
    change(document)
    return read_revision(canonical(document))


def _entries(document: dict[str, Any]) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = document["file"]["record"]
    return entries


def _without(place: int) -> Change:
    """Take an entry out of the file, and of what is said of it."""

    def change(document: dict[str, Any]) -> None:
        gone = _entries(document).pop(place)["hash"]
        document["record"] = [step for step in document["record"] if step[0] != gone]

    return change


def _head_before(document: dict[str, Any]) -> None:
    document["head"] = document["record"][-2][0]


def _longer(document: dict[str, Any]) -> None:
    """Say that a head of the server is in the record, which the file does not have."""
    document["record"].insert(0, ["f" * 64, "", "", ""])


def _names_another(document: dict[str, Any]) -> None:
    document["record"][-1][2] = "f" * 64


CHANGES: dict[str, Change] = {
    "a value": lambda said: _entries(said)[1]["fields"].update(name="x"),
    "a field more": lambda said: _entries(said)[1]["fields"].update(more=1),
    "a time": lambda said: _entries(said)[1].update(at="2026-11-03T10:00:00+00:00"),
    "a kind": lambda said: _entries(said)[1].update(kind="state"),
    "a kind that is none": lambda said: _entries(said)[1].update(kind="other"),
    "a seed": lambda said: _entries(said)[1].update(seed="0" * 32),
    "no seed": lambda said: _entries(said)[1].pop("seed"),
    "a hash": lambda said: _entries(said)[1].update(hash="0" * 64),
    "what it follows": lambda said: _entries(said)[1].update(before=""),
    "the first entry is missing": _without(0),
    "an entry between is missing": _without(1),
    "the other copy of a merge is missing": _without(2),
    "the last entry is missing": _without(-1),
    "an entry is there twice": lambda said: _entries(said).append(_entries(said)[-1]),
    "another order": lambda said: _entries(said).reverse(),
    "no record": lambda said: said["file"].pop("record"),
    "a record that is none": lambda said: said["file"].update(record=[1]),
    "an older file": lambda said: said["file"].update(version=5),
    "a newer file": lambda said: said["file"].update(version=VERSION + 1),
    "a version that is no whole number": lambda said: said["file"].update(version=float(VERSION)),
    "another case in the file": lambda said: said["file"]["case"].update(id="abd"),
    "another edition in the file": lambda said: said["file"].update(catalogue="2025.1"),
    "a head that is not the last": _head_before,
    "a step that the file has not": _longer,
    "a step less than the file has": lambda said: said["record"].pop(1),
    "a merge that the file has not": _names_another,
}


@pytest.mark.parametrize("version", range(6, VERSION + 1))
def test_every_case_file_with_a_record_is_read(version: int) -> None:
    older = changed(lambda said: said["file"].update(version=version))
    assert verified_steps(older) == verified_steps(WHOLE)


def test_a_record_that_is_whole_is_worked_out_as_it_was_said() -> None:
    assert [list(step) for step in verified_steps(WHOLE)] == WHOLE.document["record"]


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_does_not_verify(what: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        verified_steps(changed(CHANGES[what]))


def test_the_service_keeps_nothing_of_what_does_not_verify(service: RunningService) -> None:
    ada = service.member("Ada")
    ada.send(revision("abc", steps("a")))
    heads = ada.case("abc").heads
    for change in CHANGES.values():
        forged = changed(change)
        signature = {"Assess-Signature": service.key("Ada").sign(forged.content).hex()}
        path = f"/v1/cases/abc/revisions/{forged.name}"
        answer = ada.ask("PUT", path, forged.content, signature)
        assert (answer.status, b'"document"' in answer.content) == (422, True)
        assert ada.case("abc").heads == heads
    assert ada.send(WHOLE).standing == "extends"
