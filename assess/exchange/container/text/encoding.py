"""In which encoding a text is written: told by evidence, or asked for where two readings remain.

A mark of byte order says it. Otherwise a text is UTF-8 where more of its lines are valid and hold
letters beyond ASCII than are not valid; the others are kept with U+FFFD, and no name that has one
is taken. What is left is one byte for each letter: the letters of the languages in question decide.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assess.errors import Refused, Way
from assess.exchange.container.text.byte_reading import ByteReading, read_lines
from assess.languages import gettext, ngettext
from assess.languages.alphabets import ENCODINGS, NAMES

LineLanguages = Callable[[str], frozenset[str]]
"""Tells from the ASCII of a line in which languages its names may be; nothing: it does not say."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 400
"""Of so many lines with letters beyond ASCII the encoding is told."""
_SHOWN = 40


class Decoded(NamedTuple):
    """A text, and how its bytes were read."""

    text: str
    encoding: str
    """As people call it."""
    notes: tuple[str, ...] = ()
    """What to say of lines that are not written in it."""


def decoded(
    content: bytes,
    name: str,
    *,
    encoding: str | None = None,
    languages: LineLanguages | None = None,
) -> Decoded:
    """Give the bytes of a file as text; Refused where they are none, or two readings remain."""
    if encoding:
        return _as_named(content, name, encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return _marked(content, name, marked)
    if b"\x00" in content:
        return _wide(content, name)
    try:
        return _stated(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lines = content.splitlines()
    beyond = [line for line in lines if not line.isascii()]
    invalid = [line for line in beyond if not _is_utf8(line)]
    if len(beyond) - len(invalid) > len(invalid):
        return _with_stray_bytes(content, lines)
    if len(invalid) < len(beyond):
        readings = read_lines(beyond[:_SAMPLE], ENCODINGS, languages)
        raise _two_readings(name, [_mixed(beyond[:_SAMPLE]), *readings[:2]])
    return _of_one_byte(content, name, beyond[:_SAMPLE], languages)


def known_encoding(encoding: str) -> str | None:
    """Give the name by which Python knows an encoding of texts; None: it knows none of that."""
    said = encoding.strip().casefold()
    by_name = {shown.casefold(): codec for codec, shown in NAMES.items()}
    try:
        found = codecs.lookup(by_name.get(said, said))
        codecs.encode("a", found.name)
        "a".encode(found.name)
    except (LookupError, ValueError, TypeError):
        return None
    return found.name


def shown_encoding(codec: str) -> str:
    """Give the name of an encoding as people know it."""
    return NAMES.get(codec, codec)


def _as_named(content: bytes, name: str, encoding: str) -> Decoded:
    codec = known_encoding(encoding)
    if codec is None:
        raise Refused(
            gettext(
                "There is no encoding {encoding}; it is called, for example, UTF-8, "
                "windows-1250 or iso-8859-2.",
                encoding=encoding,
            ),
            (),
        )
    try:
        return _stated(content.decode("utf-8-sig" if codec == "utf-8" else codec), codec)
    except UnicodeError as error:
        line = content[: getattr(error, "start", 0)].count(b"\n") + 1
        raise Refused(
            gettext(
                "{name} is not written in {encoding}: line {line} cannot be read.",
                name=name,
                encoding=shown_encoding(codec),
                line=line,
            ),
            (),
        ) from error


def _marked(content: bytes, name: str, encoding: str) -> Decoded:
    try:
        return _stated(content.decode(encoding), encoding)
    except UnicodeError:
        if encoding == "utf-8-sig":
            content = content.removeprefix(codecs.BOM_UTF8)
            return _with_stray_bytes(content, content.splitlines())
        return _as_named(content, name, encoding)


def _wide(content: bytes, name: str) -> Decoded:
    """Read UTF-16 without its mark: of Latin letters every second byte is zero."""
    order = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    zeros = max(content[1::2].count(0), content[::2].count(0))
    if zeros * 4 > len(content) // 2:
        try:
            text = content.decode(order)
        except UnicodeDecodeError:
            text = "\x00"
        if "\x00" not in text:
            return _stated(text, order)
    raise Refused(gettext("{name} is not a text, a spreadsheet or a web page.", name=name), ())


def _stated(text: str, encoding: str) -> Decoded:
    return Decoded(text, shown_encoding(encoding))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _with_stray_bytes(content: bytes, lines: Sequence[bytes]) -> Decoded:
    bad = [number for number, line in enumerate(lines, start=1) if not _is_utf8(line)]
    shown = ", ".join(map(str, bad[:10])) + (" ..." if len(bad) > 10 else "")
    note = ngettext(
        "it was read as UTF-8, but {count} line is not written in it: {lines}",
        "it was read as UTF-8, but {count} lines are not written in it: {lines}",
        len(bad),
        lines=shown,
    )
    return Decoded(content.decode("utf-8", "replace"), shown_encoding("utf-8"), (note,))


def _mixed(lines: Sequence[bytes]) -> ByteReading:
    return ByteReading("utf-8", tuple(line.decode("utf-8", "replace") for line in lines))


def _of_one_byte(
    content: bytes, name: str, lines: Sequence[bytes], languages: LineLanguages | None
) -> Decoded:
    readings = read_lines(lines, ENCODINGS, languages)
    if not readings:
        raise Refused(
            gettext(
                "The encoding of {name} cannot be told; save it as UTF-8, or name its encoding.",
                name=name,
            ),
            (),
        ).helped_by(Way.ENCODING)
    if len(readings) > 1:
        raise _two_readings(name, readings)
    codec = readings[0].encoding
    return _stated(content.decode(codec, "replace"), codec)


def _two_readings(name: str, readings: Sequence[ByteReading]) -> Refused:
    """Ask which reading is right, with a line that differs in them."""
    place = next(
        (
            number
            for number, lines in enumerate(zip(*(each.lines for each in readings), strict=False))
            if len(set(lines)) > 1
        ),
        0,
    )
    shown = [
        gettext(
            "{encoding}: {text}",
            encoding=shown_encoding(each.encoding),
            text=_around(each.lines[place]),
        )
        for each in readings[:4]
    ]
    return Refused(
        gettext(
            "{name} can be read in more than one encoding; name the right one.",
            name=name,
        ),
        shown,
    ).helped_by(Way.ENCODING)


def _around(line: str) -> str:
    """Give the part of a line around its first letter beyond ASCII."""
    at = next((n for n, letter in enumerate(line) if not letter.isascii()), 0)
    start = max(0, at - _SHOWN // 2)
    return repr(line[start : start + _SHOWN].strip())
