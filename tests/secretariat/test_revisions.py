"""Revisions over the line: first, known, extended, behind, forked, merged; and who may."""

from __future__ import annotations

import pytest

from assess.core.submission.exchanged import RevisionStanding
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import RefusedByService
from tests.secretariat.service import RunningService, revision, steps


def test_a_revision_is_new_then_known_then_extended(service: RunningService) -> None:
    expert = service.member("Ada")
    first = revision("abc", steps("a", "b"), founded=2009)
    assert expert.send(first).standing is RevisionStanding.FIRST
    again = expert.send(first)
    assert (again.standing, len(again.heads)) == (RevisionStanding.KNOWN, 1)
    longer = expert.send(revision("abc", steps("a", "b", "c"), founded=2010))
    assert longer.standing is RevisionStanding.EXTENDS
    assert [head.head for head in longer.heads] == [steps("a", "b", "c")[-1].hash]
    behind = expert.send(revision("abc", steps("a"), founded=2009))
    assert (behind.standing, behind.receipt) == (RevisionStanding.BEHIND, None)
    assert expert.revision("abc", first.name) == first


def test_a_fork_is_kept_and_shown_to_both_until_a_merge_ends_it(service: RunningService) -> None:
    service.account("Ada")
    one, other = service.laptop("office", "Ada"), service.laptop("home", "Ada")
    one.send(revision("abc", steps("a")))
    mine = revision("abc", steps("a", "b"))
    theirs = revision("abc", steps("a", "c"))
    assert one.send(mine).standing is RevisionStanding.EXTENDS
    forked = other.send(theirs)
    assert forked.standing is RevisionStanding.FORKED
    assert {head.revision for head in forked.heads} == {mine.name, theirs.name}
    assert other.send(theirs).standing is RevisionStanding.FORKED
    assert one.send(mine).standing is RevisionStanding.FORKED
    assert {item.kind for item in one.inbox(0).items} >= {"received", "forked"}
    assert one.revision("abc", theirs.name) == theirs
    merge = revision("abc", steps("a", "b", "m", merges={"m": steps("a", "c")}))
    merged = one.send(merge)
    assert merged.standing is RevisionStanding.EXTENDS
    assert [head.revision for head in merged.heads] == [merge.name]
    assert other.send(theirs).standing is RevisionStanding.KNOWN
    assert other.inbox(0).items[-1].kind == "merged"


def test_of_somebody_elses_case_nothing_is_said(service: RunningService) -> None:
    ada, bob = service.member("Ada"), service.member("Bob")
    first = revision("abc", steps("a"))
    ada.send(first)
    for ask in (
        lambda: bob.send(first),
        lambda: bob.case("abc"),
        lambda: bob.case("unknown"),
        lambda: bob.revision("abc", first.name),
    ):
        with pytest.raises(RefusedByService) as refused:
            ask()
        assert refused.value.status == 403
    assert bob.inbox(0).items == ()


def test_a_coordinator_sees_the_cases_of_the_own_countries(service: RunningService) -> None:
    expert = service.member("Ada")
    expert.send(revision("abc", steps("a")))
    norway = service.member("Nora", Role.COORDINATOR, countries=("NOR",))
    denmark = service.member("Dan", Role.COORDINATOR, countries=("DNK",))
    assert norway.case("abc").country == "NOR"
    with pytest.raises(RefusedByService):
        denmark.case("abc")
