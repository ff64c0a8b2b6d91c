"""The documents of the register: the overview of countries, and the proof of one label."""

from __future__ import annotations

from pathlib import Path

from assess.core.register.publisher_texts import NO_TEXTS, PublisherTexts
from assess.core.report.document.brochure import Brochure, brochure
from assess.core.report.document.brochure_scheme import scheme_parts
from assess.core.report.document.proof import Proof
from assess.core.report.record.theme import Theme
from assess.core.text.words import sentence
from assess.errors import AssessError
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.languages.translation.draft import draft_sentence
from assess.workflow.desk.desk import Desk
from assess.workflow.register.public_labels import published_today
from assess.workflow.register.publication_details import (
    publication,
    register_title,
    scheme_terms,
)

SECONDS = 300.0
SECONDS_PER_ROW = 0.05
"""After so long the printing of the overview is given up: ten times what it takes."""

MOST_ORGANISATIONS = 10_000
"""So many an overview lists at the most: the printer holds all its pages, 507 of them in 1.7 GB."""


def draft_overview(
    desk: Desk,
    *,
    valid_only: bool = False,
    texts: PublisherTexts = NO_TEXTS,
    theme: Theme | None = None,
) -> Brochure:
    """Assemble the country overview of today; `texts` and `theme` are those of its publisher."""
    about = publication(desk)
    register, left_out = published_today(desk)
    if not register.labels:
        raise AssessError(gettext("The register has no label, so there is nothing to print."))
    notice = sentence(say(desk.newest.edition.notice)).rstrip(".")
    terms, language = scheme_terms(desk.newest, desk.today), spoken_language().code
    made = brochure(
        register,
        title=register_title(about, say),
        publisher=about.publisher,
        notice=notice,
        valid_only=valid_only,
        language=language,
        scheme=scheme_parts(terms, texts.read_in(language), about.publisher, say),
        say=say,
        alphabet=alphabet(),
    )
    about_it = tuple(filter(None, (*made.about, draft_sentence())))
    return made.model_copy(update={"left_out": left_out, "theme": theme, "about": about_it})


def write_proof(made: Proof, templates: Path, target: Path) -> None:
    """Print an assembled proof to a PDF file; needs no desk, so that a thread may do it."""
    from assess.render.document.document import write_document

    write_document("proof", made, templates, target)


def write_overview(overview: Brochure, templates: Path, target: Path) -> int:
    """Print the country overview as PDF; give the number of its pages.

    Raises AssessError, before anything is written, where it is too long for the printer.
    """
    if overview.count > MOST_ORGANISATIONS:
        raise AssessError(
            ngettext(
                "The overview would list {count} organisation; at most {most} are printed. Print "
                "only those whose label is valid, or publish the register as web pages, which "
                "hold any number.",
                "The overview would list {count} organisations; at most {most} are printed. Print "
                "only those whose label is valid, or publish the register as web pages, which "
                "hold any number.",
                overview.count,
                most=MOST_ORGANISATIONS,
            )
        )
    from assess.render.document.document import write_document

    seconds = SECONDS + SECONDS_PER_ROW * overview.count
    return write_document("overview", overview, templates, target, timeout=seconds).pages
