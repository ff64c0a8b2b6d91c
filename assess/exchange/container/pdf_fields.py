"""The fields of a PDF form, as whoever filled it in left them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from assess.errors import Refused
from assess.languages import gettext

MAX_BYTES = 32 * 2**20
MAX_PAGES = 500
MAX_FIELDS = 20_000
MAX_TEXT = 1_000_000
MAX_NOTES = 1_000

_OFF = ("", "/Off", "Off")


class Annotation(NamedTuple):
    """What somebody wrote on a page and in no field: typed over it, or on a sticky note."""

    text: str
    page: int
    field: str | None
    """The name of the field that is nearest to it on its page."""


class Fields(NamedTuple):
    """What stands in the fields, by name, and on which page each field is."""

    texts: dict[str, str]
    pages: dict[str, int]
    annotations: tuple[Annotation, ...] = ()
    attached: tuple[str, ...] = ()
    """The names of files that are attached."""


def read_fields(content: bytes, name: str) -> Fields:
    """Read the fields of a PDF; a ticked box says `yes`, one that is not says nothing.

    Raises Refused where it is damaged, locked or too large.
    """
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for a questionnaire.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
    from pypdf import PdfReader

    with explained(name), quiet():
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not _opens(reader):
            raise Refused(
                gettext("{name} is locked with a password; save it without one.", name=name), ()
            )
        if len(reader.pages) > MAX_PAGES:
            raise Refused(
                gettext(
                    "{name} has {count} pages, which is too many for a questionnaire.",
                    name=name,
                    count=len(reader.pages),
                ),
                (),
            )
        fields = Fields({}, {})
        annotations: list[Annotation] = []
        for number, page in enumerate(reader.pages, start=1):
            placed: list[tuple[float, float, str]] = []
            for widget in _annotations(page, is_widget=True):
                _keep(widget, number, fields)
                placed.append((*_middle(widget), _field_of(widget)[1]))
                if len(fields.pages) > MAX_FIELDS:
                    raise Refused(
                        gettext("{name} has more fields than a questionnaire.", name=name), ()
                    )
            annotations += islice(_written(page, number, placed), MAX_NOTES)
        attached = tuple(map(str, islice(reader.attachments, MAX_NOTES)))
        return fields._replace(annotations=tuple(annotations), attached=attached)


def _written(
    page: Any, number: int, placed: list[tuple[float, float, str]]
) -> Iterator[Annotation]:
    for found in _annotations(page, is_widget=False):
        if str(found.get("/Subtype", "")) in ("/Popup", "/Link"):
            continue
        text = field_text(found.get("/Contents", "")).strip()
        attached = found.get("/FS")
        if attached is not None:
            name = attached.get_object().get("/UF", attached.get_object().get("/F", ""))
            text = "\n".join(filter(None, (text, gettext("an attached file ({name})", name=name))))
        if not text:
            continue
        across, up = _middle(found)
        near = min(
            placed, key=lambda at: (round(abs(at[1] - up)), abs(at[0] - across)), default=None
        )
        yield Annotation(text, number, near[2] if near else None)


def _middle(annotation: Any) -> tuple[float, float]:
    try:
        left, low, right, high = (float(part) for part in annotation["/Rect"])
    except (KeyError, TypeError, ValueError):
        return 0.0, 0.0
    return (left + right) / 2, (low + high) / 2


def _opens(reader: Any) -> bool:
    """Open a file that only keeps others from changing it: no password is asked to read it."""
    try:
        return bool(reader.decrypt(""))
    except NotImplementedError:
        return False


def _annotations(page: Any, *, is_widget: bool) -> Iterator[Any]:
    annotations = page.get("/Annots")
    for annotation in annotations.get_object() if annotations is not None else ():
        widget = annotation.get_object()
        if isinstance(widget, dict) and (widget.get("/Subtype") == "/Widget") == is_widget:
            yield widget


def _keep(widget: Any, page: int, fields: Fields) -> None:
    field, name = _field_of(widget)
    if not name:
        return
    fields.pages.setdefault(name, page)
    kind = str(widget.get("/FT", field.get("/FT", "")))
    value = widget.get("/V", field.get("/V", ""))
    if kind == "/Btn":
        state = str(value or widget.get("/AS", ""))
        text = "" if state in _OFF else "yes"
    else:
        text = field_text(value)
    if text or name not in fields.texts:
        fields.texts[name] = text


def _field_of(widget: Any) -> tuple[Any, str]:
    """Give the field of a widget and its name, which may stand a level higher."""
    field = widget
    for _ in range(8):
        if "/T" in field or "/Parent" not in field:
            break
        field = field["/Parent"]
    return field, str(field.get("/T", ""))


def field_text(value: Any) -> str:
    """Give a text; a long one may stand in a stream of its own."""
    whole = value.get_object() if hasattr(value, "get_object") else value
    if hasattr(whole, "get_data"):
        data = whole.get_data()
        encoding = "utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
        return str(data.decode(encoding, errors="replace"))[:MAX_TEXT]
    if isinstance(whole, list):
        return "; ".join(str(part) for part in whole)[:MAX_TEXT]
    return str(whole).replace("\r\n", "\n").replace("\r", "\n")[:MAX_TEXT]


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Say in one sentence what the library stumbled over; what it may raise is not written down."""
    try:
        yield
    except Refused:
        raise
    except MemoryError:
        raise Refused(gettext("{name} is too large to be read.", name=name), ()) from None
    except Exception as error:
        why = str(error).split("\n")[0][:100] or type(error).__name__
        raise Refused(
            gettext("{name} is damaged and cannot be read ({why}).", name=name, why=why), ()
        ) from error


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the library from talking to the terminal."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # which those below it take over
    try:
        yield
    finally:
        logger.setLevel(before)
