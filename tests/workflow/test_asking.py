"""In which language is asked, as it is kept with the case and with each answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment, Details
from assess.languages import speaking, spoken_language
from assess.languages.message import asked
from assess.languages.speech import asking_language
from assess.languages.translation.look_up import translate_catalogue_from
from assess.locations import indicators_folder
from assess.workflow import Desk, answer, change_details
from assess.workflow.case.answering import remark
from assess.workflow.case.cases import assessment_of
from assess.workflow.case.interview.session import Session
from assess.workflow.case.language.document_language import document_language
from assess.workflow.case.undoing import undo
from assess.workflow.report.batch import write_reports
from assess.workflow.submission.sending import revision_for


@pytest.fixture(autouse=True)
def _translated() -> None:
    translate_catalogue_from(indicators_folder())


def in_language(desk: Desk, case: Assessment, code: str | None) -> Assessment:
    """Ask in a language from now on."""
    now = assessment_of(desk, case.case.id).case
    details = Details.model_validate({**dict(now.details), "asked_in": code})
    change_details(desk, now, now.organisation, details)
    return assessment_of(desk, case.case.id)


def test_each_answer_keeps_the_language_in_which_it_was_asked(desk: Desk, case: Assessment) -> None:
    german = in_language(desk, case, "de")
    answer(desk, german, "staff_fte", 3.5)
    polish = in_language(desk, case, "pl")
    answer(desk, polish, "founded", "2019-05")
    remark(desk, assessment_of(desk, case.case.id), "staff_fte", note="dwa zobowiązania")
    kept = assessment_of(desk, case.case.id)
    assert kept.answer("staff_fte").asked_in == "de"
    assert kept.answer("staff_fte").note_in == "pl"
    assert kept.answer("founded").asked_in == "pl"


def test_the_same_answer_in_another_language_changes_nothing(desk: Desk, case: Assessment) -> None:
    answer(desk, in_language(desk, case, "de"), "staff_fte", 3.5)
    answer(desk, in_language(desk, case, "pl"), "staff_fte", 3.5)
    assert [entry.asked_in for entry in desk.store.answers.history(case.case.id)] == ["de"]


def test_an_answer_that_is_taken_back_has_the_language_it_had(desk: Desk, case: Assessment) -> None:
    answer(desk, in_language(desk, case, "de"), "staff_fte", 3.5)
    answer(desk, in_language(desk, case, "pl"), "staff_fte", 4)
    undone = undo(desk, assessment_of(desk, case.case.id))
    assert undone.assessment.answer("staff_fte").asked_in == "de"


@pytest.mark.parametrize(
    ("chosen", "interface", "kept"),
    [
        (None, "en", None),
        (None, "de", "de"),
        ("en", "de", "en"),
        ("pl", "de", "pl"),
    ],
)
def test_where_none_was_chosen_it_is_that_of_the_screen(
    chosen: str | None, interface: str, kept: str | None, desk: Desk, case: Assessment
) -> None:
    chosen_case = in_language(desk, case, chosen)
    with speaking(interface):
        answer(desk, chosen_case, "staff_fte", 3.5)
    assert assessment_of(desk, case.case.id).answer("staff_fte").asked_in == kept


@pytest.mark.parametrize(
    ("chosen", "shown", "turned"),
    [
        ("de", "Deutsch", "English"),
        ("en", "", ""),
        ("tlh", "", ""),
        (None, "", ""),
    ],
)
def test_a_session_asks_in_the_language_of_its_case_and_turns_to_the_other(
    chosen: str | None, shown: str, turned: str, desk: Desk, case: Assessment
) -> None:
    in_language(desk, case, chosen)
    session = Session(desk, case.case.id)
    title = desk.newest.indicators[0].title
    assert session.asking.name == shown
    assert (asked(title) == title.root["en"]) is (chosen != "de")
    session.asking.turn()
    assert session.asking.name == turned
    assert asked(title) == title.root["en"]
    session.asking.turn()
    assert session.asking.name == shown
    session.close()
    assert asking_language() == spoken_language()


@pytest.mark.parametrize(
    ("chosen", "wished", "interface", "made_in"),
    [
        (None, None, "en", "en"),
        (None, None, "de", "de"),
        ("pl", None, "de", "pl"),
        ("pl", "fr", "de", "fr"),
        ("tlh", None, "de", "de"),
    ],
)
def test_a_document_is_in_the_language_wished_else_in_that_of_asking(
    chosen: str | None,
    wished: str | None,
    interface: str,
    made_in: str,
    desk: Desk,
    case: Assessment,
) -> None:
    asked_case = in_language(desk, case, chosen).case
    with speaking(interface):
        assert document_language(asked_case, wished) == made_in


def test_the_report_of_a_case_is_drafted_in_the_language_in_which_it_is_asked(
    desk: Desk, case: Assessment, tmp_path: Path, templates: Path
) -> None:
    polish = in_language(desk, case, "pl")
    (written,) = write_reports(desk, [polish], templates, tmp_path, ending=".html")
    assert '<html lang="pl"' in written.target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "stated"), [("de", "de"), (None, "en")])
def test_a_case_is_sent_with_the_language_in_which_it_is_asked(
    code: str | None, stated: str, desk: Desk, case: Assessment
) -> None:
    assert revision_for(desk, in_language(desk, case, code)).document["language"] == stated
