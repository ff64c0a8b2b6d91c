"""Forms that are being typed: kept on the disk until they are saved, so that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from assess.store.case.form_drafts import FormDraft
from assess.workflow.case.interview.presence import GONE_AFTER
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.process import is_running, this_process

_FILE = "unsaved-form.json"
"""Where an earlier version kept them, beside the database: by database and form."""

Texts = dict[str, str]


def keep_form(desk: Desk, form: str, texts: Mapping[str, str], case_id: str | None = None) -> None:
    """Keep what is typed into a form about a case, or about none that exists."""
    body = json.dumps(dict(texts))
    desk.store.forms.keep(_name(form, case_id), body, at=desk.now, process=this_process())


def kept_form(desk: Desk, form: str, case_id: str | None = None) -> Texts:
    """Give what was typed into a form and never saved; nothing where there is none.

    What was typed in a program that has ended is taken over; what is typed in one that runs is
    that one's own.
    """
    name, mine = _name(form, case_id), this_process()
    draft = _free_draft(desk, name)
    if draft is None:
        return {} if case_id is not None else _kept_earlier(desk).get(form, {})
    if draft.process != mine:
        desk.store.forms.adopt(name, mine, of=draft.process)
    return _texts(_parsed(draft.body))


def is_form_kept(desk: Desk, form: str) -> bool:
    """Tell whether something was typed into a form about no case, and never saved."""
    draft = _free_draft(desk, _name(form, None))
    earlier = _kept_earlier(desk).get(form, {})
    return bool(earlier if draft is None else _texts(_parsed(draft.body)))


def drop_form(desk: Desk, form: str, case_id: str | None = None) -> None:
    """Forget what was typed into a form, because it was saved or taken back."""
    name = _name(form, case_id)
    if case_id is None and form in _kept_earlier(desk):
        keep_form(desk, form, {})  # so that it is not offered again
    else:
        desk.store.forms.drop(name, process=this_process())


def _name(form: str, case_id: str | None) -> str:
    """Give the name under which a form is kept; no form has a blank in its own."""
    return form if case_id is None else f"{case_id} {form}"


def _free_draft(desk: Desk, name: str) -> FormDraft | None:
    """Give what is typed here into a form, or else what was typed in a program that has ended."""
    drafts = desk.store.forms.of(name)
    own = (draft for draft in drafts if draft.process == this_process())
    left = (draft for draft in drafts if _is_left(draft, desk.now))
    return next(own, None) or next(left, None)


def _is_left(draft: FormDraft, now: datetime) -> bool:
    """Tell whether the program in which something was typed has ended, as far as can be known."""
    running = is_running(draft.process)
    return (
        not draft.process or running is False or (running is None and now - draft.at > GONE_AFTER)
    )


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
