"""A page that is filled is the page that its template gives."""

from __future__ import annotations

import itertools
from pathlib import Path

import jinja2
import pytest
from markupsafe import escape

from assess.languages.speech import speaking
from assess.locations import templates_folder
from assess.render.document.templates import environment
from assess.render.register.pattern import Pattern

TEXTS = ("", "Øresund", "100 % <b> & %(name)s %s", "\x01id\x02", "2026-11-02")


def _html(text: str) -> str:
    return str(escape(text))


@pytest.mark.parametrize("status", ["valid", "unknown"])
@pytest.mark.parametrize("is_synthetic", [True, False])
def test_a_row_says_what_its_template_says(status: str, is_synthetic: bool) -> None:
    template = environment(templates_folder()).get_template("site/group_row.html")
    pattern = Pattern(template)
    names = ("id", "turns", "level", "said", "other", "beside", "site_name")
    for name, website, until in itertools.product(TEXTS, repeat=3):
        texts = {**dict.fromkeys(names, "x%"), "name": name, "website": website, "until": until}
        values = {key: _html(text) for key, text in texts.items()}
        switches = {"status": status, "is_synthetic": is_synthetic}
        safe = {key: escape(text) for key, text in texts.items()}
        assert pattern.filled(values, **switches) == template.render(**safe, **switches)


def test_a_pattern_is_rendered_once_for_each_shape() -> None:
    asked: list[str] = []

    def count() -> str:
        asked.append("")
        return ""

    made = jinja2.Environment(autoescape=True)
    made.globals["count"] = count
    pattern = Pattern(made.from_string("{{ count() }}{{ site }}{% if day %}{{ day }}{% endif %}"))
    for site, day in (("a", "1"), ("b", "2"), ("c", ""), ("d", "")):
        assert pattern.filled({"site": site, "day": day}) == site + day
    assert len(asked) == 2


def test_a_template_that_is_kept_compiled_is_read_again_when_it_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for text, language, said in (
        ('{{ _("Level") }} 1', "en", "Level 1"),
        ('{{ _("Level") }} 1', "en-XA", "not Level 1"),
        ('{{ _("Level") }} 2', "en", "Level 2"),
    ):
        page.write_text(text, encoding="utf-8")
        with speaking(language):
            shown = environment(tmp_path).get_template("page.html").render()
        assert (shown == "Level 1") is (said == "Level 1")
        assert shown.endswith(said[-1])
