"""Brings the PO files of the checkout up to date with their source, and compiles them.

Run by whoever changed a sentence, and with codes to begin languages:

    ./run python -m assess.languages.translation [CODE...]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from assess.languages.translation.extraction import (
    SourceText,
    texts_of_catalogue,
    texts_of_code,
    texts_of_templates,
)
from assess.languages.translation.look_up import FOLDER, compiled_from, languages_in
from assess.languages.translation.po_file import read_catalog, updated, written

_PACKAGE = Path(__file__).resolve().parents[2]
_CHECKOUT = _PACKAGE.parent

PARTS: tuple[tuple[Path, Path, Callable[[Path], Iterable[SourceText]]], ...] = (
    (_PACKAGE, _PACKAGE / FOLDER, texts_of_code),
    (_CHECKOUT / "report_templates", _CHECKOUT / "report_templates" / FOLDER, texts_of_templates),
    (_CHECKOUT / "indicators", _CHECKOUT / "indicators" / FOLDER, texts_of_catalogue),
)


def main(begun: Iterable[str]) -> None:
    """Bring every file up to date."""
    for source, folder, find in PARTS:
        texts = list(find(source))
        folder.mkdir(exist_ok=True)
        for code in sorted({*languages_in(folder), *begun}):
            path = folder / f"{code}.po"
            content = written(updated(read_catalog(path, code), texts))
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
            path.with_suffix(".mo").write_bytes(compiled_from(path))


if __name__ == "__main__":
    main(sys.argv[1:])
