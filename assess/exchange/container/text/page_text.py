"""The text of a web page: in the encoding that it states, where it is in it."""

from __future__ import annotations

from assess.errors import Refused
from assess.exchange.container.text.encoding import Decoded, LineLanguages, decoded, known_encoding

_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
"""What browsers take for encodings that pages state, by the standard of HTML."""


def page_text(
    content: bytes,
    name: str,
    *,
    encoding: str | None = None,
    languages: LineLanguages | None = None,
) -> Decoded:
    """Give the source of a page as text; raises Refused as `decoded` does."""
    from bs4.dammit import EncodingDetector

    if encoding or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decoded(content, name, encoding=encoding, languages=languages)
    try:
        content.decode("utf-8")  # few other texts are valid by chance, whatever they state
    except UnicodeDecodeError:
        stated = EncodingDetector.find_declared_encoding(content, is_html=True)
        known = known_encoding(str(stated)) if stated else None
        if known is not None and not known.startswith("utf"):
            try:
                return decoded(content, name, encoding=_AS_BROWSERS.get(known, known))
            except Refused:
                pass
    return decoded(content, name, languages=languages)
