"""The sitemap: the addresses of all pages in all languages, as search engines read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import jinja2

from assess.render.register.site_frame import Frame

MOST_ADDRESSES = 20_000
"""So many addresses a sitemap holds; search engines take at most 50,000, and 50 MB."""


def sitemap_files(
    environment: jinja2.Environment, frame: Frame, pages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Give the sitemap of pages, which each language has; in parts where there are many."""
    parts = _parts(pages, MOST_ADDRESSES // len(frame.languages))
    if len(parts) > 1:
        index = environment.get_template("site/sitemap_index.xml")
        yield "sitemap.xml", index.render(addresses=[frame.base + name for name in parts])
    template = environment.get_template("site/sitemap.xml")
    for name, held in parts.items():
        yield name, template.render(pages=held)


def _parts(pages: Sequence[str], size: int) -> dict[str, Sequence[str]]:
    """Give the names of the parts with the pages in each."""
    if len(pages) <= size:
        return {"sitemap.xml": pages}
    firsts = range(0, len(pages), size)
    return {
        f"sitemap-{number}.xml": pages[first : first + size]
        for number, first in enumerate(firsts, 1)
    }
