"""Who may what: the table of roles and actions, every cell of it tried over the line."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from assess.core.submission.exchanged import Answered, AskedQuestion
from assess.core.submission.role import ALLOWED, Action, Role, may
from assess.exchange.submission.service_client import RefusedByService, ServiceClient
from tests.secretariat.service import RunningService, revision, steps

SENT = revision("abc", steps("a"))
QUESTION = UUID(int=7)

E, C, R, B, S, A, M = (
    *(Role.EXPERT, Role.COORDINATOR, Role.REVIEWER, Role.BOARD),
    *(Role.STEWARD, Role.AUDITOR, Role.ADMINISTRATOR),
)
EXPECTED: dict[Action, set[Role]] = {
    Action.SEND: {E},
    Action.READ: {E, C, R, B, A},
    Action.INBOX: {E, C, R, B, A},
    Action.ASK: {C, R},
    Action.ANSWER: {E},
}
"""Written once more by hand: who may take which action."""

TRIED: dict[Action, tuple[Callable[[ServiceClient], object], ...]] = {
    Action.SEND: (lambda client: client.send(revision("new", steps("b", case="new"))),),
    Action.READ: (
        lambda client: client.case("abc"),
        lambda client: client.revision("abc", SENT.name),
    ),
    Action.INBOX: (lambda client: client.inbox(0),),
    Action.ASK: (
        lambda client: client.ask_question(
            "abc", uuid4(), AskedQuestion(revision=SENT.name, text="?")
        ),
        lambda client: client.suggest("abc", uuid4(), AskedQuestion(revision=SENT.name, text="?")),
    ),
    Action.ANSWER: (
        lambda client: client.answer_question(
            "abc", QUESTION, uuid4(), Answered(revision=SENT.name, text="So.")
        ),
    ),
}


def test_the_table_is_the_one_that_was_agreed() -> None:
    assert set(ALLOWED) == set(Role)
    assert set(TRIED) == set(EXPECTED) == set(Action)
    for role in Role:
        assert ALLOWED[role] == {action for action, who in EXPECTED.items() if role in who}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_take_its_actions_and_no_other(service: RunningService, role: Role) -> None:
    service.account("Ada")
    service.laptop("first", "Ada").send(SENT)
    reviewer = service.member("Rita", Role.REVIEWER)
    reviewer.ask_question("abc", QUESTION, AskedQuestion(revision=SENT.name, text="Why?"))
    if role is Role.EXPERT:
        client = service.laptop("second", "Ada")
    else:
        countries = ("NOR",) if role is Role.COORDINATOR else ()
        client = service.member("Somebody", role, countries=countries)
    for action, tries in TRIED.items():
        for attempt in tries:
            if may([role], action):
                attempt(client)
            else:
                with pytest.raises(RefusedByService) as refused:
                    attempt(client)
                assert refused.value.status == 403, (role, action)
    assert client.me().roles == (role,)


def test_only_who_asked_closes_a_question(service: RunningService) -> None:
    expert = service.member("Ada")
    expert.send(SENT)
    rita = service.member("Rita", Role.REVIEWER)
    ruth = service.member("Ruth", Role.REVIEWER)
    question, said = uuid4(), Answered(revision=SENT.name, text="It is clear now.")
    rita.ask_question(
        "abc", question, AskedQuestion(revision=SENT.name, question="founded", text="Why?")
    )
    expert.answer_question("abc", question, uuid4(), said)
    with pytest.raises(RefusedByService) as refused:
        ruth.close_question("abc", question, uuid4(), said)
    assert refused.value.status == 403
    closing = uuid4()
    assert rita.close_question("abc", question, closing, said).is_new
    assert not rita.close_question("abc", question, closing, said).is_new
    with pytest.raises(RefusedByService) as refused:
        expert.answer_question("abc", question, uuid4(), said)
    assert refused.value.code == "closed"
    kinds = [item.kind.value for item in expert.inbox(0).items]
    assert kinds == ["received", "question", "answer", "closing"]


def test_what_is_sent_twice_is_there_once(service: RunningService) -> None:
    expert = service.member("Ada")
    expert.send(SENT)
    rita = service.member("Rita", Role.REVIEWER)
    name, asked = uuid4(), AskedQuestion(revision=SENT.name, question="founded", text="Why?")
    assert rita.ask_question("abc", name, asked).is_new
    assert not rita.ask_question("abc", name, asked).is_new
    with pytest.raises(RefusedByService) as refused:
        rita.ask_question("abc", name, asked.model_copy(update={"text": "How?"}))
    assert refused.value.code == "id"
    assert [item.kind.value for item in expert.inbox(1).items] == ["question"]
