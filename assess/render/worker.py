"""The worker: prints documents in a process of its own, one request a line on standard input.

A request is JSON: `document` (a name of `_kind`, `libraries`, or `warm`), `templates`, and for a
document `record`, `target`, `language` and `format` (`pdf`, for reports `html` or `docx`, and `png`
for the picture of the public pages); what
could not be done is said in the language `interface`. Lines with `part` tell how far it is; the
last line of an answer has none. Whatever the libraries say on standard output goes to standard
error, so that answers stay answers. Nobody else imports this.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assess.core.report.record.report import Report, canonical_json
from assess.core.text.value import Value
from assess.errors import RenderFault
from assess.languages import choose, gettext, speaking
from assess.languages.language import UnknownLanguage
from assess.languages.translation.untranslated import counting_untranslated

if TYPE_CHECKING:
    from assess.render.printing.pdf_writer import Attached, Tell


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(line: dict[str, Any]) -> None:
        answers.write(json.dumps(line) + "\n")
        answers.flush()

    with counting_untranslated():  # no sign is for a page: what it would be put to is compiled here
        for line in sys.stdin:
            say(_answer(json.loads(line), lambda part, page: say({"part": part, "page": page})))
            gc.collect()  # after the answer: nobody waits for it


def _answer(request: dict[str, Any], tell: Tell) -> dict[str, Any]:
    templates = Path(request["templates"])
    try:
        choose(request["interface"])
        match request["document"]:
            case "libraries":
                from assess.render.printing.libraries import found

                return {"found": found(templates)}
            case "warm":
                return _warm(templates)
            case _:
                with speaking(request["language"]):
                    match request["format"]:
                        case "pdf":
                            return _print(request, templates, tell)
                        case "png":
                            return _draw(request, templates)
                        case _:
                            return _write(request, templates, tell)
    except RenderFault as fault:
        return {"fault": str(fault)}
    except UnknownLanguage as unknown:
        return {"fault": _unknown(unknown.code)}
    except MemoryError:
        return {"fault": gettext("there is not enough memory")}
    except Exception as error:  # noqa: BLE001  whatever it is, the parent has to say it in a sentence
        return {"fault": f"{type(error).__name__}: {error}"}


def _unknown(code: str) -> str:
    return gettext(
        "the document is in the language {code}, which this version of the program does not have",
        code=code,
    )


def _warm(templates: Path) -> dict[str, Any]:
    """Load everything and print a line, so that the next document need not wait for that."""
    from assess.render.printing.pdf_writer import write_pdf

    page = '<html lang="en"><title>Warm</title><p>Warm</p></html>'
    write_pdf(lambda _: page, templates, frozenset(), lambda _part, _page: None)
    _settle()
    return {"warm": True}


def _kind(document: str) -> tuple[type[Value], Callable[..., str]]:
    """Give what a document is made of and the function that writes its HTML, loading no more."""
    from assess.render.document import html
    from assess.render.register import register_html

    match document:
        case "report":
            return Report, html.report_html
        case "summary":
            return Report, html.summary_html
        case "award_record":
            from assess.core.report.document.award_record import AwardRecord

            return AwardRecord, html.award_record_html
        case "questionnaire":
            from assess.core.questionnaire.printed_form import PrintedForm

            return PrintedForm, html.questionnaire_html
        case "codebook":
            from assess.core.catalogue.codebook import Codebook

            return Codebook, html.codebook_page_html
        case "proof":
            from assess.core.report.document.proof import Proof

            return Proof, register_html.proof_html
        case "overview":
            from assess.core.report.document.brochure import Brochure

            return Brochure, register_html.overview_html
        case _:
            raise RenderFault(gettext("there is no document {document}", document=repr(document)))


def _print(request: dict[str, Any], templates: Path, tell: Tell) -> dict[str, Any]:
    started = time.perf_counter()
    from assess.render.printing.pdf_writer import without_glyph, write_pdf

    seconds = {"import": time.perf_counter() - started}
    tell("record", 0)
    started = time.perf_counter()
    model, write = _kind(request["document"])
    record = model.model_validate(request["record"])
    seconds["record"] = time.perf_counter() - started
    missing = without_glyph(json.dumps(request["record"], ensure_ascii=False))
    _settle()
    gc.disable()
    try:
        pressed = write_pdf(
            lambda without: write(record, templates, without=without),
            templates,
            missing,
            tell,
            _attached(record),
            getattr(record, "fields", None) if request["document"] == "questionnaire" else None,
        )
        Path(request["target"]).write_bytes(pressed.content)
    finally:
        gc.enable()
    return {
        "pages": pressed.pages,
        "asked": [attempt.address for attempt in pressed.attempts],
        "refused": [attempt.address for attempt in pressed.attempts if not attempt.granted],
        "log": pressed.log,
        "missing": sorted(pressed.missing),
        "seconds": seconds | pressed.seconds,
    }


def _write(request: dict[str, Any], templates: Path, tell: Tell) -> dict[str, Any]:
    """Write a report in a format without pages."""
    tell("record", 0)
    started = time.perf_counter()
    report = Report.model_validate(request["record"])
    tell("write", 0)
    if request["format"] == "html":
        from assess.render.report.web_page import web_page

        content = web_page(report, templates).encode("utf-8")
    else:
        from assess.render.report.docx_report import word_document

        content = word_document(report, templates)
    Path(request["target"]).write_bytes(content)
    seconds = {"write": time.perf_counter() - started}
    return {"pages": 0, "asked": [], "refused": [], "log": [], "missing": [], "seconds": seconds}


def _draw(request: dict[str, Any], templates: Path) -> dict[str, Any]:
    """Draw the picture that other sites show of the public pages."""
    from assess.core.report.document.site_preview import SitePreview
    from assess.render.chart.raster import page_png
    from assess.render.register.register_html import preview_html

    record = SitePreview.model_validate(request["record"])
    Path(request["target"]).write_bytes(page_png(preview_html(record, templates), templates))
    return {}


def _attached(record: Value) -> Attached | None:
    """Let a report carry its record, so that a program need not read its pages."""
    from assess.render.printing.pdf_writer import Attached

    if not isinstance(record, Report):
        return None
    return Attached(
        name="report.json",
        description=gettext("The record of this report as structured data"),
        content=canonical_json(record),
        day=record.day,
    )


_settled: list[bool] = []


def _settle() -> None:
    """Exempt what is loaded from collection, once: looking at it again would cost a seventh."""
    if not _settled:
        gc.collect()
        gc.freeze()
        _settled.append(True)


if __name__ == "__main__":
    main()
