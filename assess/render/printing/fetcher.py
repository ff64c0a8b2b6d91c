"""Fetching: a document may load its template's own files and `data:` addresses, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from assess.languages import gettext


class RefusedAddress(ValueError):
    """A document asked for something that it may not have."""


class Attempt(NamedTuple):
    """Something that a document asked for."""

    address: str
    """Short; of what is carried in the document only its kind: `data:image/svg+xml`."""
    granted: bool


def locked_fetcher(folders: Iterable[Path], attempts: list[Attempt]) -> Any:
    """Give a fetcher for WeasyPrint that reads files below some folders and nothing else.

    Each attempt is added to `attempts` before anything is read. Redirects cannot happen, since
    nothing goes over a network.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    allowed = tuple(folder.resolve() for folder in folders)

    class LockedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
            scheme = url.partition(":")[0].lower()
            if scheme == "data":
                attempts.append(Attempt(re.split("[;,]", url, maxsplit=1)[0][:200], granted=True))
                return super().fetch(url, headers)
            path = _file_of(url) if scheme == "file" else None
            if path is None or not any(path.is_relative_to(folder) for folder in allowed):
                attempts.append(Attempt(url[:200], granted=False))
                raise RefusedAddress(gettext("not allowed: {url}", url=url[:200]))
            attempts.append(Attempt(url[:200], granted=True))
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _type_of(path)})

    return LockedFetcher(allowed_protocols=("file", "data"), allow_redirects=False)


def _file_of(url: str) -> Path | None:
    """Give the file of an address, links followed; None where it is not one of this machine."""
    parts = urlsplit(url)
    if parts.netloc not in ("", "localhost"):
        return None
    try:
        return Path(
            url2pathname(unquote(parts.path) if "%" in parts.path else parts.path)
        ).resolve()
    except (OSError, ValueError):
        return None


def _type_of(path: Path) -> str:
    types = {".css": "text/css", ".ttf": "font/ttf", ".otf": "font/otf", ".svg": "image/svg+xml"}
    return types.get(path.suffix.lower(), "application/octet-stream")
