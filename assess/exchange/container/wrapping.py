"""What files travel in: a ZIP or a message with one file in it, a web page saved as one file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import NamedTuple

from assess.errors import Refused
from assess.exchange.container.recognition import Kind, recognise
from assess.languages import gettext

MAX_BYTES = 64 * 2**20
MAX_FILES = 5_000
_DEEPEST = 3
_IGNORED = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What machines add to folders."""


class Unwrapped(NamedTuple):
    """What was in a file, or the file itself."""

    content: bytes
    name: str
    """The name of the file, with that of the file within it."""


def unwrapped(content: bytes, name: str) -> Unwrapped:
    """Take a single file out of what it travels in; raises Refused where there are several."""
    found = Unwrapped(content, name)
    for _ in range(_DEEPEST):
        match recognise(found.content):
            case Kind.ZIP:
                found = _out_of_zip(found)
            case Kind.MIME:
                found = _out_of_message(found)
            case _:
                return found
    return found


def _out_of_zip(outer: Unwrapped) -> Unwrapped:
    name = outer.name
    try:
        with zipfile.ZipFile(io.BytesIO(outer.content)) as archive:
            part = _only_part(archive, name)
            with archive.open(part) as file:
                content = file.read(MAX_BYTES + 1)
    except Refused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        why = str(error).split("\n")[0][:120] or type(error).__name__
        raise Refused(gettext("{name} is damaged: {error}.", name=name, error=why), ()) from error
    except (NotImplementedError, RuntimeError) as error:
        raise Refused(
            gettext(
                "{name} is compressed in a way that cannot be read: {error}.",
                name=name,
                error=str(error).split("\n")[0][:120],
            ),
            (),
        ) from error
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext("{name}: {part} is too large to be read.", name=name, part=part.filename), ()
        )
    return Unwrapped(content, f"{name}: {part.filename}")


def _only_part(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    files = [part for part in archive.infolist() if not part.is_dir() and _is_meant(part)]
    _demand_one([part.filename for part in files], name)
    (part,) = files
    if part.flag_bits & 1:
        raise Refused(
            gettext("{name} is locked with a password; save it without one.", name=name), ()
        )
    return part


def _is_meant(part: zipfile.ZipInfo) -> bool:
    """Tell whether somebody put a file there, and no program of their machine."""
    folder, _, last = part.filename.rpartition("/")
    return not folder.startswith("__MACOSX") and last not in _IGNORED


def _demand_one(files: Sequence[str], name: str) -> None:
    if len(files) == 1:
        return
    if not files:
        raise Refused(gettext("{name} is an archive without a file in it.", name=name), ())
    shown = ", ".join(files[:5]) + (" ..." if len(files) > 5 else "")
    raise Refused(
        gettext(
            "{name} holds several files ({files}); unpack it, and import those that you want.",
            name=name,
            files=shown,
        ),
        (),
    )


def _out_of_message(outer: Unwrapped) -> Unwrapped:
    """Give the attachment of a message, or else its page or text."""
    message = message_from_bytes(outer.content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101  which that policy makes
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > MAX_FILES:
        raise Refused(gettext("{name} is too large to be read.", name=outer.name), ())
    attached = [part for part in parts if part.get_content_disposition() == "attachment"]
    if attached:
        names = [part.get_filename() or "?" for part in attached]
        _demand_one(names, outer.name)
        return Unwrapped(_bytes_of(attached[0]), f"{outer.name}: {names[0]}")
    for kind in ("text/html", "application/xhtml+xml", "text/plain", "text/csv"):
        for part in parts:
            if part.get_content_type() == kind:
                return Unwrapped(_text_of(part), outer.name)
    raise Refused(gettext("{name} is a message without a text or a page.", name=outer.name), ())


def _bytes_of(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text_of(part: MIMEPart) -> bytes:
    """Give a text in UTF-8 where the message says in which encoding it is; else as it is."""
    content, stated = _bytes_of(part), part.get_content_charset()
    if not stated:
        return content
    try:
        return content.decode(stated).encode("utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        return content
