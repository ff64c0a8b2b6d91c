"""What is hashed and signed has one form, and an entry keeps its hash when a field is closed."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.record.canonical import canonical, canonical_document
from assess.core.record.entry import (
    FIRST,
    RecordEntry,
    closed,
    commitment,
    entry_hash,
    field_salt,
    new_seed,
    next_link,
)
from assess.core.record.past import Past, PastStep, Relation, heads_text

SEED = "000102030405060708090a0b0c0d0e0f"


@pytest.mark.parametrize(
    ("document", "form"),
    [
        ('{ "b": 1, "a": [1.50, -0, 1E5, 10000000000000000000000] }', None),
        ('{"a":"Øresund – \\u00e6 \\u2028 \\" \\\\ \\n \\u0001"}', None),
        ('{"é":1,"z":2,"Z":3,"":4}', '{"":4,"Z":3,"z":2,"é":1}'),
        ("[true,false,null,{},[]]", "[true,false,null,{},[]]"),
    ],
)
def test_a_document_has_one_form_with_its_numbers_as_they_are_written(
    document: str, form: str | None
) -> None:
    forms = {
        '{ "b": 1, "a": [1.50, -0, 1E5, 10000000000000000000000] }': (
            '{"a":[1.50,-0,1E5,10000000000000000000000],"b":1}'
        ),
        '{"a":"Øresund – \\u00e6 \\u2028 \\" \\\\ \\n \\u0001"}': (
            '{"a":"Øresund – æ \u2028 \\" \\\\ \\n \\u0001"}'
        ),
    }
    assert canonical_document(document).decode() == (form or forms[document])


@pytest.mark.parametrize("document", ['{"a":1,"a":2}', "[NaN]", "[Infinity]", "{", ""])
def test_what_has_no_one_meaning_has_no_form(document: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        canonical_document(document)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(PLAIN)
def test_values_and_the_document_that_states_them_have_the_same_form(value: object) -> None:
    form = canonical(value)
    assert canonical_document(form) == form
    assert canonical_document(json.dumps(value)) == form
    assert json.loads(form) == value


def test_the_vectors() -> None:
    """Worked out with SHA-256 alone, so that another program can check itself by them."""
    salt = hashlib.sha256(bytes.fromhex(SEED) + b"value").digest()[:16]
    assert field_salt(bytes.fromhex(SEED), "value") == salt
    of_value = hashlib.sha256(salt + b"value" + b"\0" + b"73").hexdigest()
    assert commitment(salt, "value", 73) == of_value
    head = (
        '{"at":"2026-11-02T12:00:00+00:00","before":"","case":"case0001",'
        f'"fields":{{"value":"{of_value}"}},"kind":"answer"}}'
    )
    digest = hashlib.sha256(head.encode()).hexdigest()
    entry = RecordEntry(
        "case0001", "answer", "2026-11-02T12:00:00+00:00", FIRST, {"value": 73}, SEED
    )
    assert entry.hash == digest
    assert digest == "82da059812c272b4f22cb60305fe28db4c26d615e871fd6679a83d9c145d822b"
    assert next_link(FIRST, digest) == hashlib.sha256(f" {digest}".encode()).hexdigest()


@settings(max_examples=50)
@given(
    st.dictionaries(st.text("abc.", min_size=1, max_size=4), PLAIN, max_size=4),
    st.text(max_size=9),
)
def test_the_hash_is_over_the_canonical_json_of_the_commitments(
    fields: dict[str, object], kind: str
) -> None:
    entry = RecordEntry("c", kind, "t", "b", fields, SEED)
    head = {"at": "t", "before": "b", "case": "c", "kind": kind, "fields": entry.commitments}
    assert entry.hash == hashlib.sha256(canonical(head)).hexdigest()
    assert entry_hash("c", kind, "t", "b", entry.commitments) == entry.hash


def test_a_closed_field_is_gone_and_the_hash_stays() -> None:
    fields = {"status": "answered", "value": 73, "note": "about Kari"}
    entry = RecordEntry("c", "answer", "t", FIRST, fields, new_seed())
    without = closed(entry, {"note", "unknown"})
    assert without.hash == entry.hash
    assert without.fields == {"status": "answered", "value": 73}
    assert without.seed is None, "from it the salt of the note would follow"
    assert without.salts.keys() == {"status", "value"}
    again = closed(without, {"value"})
    assert again.hash == entry.hash
    assert again.closed.keys() == {"note", "value"}
    assert closed(again, {"note"}) == again
    assert (
        RecordEntry("c", "answer", "t", FIRST, {**fields, "value": 74}, entry.seed).hash
        != entry.hash
    )


def test_two_entries_that_say_the_same_have_other_hashes() -> None:
    first, second = (
        RecordEntry("c", "answer", "t", FIRST, {"value": 1}, new_seed()) for _ in range(2)
    )
    assert first.hash != second.hash, "a guess of an erased value cannot be confirmed"


OLD = heads_text({"answer": "x", "details": "y"})
SHARED = (PastStep("p1", ""), PastStep("p2", "p1"))


@pytest.mark.parametrize(
    ("steps", "here", "there", "relation"),
    [
        (SHARED, "p2", "p2", Relation.SAME),
        (SHARED, "p2", "p1", Relation.OLDER),
        (SHARED, "p1", "p2", Relation.NEWER),
        ((*SHARED, PastStep("a", "p2"), PastStep("b", "p2")), "a", "b", Relation.FORKED),
        ((PastStep("a", ""), PastStep("b", "")), "a", "b", Relation.STRANGE),
        (
            (*SHARED, PastStep("a", "p2"), PastStep("b", "p2"), PastStep("m", "a", other="b")),
            "b",
            "m",
            Relation.NEWER,
        ),
        ((PastStep("a", "", heads=OLD), PastStep("b", "", heads=OLD)), "a", "b", Relation.SAME),
        (
            (PastStep("a", "", heads=OLD), PastStep("b", "", heads=OLD), PastStep("b2", "b")),
            "a",
            "b2",
            Relation.NEWER,
        ),
        (
            (
                PastStep("a", "", heads=OLD),
                PastStep("b", "", heads=OLD),
                PastStep("b2", "b"),
                PastStep("a2", "a"),
            ),
            "a2",
            "b2",
            Relation.FORKED,
        ),
    ],
)
def test_how_two_copies_stand_to_each_other(
    steps: tuple[PastStep, ...], here: str, there: str, relation: Relation
) -> None:
    assert Past(steps).relation(here, there) is relation


def test_a_merge_brings_nothing_of_the_other_copy_into_force() -> None:
    past = Past((*SHARED, PastStep("a", "p2"), PastStep("b", "p2"), PastStep("m", "a", other="b")))
    assert past.line("m") == ["p1", "p2", "a", "m"]
    assert past.all_before("m") == {"p1", "p2", "a", "b", "m"}
