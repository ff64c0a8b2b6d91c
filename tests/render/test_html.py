"""HTML shows a record through templates that see only the record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.record.report import Report
from assess.errors import RenderFault
from assess.render.document.design_tokens import load_tokens
from assess.render.document.html import report_html
from tests.cases import full_case, report_of

TYPED = "<script>alert(1)</script> {{ 7*7 }} [bold]x[/bold] <img src='file:///etc/passwd'>"


@pytest.fixture(scope="module")
def report(catalogue: Catalogue) -> Report:
    case = full_case(catalogue)
    return report_of(case.with_answer(case.answer("staff_fte").changed(note=TYPED)), catalogue)


@pytest.fixture
def own_templates(templates: Path, tmp_path: Path) -> Path:
    """A copy of the templates that a designer may edit."""
    return Path(shutil.copytree(templates, tmp_path / "templates"))


def test_what_is_typed_is_never_markup_nor_a_template(report: Report, templates: Path) -> None:
    page = report_html(report, templates)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} [bold]x[/bold]" in page
    assert "file:///etc" not in page.replace("&#39;file:///etc", "")


def test_the_page_names_its_language_title_and_day(report: Report, templates: Path) -> None:
    page = report_html(report, templates)
    assert '<html lang="en">' in page
    assert "<title>Benchmarking report: Nordic Wave Energy Cluster, March 2026</title>" in page
    assert '<meta name="dcterms.created" content="2026-03-20">' in page


def test_every_image_carries_its_words_and_its_own_data(report: Report, templates: Path) -> None:
    page = report_html(report, templates)
    images = page.split("<img ")[1:]
    assert len(images) > 36
    for image in images:
        tag = image.partition(">")[0]
        assert 'src="data:image/svg+xml;base64,' in tag
        assert 'alt="' in tag
        assert 'alt=""' not in tag


def test_the_style_takes_every_value_from_the_tokens(report: Report, own_templates: Path) -> None:
    tokens = own_templates / "tokens.toml"
    accent = load_tokens(own_templates).colour.accent
    tokens.write_text(
        tokens.read_text(encoding="utf-8").replace(accent, "#123456"), encoding="utf-8"
    )
    page = report_html(report, own_templates)
    assert "#123456" in page
    assert accent not in page
    assert "var(--" not in page


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("report/cover.html", "{{ report.nothing }}", "nothing"),
        ("report/cover.html", "{% if %}", "report"),
        ("report/report.css", "p { color: var(--purple) }", "purple"),
        ("tokens.toml", "[colour]", "tokens"),
        ("tokens.toml", "colour = ", "tokens"),
    ],
)
def test_a_fault_in_a_template_is_a_sentence(
    file: str, content: str, says: str, report: Report, own_templates: Path
) -> None:
    (own_templates / file).write_text(content, encoding="utf-8")
    with pytest.raises(RenderFault, match=says):
        report_html(report, own_templates)


def test_a_missing_template_is_a_sentence(report: Report, own_templates: Path) -> None:
    (own_templates / "report" / "annex.html").unlink()
    with pytest.raises(RenderFault, match=r"annex\.html"):
        report_html(report, own_templates)
