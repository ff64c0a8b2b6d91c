"""The languages of the public pages: which is the main one, and what is said in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.public_label import PublicRegister
from assess.core.register.publisher_texts import PublisherTexts
from assess.core.register.record import Publication
from assess.core.report.record.theme import Theme
from assess.core.text.words import sentence
from assess.languages import speaking, spoken_language
from assess.languages.language import ENGLISH
from assess.languages.message import say
from assess.workflow.register.publication_details import register_title, scheme_terms
from assess.workflow.register.site_folder import PAGE_FOLDERS, SHARED_FOLDERS

if TYPE_CHECKING:
    from assess.render.register.site_frame import Frame


def page_languages(asked: Sequence[str], stated: str) -> tuple[str, ...]:
    """Give the languages of the pages, the main one first; `stated` is that of the theme.

    The main one stands at the addresses that there always were: the theme's, else English.
    """
    codes = tuple(dict.fromkeys(asked)) or (stated or spoken_language().code,)
    main = next((code for code in (stated, ENGLISH) if code in codes), codes[0])
    return (main, *(code for code in codes if code != main))


def site_frames(
    register: PublicRegister,
    about: Publication,
    catalogue: Catalogue,
    asked: Sequence[str],
    publisher: tuple[Theme | None, PublisherTexts],
) -> tuple[Frame, ...]:
    """Give what all pages of each language share, the main language first."""
    from assess.render.register.site_frame import Frame, site_languages

    theme, texts = publisher
    codes = page_languages(asked, texts.language)
    languages = site_languages(codes, codes[0])
    frames = []
    for language in languages:
        with speaking(language.code):
            levels = catalogue.label.levels
            frames.append(
                Frame(
                    title=register_title(about, say),
                    notice=sentence(say(catalogue.edition.notice)).rstrip("."),
                    publisher=about.publisher,
                    base=about.base_address,
                    on=str(register.on),
                    synthetic=register.synthetic,
                    titles={str(level.id): say(level.full_title) for level in levels},
                    language=language,
                    languages=languages,
                    texts=texts.read_in(language.code),
                    terms=scheme_terms(catalogue, register.on),
                    theme=theme,
                )
            )
    return tuple(frames)


def site_folders(frames: Iterable[Frame]) -> Iterator[str]:
    """Give the folders of the pages, each after the one in which it lies."""
    yield from SHARED_FOLDERS
    for frame in frames:
        folder = frame.language.folder
        if folder:
            yield folder
        yield from (f"{folder}{name}" for name in PAGE_FOLDERS)
