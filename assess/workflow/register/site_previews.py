"""The pictures that other sites show beside a link to the public pages, one a language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assess.core.register.public_label import PublicRegister
from assess.core.report.document.site_preview import site_preview
from assess.errors import RenderFault
from assess.languages import speaking
from assess.languages.message import say

if TYPE_CHECKING:
    from assess.render.register.site_frame import Frame


class Previews(NamedTuple):
    """The pictures, with frames whose pages name them."""

    frames: tuple[Frame, ...]
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Each by its place below the folder."""
    fault: str = ""
    """Why there are none where there could be; the pages are written all the same."""


def draw_previews(register: PublicRegister, frames: Sequence[Frame], templates: Path) -> Previews:
    """Draw the picture of each language; none where the pages have no address to name it by."""
    from assess.render.document import document

    if not frames[0].base:
        return Previews(tuple(frames))
    records = []
    for frame in frames:
        with speaking(frame.language.code):
            records.append(
                site_preview(
                    register,
                    language=frame.language.code,
                    title=frame.title,
                    publisher=frame.publisher,
                    theme=frame.theme,
                    say=say,
                )
            )
    try:
        drawn = list(document.draw_previews(records, templates))
    except RenderFault as fault:
        return Previews(tuple(frames), fault=str(fault))
    names = [f"{frame.language.folder}preview.png" for frame in frames]
    shown = tuple(frame._replace(has_preview=True) for frame in frames)
    return Previews(shown, tuple(zip(names, drawn, strict=True)))
