"""Forms that are being typed: kept on the disk until they are saved, so that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from assess.errors import AssessError
from assess.files import write_whole
from assess.workflow.desk import Desk

_FILE = "unsaved-form.json"
"""Beside the database: the forms of what is not in it yet, by database and form."""

Texts = dict[str, str]


def keep_form(desk: Desk, form: str, texts: Mapping[str, str], case_id: str | None = None) -> None:
    """Keep what is typed into a form about a case, or about none that exists."""
    if case_id is not None:
        desk.store.save_draft(case_id, _key(form), json.dumps(dict(texts)), at=desk.now)
        return
    _write(desk, _read(desk) | {form: dict(texts)})


def kept_form(desk: Desk, form: str, case_id: str | None = None) -> Texts:
    """Give what was typed into a form and never saved; nothing where there is none."""
    if case_id is None:
        return _read(desk).get(form, {})
    return _texts(_parsed(desk.store.drafts(case_id).get(_key(form), "")))


def drop_form(desk: Desk, form: str, case_id: str | None = None) -> None:
    """Forget what was typed into a form, because it was saved or taken back."""
    if case_id is not None:
        desk.store.drop_draft(case_id, _key(form))
        return
    forms = _read(desk)
    if forms.pop(form, None) is not None:
        _write(desk, forms)


def _key(form: str) -> str:
    """Give the key of the draft; no question is named like this."""
    return f"form.{form}"


def _path(desk: Desk) -> Path:
    return desk.store.path.parent / _FILE


def _read(desk: Desk) -> dict[str, Texts]:
    found = _all(desk).get(desk.store.path.name)
    forms = found if isinstance(found, dict) else {}
    return {str(form): texts for form, said in forms.items() if (texts := _texts(said))}


def _write(desk: Desk, forms: Mapping[str, Texts]) -> None:
    held = {name: kept for name, kept in _all(desk).items() if name != desk.store.path.name}
    if forms:
        held[desk.store.path.name] = dict(forms)
    if held:
        text = json.dumps(held, ensure_ascii=False, indent=1)
        write_whole(_path(desk), text.encode("utf-8", "backslashreplace"))
        return
    try:
        _path(desk).unlink(missing_ok=True)
    except OSError as error:
        raise AssessError(f"{_path(desk)} cannot be removed: {error.strerror}.") from error


def _all(desk: Desk) -> dict[str, object]:
    """Give what the file holds; one that cannot be read holds nothing worth stopping for."""
    try:
        found = _parsed(_path(desk).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _texts(said: object) -> Texts:
    if not isinstance(said, dict):
        return {}
    return {str(key): text for key, text in said.items() if isinstance(text, str)}
