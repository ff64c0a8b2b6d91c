"""The worker: prints documents in a process of its own, one request a line on standard input.

A request is JSON: `document` (`report`, `award_record` or `libraries`), `record`, `templates` and
`target`; each is answered by one line of JSON. Whatever the libraries say on standard output goes
to standard error, so that answers stay answers. Nobody else imports this module.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from assess.core.report.award import AwardRecord
from assess.core.report.record import Report
from assess.errors import RenderFault
from assess.render.html import award_record_html, report_html
from assess.render.notes import kept_notes, unprintable

_UNUSUAL = re.compile("[^\x00-\u024f\u0370-\u052f\u2000-\u206f\u20ac\ud800-\udfff]")
"""Characters beyond Latin, Greek and Cyrillic, which the bundled fonts have."""


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        _answer(json.loads(line), answers)


def _answer(request: dict[str, Any], answers: IO[str]) -> None:
    try:
        if request["document"] == "libraries":
            from assess.render.libraries import found

            answer: dict[str, Any] = {"found": found(Path(request["templates"]))}
        else:
            answer = _print(request)
    except RenderFault as fault:
        answer = {"fault": str(fault)}
    except MemoryError:
        answer = {"fault": "there is not enough memory for it"}
    except Exception as error:  # noqa: BLE001  whatever it is, the parent has to say it in a sentence
        answer = {"fault": f"{type(error).__name__}: {error}"}
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _html(request: dict[str, Any], templates: Path) -> Callable[[frozenset[str]], str]:
    if request["document"] == "report":
        report = Report.model_validate(request["record"])
        return lambda without: report_html(report, templates, without=without)
    record = AwardRecord.model_validate(request["record"])
    return lambda without: award_record_html(record, templates, without=without)


def _print(request: dict[str, Any]) -> dict[str, Any]:
    """Print one document; once more where a character had no glyph, with its number instead."""
    started = time.perf_counter()
    import weasyprint

    seconds = {"import": time.perf_counter() - started}
    # What is there now stays: collecting it again and again would cost a seventh of the time.
    gc.collect()
    gc.freeze()
    gc.disable()
    templates = Path(request["templates"])
    started = time.perf_counter()
    write_html = _html(request, templates)
    seconds["record"] = time.perf_counter() - started
    refused: list[str] = []
    without = _without_glyph(request["record"])
    try:
        with kept_notes() as notes:
            content, pages = _pdf(weasyprint, write_html, without, templates, refused, seconds)
        if notes.missing:
            without |= notes.missing
            with kept_notes() as notes:
                content, pages = _pdf(weasyprint, write_html, without, templates, refused, seconds)
            notes.lines += [f"no glyph for U+{ord(one):04X}" for one in sorted(notes.missing)]
    finally:
        gc.enable()
    Path(request["target"]).write_bytes(content)
    return {
        "pages": pages,
        "refused": refused,
        "log": notes.lines,
        "missing": sorted(without),
        "seconds": seconds,
    }


def _without_glyph(record: object) -> frozenset[str]:
    """Give the unusual characters of a record that cannot be printed; asking costs little."""
    unusual = set(_UNUSUAL.findall(json.dumps(record, ensure_ascii=False)))
    return frozenset(unprintable(sorted(unusual))) if unusual else frozenset()


def _pdf(
    weasyprint: Any,
    write_html: Callable[[frozenset[str]], str],
    without: frozenset[str],
    templates: Path,
    refused: list[str],
    seconds: dict[str, float],
) -> tuple[bytes, int]:
    from assess.render.fetching import locked_fetcher

    clock = time.perf_counter
    started = clock()
    page = write_html(without)
    seconds["html"] = seconds.get("html", 0.0) + clock() - started
    started = clock()
    fetcher = locked_fetcher([templates], refused)
    base = f"{templates.resolve().as_uri()}/"
    document = weasyprint.HTML(string=page, base_url=base, url_fetcher=fetcher)
    seconds["parse"] = seconds.get("parse", 0.0) + clock() - started
    started = clock()
    laid_out = document.render(pdf_variant="pdf/ua-1", pdf_tags=True)
    seconds["layout"] = seconds.get("layout", 0.0) + clock() - started
    started = clock()
    content = laid_out.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    seconds["write"] = seconds.get("write", 0.0) + clock() - started
    return content, len(laid_out.pages)


if __name__ == "__main__":
    main()
