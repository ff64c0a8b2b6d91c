"""The web page: a report as one file that a browser shows without asking for anything else."""

from __future__ import annotations

import re
from pathlib import Path

from assess.core.report.record.report import Report
from assess.render.document.html import document_html, report_context
from assess.render.document.web_fonts import FACES, web_fonts

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
    style = f"<style>{web_fonts(set(_TAG.sub('', page)), templates, FACES)}\n"
    return page.replace("<style>", style, 1).lstrip()
