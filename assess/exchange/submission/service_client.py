"""The laptop's side of the service over HTTP: signed requests, and answers read by their models."""

from __future__ import annotations

import gzip
import http.client
import ssl
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from pydantic import ValidationError

from assess.core.submission.course import ReviewStep
from assess.core.submission.exchanged import (
    Answered,
    AskedQuestion,
    AssignableExperts,
    BoundStep,
    CaseReview,
    CaseView,
    DeclaredInterest,
    Enrolled,
    Enrolment,
    Inbox,
    KnownDevice,
    Noted,
    Problem,
    Queue,
    Received,
    StepTaken,
)
from assess.core.submission.revision import CaseRevision, read_revision
from assess.core.text.value import Value
from assess.errors import AssessError, Unreachable
from assess.exchange.submission.signed_request import NONCE_HEADER, sign_request
from assess.languages import gettext
from assess.signature import SigningKey, is_signed

V = TypeVar("V", bound=Value)

PATIENCE = 30.0
"""Seconds to wait for an answer."""

LARGEST_ANSWER = 64 * 2**20
_PACKED_FROM = 1000
_TRIES_WITH_A_NONCE = 3


class RefusedByService(AssessError):
    """The service does not do it, and says why."""

    def __init__(self, status: int, problem: Problem) -> None:
        """Keep the status and the code, for whoever knows what to do."""
        self.status = status
        self.code = problem.code
        super().__init__(gettext("The secretariat refuses it: {reason}", reason=problem.message))


@dataclass(frozen=True)
class ServiceAnswer:
    """What the service answered."""

    status: int
    headers: dict[str, str]
    content: bytes


class PublishedSnapshot(NamedTuple):
    """What was published, by its name."""

    name: str
    """The SHA-256 of its content."""
    content: bytes


