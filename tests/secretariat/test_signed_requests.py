"""Signatures of requests: missing, altered, replayed, of an unknown or a revoked device."""

from __future__ import annotations

import http.client
from dataclasses import replace

import pytest

from assess.core.submission.exchanged import Enrolment, Problem
from assess.exchange.submission.service_client import RefusedByService
from assess.exchange.submission.signed_request import NONCE_HEADER, SCHEME, sign_request
from assess.secretariat import keeping
from assess.secretariat.service.nonce import LIFETIME, NonceMint
from assess.signature import SigningKey
from tests.secretariat.service import RunningService, revision, steps

ME = "/v1/me"


class Line:
    """A line to the service, over which anything can be sent."""

    def __init__(self, service: RunningService) -> None:
        """Open it when something is sent."""
        self.host = service.url.partition("//")[2]

    def say(
        self, method: str, path: str, header: str = "", body: bytes = b"", host: str = ""
    ) -> tuple[int, Problem | None, str]:
        """Send a request; give the status, what is told, and the next nonce."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        headers = {"Host": host or self.host} | ({"Authorization": header} if header else {})
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        problem = Problem.model_validate_json(content) if answer.status >= 400 else None
        nonce = answer.headers.get(NONCE_HEADER) or (problem.nonce if problem else "") or ""
        return answer.status, problem, nonce

    def nonce(self) -> str:
        """Ask for a fresh nonce."""
        return self.say("GET", ME)[2]


@pytest.fixture
def line(service: RunningService) -> Line:
    return Line(service)


@pytest.fixture
def key(service: RunningService) -> SigningKey:
    """The key of a device that is known."""
    service.member("Ada")
    return service.key("Ada")


def test_a_request_without_a_signature_gets_a_nonce(line: Line) -> None:
    status, problem, nonce = line.say("GET", ME)
    assert status == 401
    assert problem is not None
    assert problem.code == "nonce"
    assert nonce


def test_a_signature_is_good_once(line: Line, key: SigningKey) -> None:
    header = sign_request(key, "GET", line.host, ME, b"", line.nonce()).header
    assert line.say("GET", ME, header)[0] == 200
    status, problem, nonce = line.say("GET", ME, header)
    assert (status, problem.code if problem else "") == (401, "nonce")
    assert line.say("GET", ME, sign_request(key, "GET", line.host, ME, b"", nonce).header)[0] == 200


def test_what_was_altered_after_signing_is_refused(line: Line, key: SigningKey) -> None:
    for method, host, path, body in (
        ("PUT", line.host, ME, b""),
        ("GET", "elsewhere.example", ME, b""),
        ("GET", line.host, "/v1/inbox?after=0", b""),
        ("GET", line.host, ME, b"{}"),
    ):
        said = sign_request(key, method, host, path, body, line.nonce())
        status, problem, _ = line.say("GET", ME, said.header)
        assert (status, problem.code if problem else "") == (401, "signature"), path


def test_a_request_that_was_signed_for_another_service_is_refused(
    line: Line, key: SigningKey
) -> None:
    said = sign_request(key, "GET", "elsewhere.example", ME, b"", line.nonce())
    status, problem, _ = line.say("GET", ME, said.header, host="elsewhere.example")
    assert (status, problem.code if problem else "") == (401, "signature")


def test_a_header_of_another_kind_is_refused(line: Line) -> None:
    for header in (
        "Basic YTpi",
        SCHEME,
        f"{SCHEME} key=00, nonce=a, signature=00",
        f"{SCHEME} key={'1' * 64}, nonce=a, signature={'1' * 128}",
    ):
        status, problem, _ = line.say("GET", ME, header)
        assert (status, problem.code if problem else "") == (401, "signature"), header


def test_a_signature_of_another_key_is_refused(
    service: RunningService, line: Line, key: SigningKey
) -> None:
    said = sign_request(service.key("stranger"), "GET", line.host, ME, b"", line.nonce())
    status, problem, _ = line.say("GET", ME, replace(said, key=key.public).header)
    assert (status, problem.code if problem else "") == (401, "signature")
    status, problem, _ = line.say("GET", ME, said.header)
    assert (status, problem.code if problem else "") == (401, "device")


def test_a_nonce_that_the_service_did_not_make_is_refused(line: Line, key: SigningKey) -> None:
    for nonce in ("none", "A" * 43, NonceMint(key, lambda: 0).make()):
        header = sign_request(key, "GET", line.host, ME, b"", nonce).header
        status, problem, _ = line.say("GET", ME, header)
        assert (status, problem.code if problem else "") == (401, "nonce")


def test_a_nonce_is_good_for_some_minutes_of_the_services_clock(key: SigningKey) -> None:
    made = NonceMint(key, lambda: 1_000_000).make()
    assert NonceMint(key, lambda: 1_000_000 + LIFETIME).raw(made)
    assert NonceMint(key, lambda: 1_000_001 + LIFETIME).raw(made) is None


def test_a_revoked_device_is_refused_at_once(service: RunningService) -> None:
    service.account("Ada")
    office, home = service.laptop("office", "Ada"), service.laptop("home", "Ada")
    with keeping.office(service.database) as rows:
        stolen = next(device for device in keeping.devices(rows) if device.name == "office")
        keeping.revoke_device(rows, str(stolen.id)[:8])
    with pytest.raises(RefusedByService) as refused:
        office.me()
    assert refused.value.code == "device"
    assert home.me().name == "Ada"
    with keeping.office(service.database) as rows:
        keeping.close_account(rows, keeping.account_called(rows, "Ada"))
    with pytest.raises(RefusedByService):
        home.me()


def test_a_code_enrols_one_device_once(service: RunningService) -> None:
    service.account("Ada")
    code = service.code("Ada")
    first = service.client("office").enrol(Enrolment(code=code, name="office"))
    again = service.client("office").enrol(Enrolment(code=code, name="office"))
    assert again.device == first.device  # the first answer may have been lost
    for wrong in (code, "22222-22222-22222-22222"):
        with pytest.raises(RefusedByService) as refused:
            service.client("other").enrol(Enrolment(code=wrong, name="other"))
        assert refused.value.code == "code"


def test_a_revoked_device_does_not_come_back_by_its_old_code(service: RunningService) -> None:
    service.account("Ada")
    code = service.code("Ada")
    client = service.client("office")
    client.enrol(Enrolment(code=code, name="office"))
    with keeping.office(service.database) as rows:
        keeping.revoke_device(rows, str(keeping.devices(rows)[0].id))
    for said in (code, service.code("Ada")):
        with pytest.raises(RefusedByService):
            client.enrol(Enrolment(code=said, name="office"))


def test_a_document_is_signed_by_the_device_that_sends_it(service: RunningService) -> None:
    ada = service.member("Ada")
    sent = revision("abc", steps("a"))
    path = f"/v1/cases/abc/revisions/{sent.name}"
    forged = service.key("stranger").sign(sent.content).hex()
    for headers in ({"Assess-Signature": forged}, {"Assess-Signature": "x"}, {}):
        answer = ada.ask("PUT", path, sent.content, headers)
        assert answer.status == 422
        assert b'"signature"' in answer.content
    with pytest.raises(RefusedByService):
        ada.case("abc")


def test_a_document_of_another_name_or_form_is_refused(service: RunningService) -> None:
    ada = service.member("Ada")
    sent = revision("abc", steps("a"))
    other = revision("abc", steps("a", "b"))
    signature = {"Assess-Signature": service.key("Ada").sign(sent.content).hex()}
    for content in (other.content, b"[]", b"{", b'{"a":1,"a":2}', b"[" * 100_000, b"\xff"):
        answer = ada.ask("PUT", f"/v1/cases/abc/revisions/{sent.name}", content, signature)
        assert answer.status == 422, content[:20]
    with pytest.raises(RefusedByService):
        ada.case("abc")
