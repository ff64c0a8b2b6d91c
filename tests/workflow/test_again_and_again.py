"""Imported again: what is equal is known, what is alike is asked about, what was done is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.errors import Refused, Way
from assess.exchange.container.age_file import decrypt_with, encrypt_with, is_encrypted
from assess.workflow import Desk, answer, export_case, import_files
from assess.workflow.case.case_transfer import export_folder
from assess.workflow.questionnaire.table_export import every_case, export_tables


def without_id(desk: Desk, case: Assessment, path: Path, **changes: Any) -> Path:
    """Write a case as a file by hand would be: without its id, and perhaps with other answers."""
    export_case(desk, desk.store.assessment(case.case.id), path)
    plain: dict[str, Any] = json.loads(path.read_bytes())
    about = {name: said for name, said in plain["case"].items() if name not in ("id", "created_at")}
    keep = ("format", "version", "catalogue", "organisation", "answers")
    plain = {name: plain[name] for name in keep if name in plain} | {"case": about}
    for given in plain["answers"]:
        if given["question"] in changes:
            given["value"] = changes[given["question"]]
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


@pytest.fixture
def answered(desk: Desk, case: Assessment) -> Assessment:
    answer(desk, case, "legal_form", "association")
    answer(desk, case, "committed_total", 86)
    return desk.store.assessment(case.case.id)


def test_a_case_file_without_an_id_is_known_by_its_content(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    path = without_id(desk, answered, tmp_path / "case.json")
    (first,) = import_files(elsewhere, [path])
    assert first.assessment is not None
    for _ in range(3):
        (again,) = import_files(elsewhere, [path])
        assert again.came == (f"known already as {first.assessment.case.id}; it has nothing new",)
    assert len(elsewhere.store.cases.all()) == 1


def test_one_case_file_with_its_id_is_known_when_it_comes_again(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    export_case(desk, desk.store.assessment(answered.case.id), path)
    import_files(elsewhere, [path])
    (again,) = import_files(elsewhere, [path])
    assert again.came == (f"known already as {answered.case.id}; it has nothing new",)
    assert len(elsewhere.store.cases.all()) == 1


@pytest.mark.parametrize(
    "added",
    [
        {"value": 87},
        {"note": "as counted in May"},
        {"evidence": [{"kind": "link", "location": "https://list.example"}]},
        {"flag": True},
    ],
    ids=lambda added: next(iter(added)),
)
@pytest.mark.parametrize("has_id", [True, False], ids=["with an id", "without an id"])
def test_what_one_file_has_more_is_never_known_already(
    added: dict[str, Any],
    has_id: bool,
    desk: Desk,
    answered: Assessment,
    elsewhere: Desk,
    tmp_path: Path,
) -> None:
    path = without_id(desk, answered, tmp_path / "case.json")
    if has_id:
        export_case(desk, answered, tmp_path / "whole.json")
        path = tmp_path / "whole.json"
    import_files(elsewhere, [path])
    plain = json.loads(path.read_bytes())
    plain["answers"][-1] |= added
    path.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(Refused):
        import_files(elsewhere, [path])


def test_what_somebody_answered_since_makes_no_other_case(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    path = without_id(desk, answered, tmp_path / "case.json")
    (first,) = import_files(elsewhere, [path])
    assert first.assessment is not None
    answer(elsewhere, first.assessment, "committed_total", 90)
    (again,) = import_files(elsewhere, [path])
    assert "known already" in again.came[0]


def test_an_alike_case_is_refused_until_somebody_says_what_it_is(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    import_files(elsewhere, [without_id(desk, answered, tmp_path / "case.json")])
    other = without_id(desk, answered, tmp_path / "other.json", committed_total=99)
    with pytest.raises(Refused, match="it may be the case") as refused:
        import_files(elsewhere, [other])
    assert set(refused.value.ways) == {Way.AS_NEW, Way.INTO}
    assert len(elsewhere.store.cases.all()) == 1
    import_files(elsewhere, [other], as_new=True)
    assert len(elsewhere.store.cases.all()) == 2


def test_equal_and_alike_files_of_one_batch_are_told_apart(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    first = without_id(desk, answered, tmp_path / "1.json")
    same = without_id(desk, answered, tmp_path / "2.json")
    _, second = import_files(elsewhere, [first, same])
    assert second.came == (f"the same case as {first}",)
    other = without_id(desk, answered, tmp_path / "3.json", committed_total=99)
    fresh = [without_id(desk, answered, tmp_path / "4.json", committed_total=5), other]
    with pytest.raises(Refused, match="2 of 2 files cannot be imported"):
        import_files(elsewhere, fresh)


def test_what_export_writes_import_takes(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    export_folder(desk, folder)
    import_files(elsewhere, [folder])
    there = elsewhere.store.assessment(answered.case.id)
    assert there.answers == desk.store.assessment(answered.case.id).answers


def test_an_interrupted_import_goes_on_where_it_was(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    export_folder(desk, folder)
    import_files(elsewhere, [folder])  # stored, and killed before it could say so
    other = without_id(desk, answered, folder / "new.json")
    plain = json.loads(other.read_bytes())
    plain["organisation"]["name"] = "Alpine Timber"
    other.write_text(json.dumps(plain))
    came = [arrived.came[0] for arrived in import_files(elsewhere, [folder])]
    assert f"known already as {answered.case.id}; it has nothing new" in came
    assert len(elsewhere.store.cases.all()) == 2


def test_all_cases_as_json_come_in_again(
    desk: Desk, answered: Assessment, elsewhere: Desk, tmp_path: Path
) -> None:
    export_tables(desk, every_case(desk), tmp_path / "all.json")
    (arrived,) = import_files(elsewhere, [tmp_path / "all.json"])
    assert arrived.came[0] == "1 row: 1 brings a complete case"
    there = elsewhere.store.assessment(answered.case.id)
    assert {name: given.value for name, given in there.answers.items()} == {
        name: given.value for name, given in answered.answers.items()
    }


@pytest.mark.slow
def test_an_armoured_file_opens_with_a_message_around_it() -> None:
    import base64

    sealed = encrypt_with(b"inside", "a passphrase")
    body = base64.encodebytes(sealed).decode().replace("\n", "")
    lines = [body[start : start + 64] for start in range(0, len(body), 64)]
    armour = "\n".join(
        ["-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----"]
    )
    quoted = "\n".join(f"> {line}" for line in armour.split("\n"))
    alone, quoted_below = f"Dear Ann,\n\n{armour}\n\nBest, Bo\n", f"Ann wrote:\n{quoted}\n"
    assert all(is_encrypted(text.encode()) for text in (armour, alone, quoted_below))
    for text in (alone, quoted_below):  # a passphrase is slow on purpose
        assert decrypt_with(text.encode(), "a passphrase", "file.age") == b"inside"
