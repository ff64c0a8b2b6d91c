"""The OpenAPI description, made from the table of routes and the models of what is exchanged."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from assess import __version__
from assess.core.submission.exchanged import Problem
from assess.core.text.value import Value
from assess.secretariat.service.routes import OPEN, PATTERNS, SIGNED, SignedRoute

_REFERENCE = "#/components/schemas/{model}"

_PROBLEMS = {
    400: "It cannot be read.",
    401: "It is not signed, not with the nonce of this answer, or by no known device.",
    403: "This account may not do that.",
    404: "There is no such thing.",
    410: "The case was erased.",
    409: "It contradicts what is here.",
    413: "It is too large.",
    415: "It is packed in an unknown way.",
    422: "It has another form than is asked for.",
    429: "There were too many requests.",
    503: "The service is busy; the same request may be sent again.",
}
_SEEN_WITHOUT_CASE = (400, 401, 403, 413, 415, 422, 429, 503)


@cache
def description() -> dict[str, Any]:
    """Give the description as OpenAPI 3.1."""
    models: set[type[Value]] = {Problem}
    paths: dict[str, dict[str, Any]] = {}
    for route in SIGNED:
        paths.setdefault(route.path, {})[route.method.lower()] = _signed(route)
        models |= {model for model in (route.takes, *route.answers.values()) if model}
    for method, path, summary, takes, answers in OPEN:
        paths.setdefault(path, {})[method.lower()] = _operation(
            summary, path, takes, answers, is_open=True
        )
        models |= {model for model in (takes, *answers.values()) if model}
    in_order = sorted(models, key=lambda model: model.__name__)
    _, schemas = models_json_schema(
        [(model, "validation") for model in in_order], ref_template=_REFERENCE
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "assess secretariat", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                "device": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": "Assess-Device key=…, nonce=…, signature=… (Ed25519 over"
                    " method, host, path, SHA-256 of the body and nonce)",
                }
            },
        },
    }


def _signed(route: SignedRoute) -> dict[str, Any]:
    made = _operation(
        route.summary, route.path, route.takes, route.answers, is_document=route.takes_document
    )
    made["parameters"] += [
        {"name": name, "in": "query", "schema": schema} for name, schema in route.query.items()
    ]
    return {**made, "security": [{"device": []}]}


def _operation(
    summary: str,
    path: str,
    takes: type[Value] | None,
    answers: dict[int, type[Value] | None],
    *,
    is_document: bool = False,
    is_open: bool = False,
) -> dict[str, Any]:
    said: dict[str, Any] = {
        str(status): _answer(_described(status), model) for status, model in answers.items()
    }
    problems = (503,) if is_open and takes is None else _SEEN_WITHOUT_CASE
    if "{case}" in path:
        problems = tuple(sorted((*problems, 404, 409, 410)))
    elif "{" in path:
        problems = tuple(sorted((*problems, 404)))
    for status in problems:
        said.setdefault(str(status), _answer(_PROBLEMS[status], Problem))
    if is_document:  # a conflict is told by the answer itself, or by a problem
        kinds = [{"$ref": _REFERENCE.format(model=name)} for name in ("Received", "Problem")]
        said["409"]["content"]["application/json"]["schema"] = {"anyOf": kinds}
    made: dict[str, Any] = {
        "summary": summary,
        "operationId": re.sub(r"\W+", "_", summary.rstrip(".").lower())[:60],
        "parameters": [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": PATTERNS[name]},
            }
            for name in re.findall(r"\{(\w+)\}", path)
        ],
        "responses": said,
    }
    if takes or is_document:
        schema = {"$ref": _REFERENCE.format(model=takes.__name__)} if takes else {"type": "object"}
        made["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    return made


def _described(status: int) -> str:
    known = {200: "It is known.", 201: "It is new, and kept.", 304: "The asker has it already."}
    return known.get(status, _PROBLEMS.get(status, ""))


def _answer(text: str, model: type[Value] | None) -> dict[str, Any]:
    schema = {"$ref": _REFERENCE.format(model=model.__name__)} if model else {"type": "object"}
    return {"description": text, "content": {"application/json": {"schema": schema}}}
