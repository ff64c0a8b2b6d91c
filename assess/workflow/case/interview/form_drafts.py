"""Forms that are being typed: kept on the disk until they are saved, so that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping

from assess.workflow.desk.desk import Desk

_FILE = "unsaved-form.json"
"""Where an earlier version kept them, beside the database: by database and form."""

Texts = dict[str, str]


def keep_form(desk: Desk, form: str, texts: Mapping[str, str], case_id: str | None = None) -> None:
    """Keep what is typed into a form about a case, or about none that exists."""
    if case_id is not None:
        desk.store.drafts.keep(case_id, _key(form), json.dumps(dict(texts)), at=desk.now)
        return
    desk.store.forms.keep(form, json.dumps(dict(texts)), at=desk.now)


def kept_form(desk: Desk, form: str, case_id: str | None = None) -> Texts:
    """Give what was typed into a form and never saved; nothing where there is none."""
    if case_id is None:
        held = desk.store.forms.get(form)
        return _kept_earlier(desk).get(form, {}) if held is None else _texts(_parsed(held))
    return _texts(_parsed(desk.store.drafts.of(case_id).get(_key(form), "")))


def drop_form(desk: Desk, form: str, case_id: str | None = None) -> None:
    """Forget what was typed into a form, because it was saved or taken back."""
    if case_id is not None:
        desk.store.drafts.drop(case_id, _key(form))
        return
    if form in _kept_earlier(desk):
        desk.store.forms.keep(form, "{}", at=desk.now)  # so that it is not offered again
    else:
        desk.store.forms.drop(form)


def _key(form: str) -> str:
    """Give the key of the draft; no question is named like this."""
    return f"form.{form}"


def _kept_earlier(desk: Desk) -> dict[str, Texts]:
    """Give what an earlier version kept; a file that cannot be read holds nothing worth a stop."""
    try:
        found = _parsed((desk.store.path.parent / _FILE).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}
    forms = found.get(desk.store.path.name) if isinstance(found, dict) else None
    held = forms if isinstance(forms, dict) else {}
    return {str(form): texts for form, said in held.items() if (texts := _texts(said))}


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _texts(said: object) -> Texts:
    if not isinstance(said, dict):
        return {}
    return {str(key): text for key, text in said.items() if isinstance(text, str)}
