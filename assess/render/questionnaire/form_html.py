"""A form as one page that works from a disk: it carries its rules, and asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from markupsafe import Markup

from assess.core.case.reading.message import MonthMessage
from assess.core.questionnaire.browser.form_page import FormPage
from assess.core.text.message import message
from assess.languages import speaking
from assess.languages.message import say
from assess.render.document.html import document_html
from assess.render.document.web_fonts import UPRIGHT, web_fonts

_SCRIPTS = ("rules.js", "form.js")
_TAG = re.compile(r"<(?:script|style)[^>]*>.*?</(?:script|style)>|<[^>]*>", re.DOTALL)
_TYPED = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x202F, 0x20AC)}
"""What is likely to be typed: the letters of Latin alphabets, and the sign of the euro."""


def form_html(page: FormPage, templates: Path) -> str:
    """Give a form as a page; its policy allows its own style and script, and nothing else."""
    script = "\n".join((templates / "form" / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    with speaking(page.language):
        months = [say(message(code)) for code in tuple(MonthMessage)[:12]]
    context = {
        "page": page,
        "months": months,
        "script": Markup(script),  # noqa: S704  our own
    }
    made = document_html("form", context, templates, sheets=("form/form.css",)).lstrip()
    letters = set(_TAG.sub("", made)) | _TYPED
    fonts = web_fonts(letters, templates, UPRIGHT)
    made = made.replace("<style>", f"<style>{fonts}\n", 1)
    return _with_policy(made)


def _with_policy(made: str) -> str:
    """Let a page run the script and use the style that it has, by their hashes."""
    for kind in ("script", "style"):
        found = re.findall(rf"<{kind}>(.*?)</{kind}>", made, re.DOTALL)
        hashes = " ".join(f"'sha256-{_hash(text)}'" for text in found)
        nothing, own = ((f"{kind}-src", allowed) for allowed in ("'none'", hashes))
        made = made.replace(" ".join(nothing), " ".join(own), 1)
    return made


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