class ServiceClient:
    """A connection to a service, which is opened when something is asked, and then kept."""

    def __init__(self, url: str, key: SigningKey, *, patience: float = PATIENCE) -> None:
        """Take the address of the service and the key of this device.

        Raises AssessError for what is no address, or one that would not be encrypted.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
            raise AssessError(
                gettext(
                    "{url} is not the address of a secretariat; it begins with https://.", url=url
                )
            )
        if parts.scheme == "http" and not _is_this_machine(parts.hostname):
            raise AssessError(
                gettext(
                    "{url} is not encrypted; only a service on this machine is reached by http://.",
                    url=url,
                )
            )
        self._is_secret = parts.scheme == "https"
        self._host = parts.netloc.rpartition("@")[2].lower()
        self._prefix = parts.path.rstrip("/")
        self._key = key
        self._patience = patience
        self._connection: http.client.HTTPConnection | None = None
        self._nonce = "none"

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def enrol(self, enrolment: Enrolment) -> Enrolled:
        """Make this device known by a code."""
        return self._read(Enrolled, self.ask("POST", "/v1/devices", _json(enrolment)))

    def me(self) -> KnownDevice:
        """Ask how this device is known."""
        return self._read(KnownDevice, self.ask("GET", "/v1/me"))

    def send(self, revision: CaseRevision) -> Received:
        """Send a revision; also where it is behind or forked, what the service says comes back."""
        path = f"/v1/cases/{revision.case}/revisions/{revision.name}"
        signature = self._key.sign(revision.content).hex()
        answer = self.ask("PUT", path, revision.content, {"Assess-Signature": signature})
        if answer.status == 409 and b'"standing"' in answer.content:
            return Received.model_validate_json(answer.content)
        return self._read(Received, answer)

    def case(self, case: str) -> CaseView:
        """Ask where a case stands."""
        return self._read(CaseView, self.ask("GET", f"/v1/cases/{case}"))

    def revision(self, case: str, name: str) -> CaseRevision:
        """Fetch a revision; AssessError where it is not the one of that name, or not signed."""
        answer = self.ask("GET", f"/v1/cases/{case}/revisions/{name}")
        if answer.status != 200:
            raise _refusal(answer)
        try:
            found = read_revision(answer.content)
            key = bytes.fromhex(answer.headers.get("assess-key", ""))
            signature = bytes.fromhex(answer.headers.get("assess-signature", ""))
        except ValueError as error:
            raise _strange() from error
        if found.name != name or not is_signed(found.content, signature, key):
            raise _strange()
        return found

    def inbox(self, after: int) -> Inbox:
        """Ask what happened after a number."""
        return self._read(Inbox, self.ask("GET", f"/v1/inbox?{urlencode({'after': after})}"))

    def ask_question(self, case: str, name: UUID, asked: AskedQuestion) -> Noted:
        """Ask a question on an answer."""
        path = f"/v1/cases/{case}/questions/{name}"
        return self._read(Noted, self.ask("PUT", path, _json(asked)))

    def suggest(self, case: str, name: UUID, asked: AskedQuestion) -> Noted:
        """Suggest an answer."""
        path = f"/v1/cases/{case}/suggestions/{name}"
        return self._read(Noted, self.ask("PUT", path, _json(asked)))

    def answer_question(self, case: str, question: UUID, name: UUID, said: Answered) -> Noted:
        """Answer a question."""
        path = f"/v1/cases/{case}/questions/{question}/answers/{name}"
        return self._read(Noted, self.ask("PUT", path, _json(said)))

    def close_question(self, case: str, question: UUID, name: UUID, said: Answered) -> Noted:
        """Close a question."""
        path = f"/v1/cases/{case}/questions/{question}/closings/{name}"
        return self._read(Noted, self.ask("PUT", path, _json(said)))

    def queue(
        self, state: str | None = None, country: str | None = None, after: str | None = None
    ) -> Queue:
        """Ask for a page of the queue."""
        wanted = {"state": state, "country": country, "after": after}
        said = urlencode({name: value for name, value in wanted.items() if value is not None})
        return self._read(Queue, self.ask("GET", f"/v1/queue?{said}" if said else "/v1/queue"))

    def review(self, case: str) -> CaseReview:
        """Ask for a case with all that was said and decided on it."""
        return self._read(CaseReview, self.ask("GET", f"/v1/cases/{case}/review"))

    def take_step(self, case: str, step: ReviewStep, name: UUID, decided: BoundStep) -> StepTaken:
        """Take a step on a case, bound to the revision that was seen."""
        path = f"/v1/cases/{case}/steps/{step.value}/{name}"
        return self._read(StepTaken, self.ask("PUT", path, _json(decided)))

    def declare_interest(self, case: str, name: UUID, declared: DeclaredInterest) -> Noted:
        """Declare an interest in the organisation of a case."""
        path = f"/v1/cases/{case}/interests/{name}"
        return self._read(Noted, self.ask("PUT", path, _json(declared)))

    def experts(self) -> AssignableExperts:
        """Ask to whom cases can be assigned."""
        return self._read(AssignableExperts, self.ask("GET", "/v1/experts"))

    def assign(self, case: str, expert: UUID) -> Noted:
        """Assign a case to an expert."""
        return self._read(Noted, self.ask("PUT", f"/v1/cases/{case}/experts/{expert}"))

    def snapshot(self, kind: str, known: str, service_key: bytes) -> PublishedSnapshot | None:
        """Fetch what was published; None: nothing was, or it is what is `known` by its name.

        AssessError where the service's key did not sign it.
        """
        headers = {"If-None-Match": f'"{known}"'} if known else {}
        answer = self.ask("GET", f"/v1/snapshots/{kind}", headers=headers)
        if answer.status in (304, 404):
            return None
        if answer.status != 200:
            raise _refusal(answer)
        try:
            signature = bytes.fromhex(answer.headers.get("assess-signature", ""))
        except ValueError as error:
            raise _strange() from error
        if not is_signed(answer.content, signature, service_key):
            raise _strange()
        return PublishedSnapshot(sha256(answer.content).hexdigest(), answer.content)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> ServiceAnswer:
        """Send a signed request, again with a fresh nonce where the service wants one."""
        more = dict(headers or {})
        if len(body) > _PACKED_FROM:
            body = gzip.compress(body, 6, mtime=0)
            more["Content-Encoding"] = "gzip"
        if body:
            more["Content-Type"] = "application/json"
        answer = self._with_nonce(method, self._prefix + path, body, more)
        tries = 1
        while answer.status == 401 and tries < _TRIES_WITH_A_NONCE:
            if _problem(answer).code != "nonce":
                break
            answer = self._with_nonce(method, self._prefix + path, body, more)
            tries += 1
        if answer.status == 429 or answer.status >= 500:
            raise Unreachable(gettext("The secretariat is busy; try again later."))
        return answer

    def _with_nonce(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> ServiceAnswer:
        """Send it with the nonce that is at hand, and keep the next one."""
        answer = self._once(method, path, body, headers)
        told = _problem(answer).nonce if answer.status == 401 else None
        self._nonce = answer.headers.get(NONCE_HEADER.lower(), told or "none")
        return answer

    def _once(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> ServiceAnswer:
        signature = sign_request(self._key, method, self._host, path, body, self._nonce)
        headers = {**headers, "Host": self._host, "Authorization": signature.header}
        is_kept = self._connection is not None
        try:
            return self._over_the_line(method, path, body, headers)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            # a connection that was kept may have been closed meanwhile; what is sent is known by
            # its name, so that sending it again does nothing twice
            if is_kept and not isinstance(error, TimeoutError):
                try:
                    return self._over_the_line(method, path, body, headers)
                except (OSError, http.client.HTTPException) as again:
                    self.close()
                    raise _unreachable(again) from again
            raise _unreachable(error) from error

    def _over_the_line(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> ServiceAnswer:
        if self._connection is None:
            self._connection = (
                http.client.HTTPSConnection(
                    self._host, timeout=self._patience, context=ssl.create_default_context()
                )
                if self._is_secret
                else http.client.HTTPConnection(self._host, timeout=self._patience)
            )
        self._connection.request(method, path, body or None, headers)
        response = self._connection.getresponse()
        content = response.read(LARGEST_ANSWER + 1)
        if len(content) > LARGEST_ANSWER:
            raise http.client.HTTPException(gettext("the answer is too large"))
        told = {name.lower(): value for name, value in response.getheaders()}
        if len(content) < int(told.get("content-length", "0")):  # `read` tells it only without size
            raise http.client.HTTPException(gettext("the answer ends in the middle"))
        if told.get("connection", "").lower() == "close":
            self.close()
        return ServiceAnswer(response.status, told, content)

    def _read(self, model: type[V], answer: ServiceAnswer) -> V:
        if answer.status not in (200, 201):
            raise _refusal(answer)
        try:
            return model.model_validate_json(answer.content)
        except ValidationError as error:
            raise _strange() from error


def _json(said: Value) -> bytes:
    return said.model_dump_json(exclude_none=True).encode()


def _problem(answer: ServiceAnswer) -> Problem:
    try:
        return Problem.model_validate_json(answer.content)
    except ValidationError:
        return Problem(
            code="strange", message=gettext("The answer does not come from a service of assess.")
        )


def _refusal(answer: ServiceAnswer) -> AssessError:
    problem = _problem(answer)
    return _strange() if problem.code == "strange" else RefusedByService(answer.status, problem)


def _strange() -> AssessError:
    return AssessError(
        gettext("The answer does not come from a secretariat that this program understands.")
    )


def _unreachable(error: Exception) -> Unreachable:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Unreachable(gettext("The secretariat does not answer: {reason}.", reason=reason))


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
