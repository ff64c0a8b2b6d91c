"""Routing in words."""

from __future__ import annotations

from assess.core.case.routing import dependent_on, why_not_asked
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from tests.notation import answered


def test_a_hidden_question_says_which_answer_hides_it(catalogue: Catalogue) -> None:
    question = catalogue.questions["body_meetings"]
    why = why_not_asked(question, answered(governing_body="no"), catalogue)
    assert why is not None
    assert say(catalogue.questions["governing_body"].label) in say(why)
    assert say(why).endswith("is “no”")


def test_a_question_that_is_asked_says_nothing(catalogue: Catalogue) -> None:
    question = catalogue.questions["body_meetings"]
    assert why_not_asked(question, answered(), catalogue) is None
    assert why_not_asked(question, answered(governing_body="yes"), catalogue) is None


def test_questions_hang_on_a_limit_a_sum_or_a_route(catalogue: Catalogue) -> None:
    on_total = dependent_on("committed_total", catalogue)
    assert {"committed_written", "composition", "participants_150km"} <= set(on_total)
    assert dependent_on("committed_written", catalogue)[0] == "committed_total"
    assert dependent_on("governing_body", catalogue) == ("industry_in_body", "body_meetings")
    assert dependent_on("legal_form", catalogue) == ()
