"""The web page: a report as one file that a browser shows without asking for anything else."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from pathlib import Path

from assess.core.report.record.report import Report
from assess.render.document.html import document_html, report_context

_FACES = (
    ("SourceSans3-Regular.ttf", 400, "normal"),
    ("SourceSans3-Semibold.ttf", 600, "normal"),
    ("SourceSans3-It.ttf", 400, "italic"),
)
_TAG = re.compile(r"<[^>]*>")


def web_page(report: Report, templates: Path) -> str:
    """Give a report as a web page; its letters are those of the bundled fonts that it uses."""
    page = document_html(
        "report",
        report_context(report),
        templates,
        page="web",
        sheets=("report/web.css",),
        inline=True,
    )
    style = f"<style>{_fonts(set(_TAG.sub('', page)), templates)}\n"
    return page.replace("<style>", style, 1).lstrip()


def _fonts(letters: set[str], templates: Path) -> str:
    """Give the bundled fonts with only the letters of the page, as rules of a style sheet."""
    return "\n".join(
        f'@font-face {{ font-family: "Report Sans"; font-weight: {weight}; font-style: {style}; '
        f"src: url(data:font/woff2;base64,{_subset(templates / 'fonts' / name, letters)}) "
        'format("woff2"); }'
        for name, weight, style in _FACES
    )


def _subset(path: Path, letters: set[str]) -> str:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    chooser = subset.Subsetter(subset.Options(flavor="woff2", notdef_outline=True))
    chooser.populate(unicodes=[ord(letter) for letter in letters])
    content = BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        chooser.subset(font)
        font.flavor = "woff2"
        font.save(content)
    return base64.b64encode(content.getvalue()).decode("ascii")
