"""The case file: refused with every fault, or taken whole; written as it was read."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.catalogue import load
from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import Refused
from assess.exchange.case import case_file
from assess.exchange.case.case_file import CarriedCase
from assess.exchange.case.case_schema import schema
from assess.locations import demonstration_files, indicators_folder
from tests.hand_worked import VALUES
from tests.hand_worked import case_file as handmade
from tests.notation import FIRST, NEWEST, NOON

DEMONSTRATION = sorted(demonstration_files().glob("*.json"))


@pytest.fixture(scope="session")
def catalogue(first_edition: Catalogue) -> Catalogue:
    """The edition with which the case written by hand was made."""
    return first_edition


@pytest.fixture(scope="session")
def editions(first_edition: Catalogue) -> Mapping[str, Catalogue]:
    """The editions with which the cases of the demonstration were made, by their ids."""
    return {FIRST: first_edition, NEWEST: load(indicators_folder())}


def read(plain: Any, catalogue: Catalogue) -> CarriedCase:
    content = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    return case_file.read(content, "case.json", catalogue, now=NOON, new_id="newid")


def faults(plain: Any, catalogue: Catalogue) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        read(plain, catalogue)
    return refused.value.faults


def test_a_whole_file_is_taken(catalogue: Catalogue) -> None:
    found = read(handmade(), catalogue)
    assert {name: answer.value for name, answer in found.assessment.answers.items()} == VALUES
    assert found.assessment.case.organisation.name == "Handmade Wind Cluster"


def test_eleven_faults_of_every_kind_are_all_named_with_their_places(catalogue: Catalogue) -> None:
    plain = handmade()
    answers = plain["answers"]
    place = {answer["question"]: index for index, answer in enumerate(answers)}
    plain["colour"] = "green"
    plain["organisation"]["country"] = "Norway"
    plain["case"]["mode"] = "by letter"
    plain["case"]["pool_consent"] = "yes"
    answers[place["founded"]]["value"] = "May 2015"
    answers[place["committed_written"]]["value"] = 48
    answers[place["financing"]]["value"]["public_eu"] = 130
    answers[place["driving_forces"]]["value"]["public"] = 30
    answers[place["staff_left"]]["remark"] = "two"
    answers[place["steering"]] = {"question": "steering", "status": "not_applicable"}
    answers[place["press_national"]]["question"] = "press_galactic"
    answers[place["requests"]]["value"] = "19"
    assert faults(plain, catalogue) == (
        "organisation.country: 'Norway' is not a three-letter country code such as DNK",
        "case.mode: 'by letter' is not one of these: 'onsite' or 'video'",
        "case.pool_consent: 'yes' is neither true nor false",
        (
            f"answers[{place['founded']}].value: 'May 2015' is not a month; "
            'write it like "2009-05", or the year alone'
        ),
        (
            f"answers[{place['driving_forces']}].value: the parts sum to 110 %, not 100 %: "
            "10 % too much"
        ),
        f"answers[{place['staff_left']}].remark: there is no field of this name",
        f"answers[{place['financing']}].value.public_eu: 130 is more than 100",
        f"answers[{place['steering']}].reason: not_applicable needs a reason",
        f"answers[{place['requests']}].value: '19' is not a number",
        f"answers[{place['press_national']}].question: there is no question 'press_galactic'",
        "colour: there is no field of this name",
    )


def changed(path: str, value: Any) -> dict[str, Any]:
    """Give the handmade file with one place changed; `...` removes it."""
    plain: Any = handmade()
    here = plain
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        here = here[step]
    if value is ...:
        del here[last]
    else:
        here[last] = value
    return plain  # type: ignore[no-any-return]  # JSON


ANSWER = {"question": "founded", "status": "answered", "value": "2015-04"}

ONE_FAULT = [
    ("catalogue", ..., "catalogue: this field is missing"),
    (
        "catalogue",
        "1999.9",
        "catalogue: the case was made with '1999.9', but '2026.1' is loaded",
    ),
    ("organisation", ..., "organisation: this field is missing"),
    ("organisation.name", " ", "organisation.name: the text is empty"),
    ("organisation.name", 7, "organisation.name: 7 is not a text"),
    (
        "organisation.website",
        "javascript:alert(1)",
        "organisation.website: 'javascript:alert(1)' is not the address of a page",
    ),
    ("case", "x", "case: 'x' is not an object"),
    ("case.expert", ..., "case.expert: this field is missing"),
    (
        "case.interview_date",
        20261102,
        "case.interview_date: 20261102 is not a day; write it like 2026-11-02",
    ),
    (
        "case.interview_date",
        "2026-02-30",
        "case.interview_date: '2026-02-30' is not a day; write it like 2026-11-02",
    ),
    (
        "case.id",
        "../../etc",
        "case.id: '../../etc' may only have letters, digits, hyphens, underscores and points",
    ),
    ("answers", {}, "answers: {} is not a list"),
    ("answers.0", 5, "answers[0]: 5 is not an object"),
    ("answers.0.status", "perhaps", "answers[0].status: 'perhaps' is not one of these: 'answered'"),
    ("answers.0.value", None, "answers[0].value: an answered question needs a value"),
    (
        "answers.0",
        {**ANSWER, "status": "dont_know"},
        "answers[0].value: a question that is dont_know has no value",
    ),
    (
        "answers.0",
        {"question": "founded", "status": "skipped"},
        "answers[0].status: the status is “skipped”, but the earlier answers ask this question",
    ),
    ("answers.1", ANSWER, "answers[1].question: founded is already at answers[0]"),
    ("answers.0.at", "yesterday", "answers[0].at: 'yesterday' is not a time"),
    ("answers.0.flag", 1, "answers[0].flag: 1 is neither true nor false"),
    ("answers.0.value", "2015-04\n", "answers[0].value: '2015-04\\n' is not a month"),
    ("answers.0.value", "٢٠١٥", "answers[0].value: '٢٠١٥' is not a month"),
    ("answers.0.value", "2026-12", "answers[0].value: 2026-12 is after the interview (2026-11)"),
    ("history", [{"question": "colour"}], "history[0].question: there is no question 'colour'"),
    ("history", [{**ANSWER, "value": [1]}], "history[0].value: [1] is not a month"),
    ("drafts", {"colour": "gr"}, "drafts.colour: there is no question of this name"),
    ("drafts", {"founded": 5}, "drafts.founded: 5 is not a text"),
    (
        "verdicts",
        [{"criterion": "E9", "verdict": "met"}],
        "verdicts[0].criterion: there is no criterion 'E9'",
    ),
    (
        "states",
        [{"state": "finished"}],
        "case.state: in_progress, but the last state is finished",
    ),
]


@pytest.mark.parametrize(("path", "value", "fault"), ONE_FAULT, ids=lambda one: str(one)[:40])
def test_one_fault_is_named_alone(path: str, value: Any, fault: str, catalogue: Catalogue) -> None:
    (found,) = faults(changed(path, value), catalogue)
    assert found.startswith(fault)


NO_CASE_FILE = [
    (b"", "is not a case file"),
    (b"[]", "it is not one object in braces"),
    (b"{", "is not a case file"),
    (b'{"format": "\xff"}', "not written in UTF-8 (byte 12)"),
    (b'{"format": "other"}', 'does not say "format": "assess-case"'),
    (
        b'{"format": "assess-case", "version": 8}',
        "has version 8; this program reads versions 1 to 7",
    ),
    (b'{"format": "assess-case", "version": true}', "has version true"),
    (b'{"a": 1, "a": 2}', "the field 'a' is twice"),
    (b'{"a": NaN}', "NaN is not a JSON number"),
    (b'{"a": 1e999}', "the number 1e999 is too large"),
    (b'{"a": 1' + b"0" * 400 + b"}", "is too large"),
    (b'{"a": "\\ud800"}', "contains an incomplete character"),
    (b'{"a":' * 60 + b"1" + b"}" * 60, "nested more than 40 levels deep"),
    (b'{"a":' * 100_000, "is not a case file"),
]


@pytest.mark.parametrize(("content", "sentence"), NO_CASE_FILE, ids=lambda one: str(one)[:30])
def test_what_is_no_case_file_is_refused_in_a_sentence(
    content: bytes, sentence: str, catalogue: Catalogue
) -> None:
    with pytest.raises(Refused) as refused:
        read(content, catalogue)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


FILE = b"Minutes of the founding meeting"
DIGEST = sha256(FILE).hexdigest()


def with_file(**changes: Any) -> dict[str, Any]:
    """Give a file of version 2, with working time and the copy of a file behind one answer."""
    plain = handmade()
    evidence = {"kind": "file", "location": "/home/ada/minutes.pdf", "sha256": DIGEST}
    plain["answers"][0]["evidence"] = [{**evidence, "size": len(FILE), "stored": True}]
    spell = {"question": "founded", "started_at": "2026-11-02T09:00:00Z"}
    return {
        **plain,
        "version": 2,
        "time": [{**spell, "ended_at": "2026-11-02T09:04:00Z"}],
        "files": {DIGEST: b64encode(FILE).decode()},
        **changes,
    }


def test_time_and_copies_of_files_travel_in_version_2(catalogue: Catalogue) -> None:
    found = read(with_file(), catalogue)
    assert found.files == {DIGEST: FILE}
    assert found.time[0].length.seconds == 240
    assert found.assessment.answer("founded").evidence[0].stored
    text = case_file.write(found, catalogue)
    assert json.loads(text)["version"] == 2
    assert case_file.write(read(text.encode(), catalogue), catalogue) == text


def test_a_file_says_the_oldest_version_that_has_all_its_fields(catalogue: Catalogue) -> None:
    assert json.loads(case_file.write(read(handmade(), catalogue), catalogue))["version"] == 1
    older = with_file(version=1)
    assert faults(older, catalogue) == (
        "time: there is no field of this name",
        "files: there is no field of this name",
    )


def test_a_copy_that_did_not_travel_is_not_said_to_be_there(catalogue: Catalogue) -> None:
    plain = with_file()
    del plain["files"]
    assert not read(plain, catalogue).assessment.answer("founded").evidence[0].stored


OF_VERSION_2 = [
    ({"files": {DIGEST: "!"}}, f"files.{DIGEST}: it is not written in Base64"),
    ({"files": {DIGEST: "YQ=="}}, f"files.{DIGEST}: the content has another SHA-256"),
    ({"files": {DIGEST: 5}}, f"files.{DIGEST}: 5 is not a text"),
    (
        {"files": {sha256(b"a").hexdigest(): "YQ=="}},
        f"files.{sha256(b'a').hexdigest()}: no evidence and no edition refers to this file",
    ),
    (
        {
            "time": [
                {
                    "question": "founded",
                    "started_at": "2026-11-02T09:00:00Z",
                    "ended_at": "2026-11-02T08:00:00Z",
                }
            ]
        },
        "time[0].ended_at: it ends before it starts",
    ),
    ({"time": [{"question": "founded"}]}, "time[0].started_at: this field is missing"),
]


@pytest.mark.parametrize(("changes", "fault"), OF_VERSION_2, ids=lambda one: str(one)[:30])
def test_a_fault_of_version_2_is_named(
    changes: dict[str, Any], fault: str, catalogue: Catalogue
) -> None:
    assert fault in faults(with_file(**changes), catalogue)


AGREED = {"key": "age.young", "owner": "Ada", "due": "2027-03", "aim": "40"}


def test_the_action_plan_travels_in_version_5(catalogue: Catalogue) -> None:
    plain = {**handmade(), "version": 5, "plan": [AGREED, {**AGREED, "state": "done"}]}
    found = read(plain, catalogue)
    assert [entry.state for entry in found.plan] == ["open", "done"]
    text = case_file.write(found, catalogue)
    assert json.loads(text)["version"] == 5
    assert case_file.write(read(text.encode(), catalogue), catalogue) == text
    assert faults({**plain, "version": 4}, catalogue) == ("plan: there is no field of this name",)


def test_an_edit_of_the_message_needs_version_5(catalogue: Catalogue) -> None:
    edit = {"about": "message", "key": "message", "finding": "In our words."}
    found = read({**handmade(), "version": 5, "edits": [edit]}, catalogue)
    assert json.loads(case_file.write(found, catalogue))["version"] == 5


OF_PLAN = [
    ({"due": "2027-13"}, "plan[0].due: '2027-13' is not a month; write it like 2027-03"),
    ({"due": "0000-01"}, "plan[0].due: '0000-01' is not a month; write it like 2027-03"),
    ({"due": "spring"}, "plan[0].due: 'spring' is not a month; write it like 2027-03"),
    ({"measure": "age:height"}, "plan[0].measure: there is no measure 'age:height'"),
    (
        {"state": "later"},
        "plan[0].state: 'later' is not one of these: 'open', 'under_way', 'done' or 'dropped'",
    ),
    ({"colour": 1}, "plan[0].colour: there is no field of this name"),
]


@pytest.mark.parametrize(("changes", "fault"), OF_PLAN, ids=lambda each: str(each)[:30])
def test_a_fault_of_the_action_plan_is_named(
    changes: dict[str, Any], fault: str, catalogue: Catalogue
) -> None:
    plain = {**handmade(), "version": 5, "plan": [{**AGREED, **changes}]}
    assert fault in faults(plain, catalogue)


def test_a_wrong_answer_accuses_no_other(catalogue: Catalogue) -> None:
    found = faults(changed("answers.7.value", True), catalogue)
    assert found == ("answers[7].value: True is not a number",)


def test_register_entries_of_another_case_are_refused(catalogue: Catalogue) -> None:
    plain = json.loads(next(one for one in DEMONSTRATION if one.stem == "nullfjord").read_bytes())
    plain["register"][0]["case"] = "other"
    plain["register"][1]["synthetic"] = False
    assert faults(plain, catalogue) == (
        "register[0].case: 'other' is not the id of this case",
        "register[1].synthetic: it differs from the case",
    )


def test_the_words_of_the_catalogue_are_checked_whatever_else_is_wrong(
    catalogue: Catalogue,
) -> None:
    plain = handmade()
    plain["organisation"] = {"country": "NO", "website": "javascript:alert(1)", "colour": 1}
    plain["case"] |= {"portfolio": "Cheese", "mode": "by letter"}
    plain["answers"][0]["value"] = "2026-12"
    found = faults(plain, catalogue)
    assert [one.partition(":")[0] for one in found] == [
        "organisation.name",
        "organisation.colour",
        "organisation.country",
        "organisation.website",
        "case.mode",
        "case.portfolio",
        "answers[0].value",
    ]


def test_skipped_is_taken_where_the_routing_says_the_same(catalogue: Catalogue) -> None:
    skipped = {"question": "request_origin", "status": "skipped"}
    found = read(handmade(requests=0, request_origin=skipped), catalogue)
    assert found.assessment.answer("request_origin").status is Status.NOT_REACHED


def test_a_moment_without_a_time_zone_is_taken_as_utc(catalogue: Catalogue) -> None:
    found = read(changed("answers.0.at", "2026-11-02T10:00:00"), catalogue)
    assert found.assessment.answer("founded").at == datetime(2026, 11, 2, 10, tzinfo=UTC)


def test_a_file_without_an_id_gets_a_new_one(catalogue: Catalogue) -> None:
    assert read(changed("case.id", ...), catalogue).assessment.case.id == "newid"


def test_a_file_with_a_byte_order_mark_is_read(catalogue: Catalogue) -> None:
    found = read(b"\xef\xbb\xbf" + json.dumps(handmade()).encode(), catalogue)
    assert found.assessment.value("founded") == "2015-04"


@pytest.mark.parametrize("path", DEMONSTRATION, ids=lambda path: path.stem)
def test_the_files_of_the_demonstration_are_written_as_they_were_read(
    path: Path, editions: Mapping[str, Catalogue]
) -> None:
    text = path.read_text(encoding="utf-8")
    edition = editions[json.loads(text)["catalogue"]]
    assert case_file.write(read(text.encode(), edition), edition) == text


def test_a_known_contradiction_travels_as_an_open_point(catalogue: Catalogue) -> None:
    carried = read(handmade(), catalogue)
    fewer = Answer(question="committed_total", status=Status.ANSWERED, value=40, at=NOON)
    contradictory = CarriedCase(assessment=carried.assessment.with_answer(fewer))
    text = case_file.write(contradictory, catalogue)
    known = [one["question"] for one in json.loads(text)["answers"] if "contradiction" in one]
    assert known == ["committed_written"]
    again = read(text.encode(), catalogue)
    assert again.assessment.value("committed_written") == 41
    assert case_file.write(again, catalogue) == text


def test_a_stated_contradiction_excuses_no_wrong_value(catalogue: Catalogue) -> None:
    wrong = {"question": "committed_written", "value": "many", "contradiction": True}
    (found,) = faults(handmade(committed_written=wrong), catalogue)
    assert found.endswith("'many' is not a number")


def test_an_answer_that_the_routing_hides_is_kept_in_the_history(catalogue: Catalogue) -> None:
    carried = read(handmade(requests=0), catalogue)
    text = case_file.write(carried, catalogue)
    plain = json.loads(text)
    assert "request_origin" not in [one["question"] for one in plain["answers"]]
    assert [one["question"] for one in plain["history"]] == ["request_origin"]
    again = read(text.encode(), catalogue)
    assert [one.question for one in again.history] == ["request_origin"]


def test_an_earlier_answer_equal_to_the_newest_is_not_lost(catalogue: Catalogue) -> None:
    assessment = read(handmade(), catalogue).assessment
    newest = assessment.answer("legal_form")
    other = newest.changed(value="foundation")
    carried = CarriedCase(assessment=assessment, history=(newest, other, newest))
    history = json.loads(case_file.write(carried, catalogue))["history"]
    assert [one["value"] for one in history] == ["association", "foundation"]


def test_the_schema_takes_the_files_of_the_demonstration(
    editions: Mapping[str, Catalogue],
) -> None:
    for path in DEMONSTRATION:
        content = json.loads(path.read_bytes())
        described = schema(editions[content["catalogue"]])
        jsonschema.Draft202012Validator(described).validate(content)


def test_the_schema_takes_what_is_written_and_refuses_what_is_wrong(catalogue: Catalogue) -> None:
    described = schema(catalogue)
    jsonschema.Draft202012Validator.check_schema(described)
    validator = jsonschema.Draft202012Validator(described)
    validator.validate(handmade())
    validator.validate(with_file())
    for wrong in (
        changed("answers.0.value", 5),
        changed("answers.4.value.public", 130),
        changed("answers.0.question", "colour"),
        changed("answers.0.colour", "green"),
        changed("case.mode", "by letter"),
        changed("organisation.website", "javascript:alert(1)"),
        changed("case", ...),
    ):
        assert not validator.is_valid(wrong)
    jsonschema.Draft202012Validator.check_schema(schema())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["founded", "answered", "2026-11-02", "met", "finished", "E1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["question", "value", "state", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def nearly_right(draw: st.DrawFn) -> dict[str, Any]:
    """Give a case file in which something, somewhere, was replaced by anything."""
    plain: Any = json.loads(draw(st.sampled_from(DEMONSTRATION)).read_bytes())
    for _ in range(draw(st.integers(1, 3))):
        here, steps = plain, draw(st.integers(1, 4))
        for step in range(steps):
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if step == steps - 1 or not isinstance(here[key], dict | list):
                here[key] = draw(JSON)
                break
            here = here[key]
    return plain  # type: ignore[no-any-return]  # JSON


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(nearly_right())
def test_whatever_a_file_says_it_is_refused_in_words_or_written_again_the_same(
    editions: Mapping[str, Catalogue], plain: dict[str, Any]
) -> None:
    stated = plain.get("catalogue")
    catalogue = editions[stated if isinstance(stated, str) and stated in editions else FIRST]
    try:
        found = read(plain, catalogue)
    except Refused:
        return
    text = case_file.write(found, catalogue)
    assert case_file.write(read(text.encode(), catalogue), catalogue) == text


def test_the_language_of_the_case_of_answers_and_of_notes_travels_in_version_7(
    catalogue: Catalogue,
) -> None:
    plain = handmade()
    plain["version"] = 7
    plain["case"]["asked_in"] = "pl"
    plain["answers"][0] |= {"asked_in": "de", "note": "Zwei Zusagen", "note_in": "de"}
    carried = read(plain, catalogue)
    assert carried.assessment.case.details.asked_in == "pl"
    first = carried.assessment.answers[plain["answers"][0]["question"]]
    assert (first.asked_in, first.note_in) == ("de", "de")
    said = json.loads(case_file.write(carried, catalogue))
    assert said["version"] == 7
    assert said["case"]["asked_in"] == "pl"
    assert said["answers"][0]["note_in"] == "de"


def test_what_is_no_code_of_a_language_is_refused(catalogue: Catalogue) -> None:
    plain = handmade()
    plain["version"] = 7
    plain["case"]["asked_in"] = "Deutsch!"
    assert len(faults(plain, catalogue)) == 1
