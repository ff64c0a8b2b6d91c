"""Why a request was not done, as it is told: a code for programs and a sentence for people."""

from __future__ import annotations

from starlette.responses import Response

from assess.core.submission.exchanged import Problem


class Rejected(Exception):
    """A request is not done; nothing of it was kept unless `keeps` says so."""

    def __init__(
        self, status: int, code: str, message: str, *, retry_after: int | None = None
    ) -> None:
        """Take the status of HTTP, the code and the sentence."""
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after
        super().__init__(code)

    def response(self, nonce: str | None = None) -> Response:
        """Give what is sent."""
        headers = {"Retry-After": str(self.retry_after)} if self.retry_after is not None else {}
        told = Problem(code=self.code, message=self.message, nonce=nonce)
        if self.status == 401:
            headers["WWW-Authenticate"] = "Assess-Device"
        return Response(
            told.model_dump_json(exclude_none=True),
            self.status,
            headers,
            media_type="application/json",
        )
