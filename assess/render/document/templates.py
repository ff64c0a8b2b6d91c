"""The templates: where they are read, and how their sentences are looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from assess.languages import gettext, spoken_language
from assess.languages.language import language
from assess.languages.message import say
from assess.languages.translation.look_up import FOLDER, translations
from assess.render.document.compiled_sentences import LOOK_UP, CompiledSentences


class _CompiledTemplates(jinja2.BytecodeCache):
    """Keeps templates compiled as long as the program runs, until their text changes."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template where its text is the one that was compiled."""
        checksum, code = self._held.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is not None:
            self._held[bucket.key] = bucket.checksum, bucket.code


_COMPILED: dict[str, _CompiledTemplates] = {}
"""Templates by the language whose sentences they hold."""


def _kept(language: str) -> _CompiledTemplates:
    return _COMPILED.setdefault(language, _CompiledTemplates())


def environment(
    templates: Path, finalize: Callable[[Any], Any] | None = None
) -> jinja2.Environment:
    """Give the environment of all templates: escaped, strict, and in the language spoken now.

    The templates know the code of the language, as `language`, and say a text of the core by the
    filter `said`. A sentence of their own is looked up by `{{ _("...") }}` or `{% trans %}`; its
    places are `%(name)s` there.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", CompiledSentences],
        # What prints is part of what is compiled, so only what prints in the plain way is kept.
        bytecode_cache=None if finalize else _kept(spoken_language().code),
    )
    said = _said_in(templates, spoken_language().code)
    # the extension adds this method, which the type of the environment does not know
    made.install_gettext_callables(  # type: ignore[attr-defined]
        said.gettext,
        said.ngettext,
        newstyle=True,
        pgettext=said.pgettext,
        npgettext=said.npgettext,
    )
    made.globals["_"] = made.globals["gettext"]  # itself, not by way of the extension's alias
    made.globals[LOOK_UP] = said.gettext
    made.globals["language"] = spoken_language().code
    made.filters["said"] = say
    return made


@cache
def _said_in(templates: Path, code: str) -> NullTranslations:
    """Give the translations of the templates; what they lack, the program may have."""
    own, said = translations(templates / FOLDER, code), language(code).translations
    if type(own) is NullTranslations:
        return said
    own.add_fallback(said)
    return own


def page_number() -> str:
    """Give the number of a page in words, as the value of `content` in a style sheet."""
    said = gettext("Page {page} of {pages}")
    places = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = [part for part in re.split(r"(\{page\}|\{pages\})", said) if part]
    return " ".join(places.get(part) or _quoted(part) for part in parts)


def _quoted(text: str) -> str:
    """Write a text as a string of a style sheet."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
