"""Libraries: which parts of the printer work on this machine. Asked for in the worker only."""

from __future__ import annotations

from pathlib import Path

from assess.languages import gettext, gettext_noop, ngettext
from assess.render.printing.notes import unprintable


def found(templates: Path) -> list[dict[str, object]]:
    """Load the printer with its native libraries and say what of them is there.

    An OSError or a crash while loading is for the parent to explain.
    """
    import weasyprint
    from weasyprint.text import ffi

    fonts = sorted(path.name for path in (templates / "fonts").glob("*.ttf"))
    number = ffi.pango.pango_version()
    pango = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    subset = ffi.harfbuzz_subset is not None
    return [
        _line("WeasyPrint", weasyprint.__version__, works=True),
        _line("Pango", pango, works=True),
        _line(
            "harfbuzz-subset",
            gettext("there") if subset else gettext("missing: printing takes longer"),
            works=subset,
            package=gettext(
                "libharfbuzz-subset0 (Debian), harfbuzz (Fedora, Homebrew), "
                "mingw-w64-ucrt-x86_64-harfbuzz (MSYS2)"
            ),
        ),
        _line(
            gettext("Bundled fonts"),
            ngettext("{count} file", "{count} files", len(fonts))
            if fonts
            else gettext("there is no font file in the folder of templates"),
            works=bool(fonts),
        ),
        *_scripts(),
    ]


_SCRIPTS = {
    gettext_noop("Greek and Cyrillic"): "Ωя",
    gettext_noop("Arabic"): "ع",
    gettext_noop("Hebrew"): "ש",
    gettext_noop("Thai"): "ก",
    gettext_noop("Chinese and Japanese"): "漢あ",
    gettext_noop("Emoji"): "😀",
}

_PACKAGES = {
    "Greek and Cyrillic": (
        "fonts-noto-core (Debian), google-noto-sans-fonts (Fedora), font-noto-sans (Homebrew)"
    ),
    "Arabic": (
        "fonts-noto-core (Debian), google-noto-sans-arabic-fonts (Fedora), "
        "font-noto-sans-arabic (Homebrew)"
    ),
    "Hebrew": (
        "fonts-noto-core (Debian), google-noto-sans-hebrew-fonts (Fedora), "
        "font-noto-sans-hebrew (Homebrew)"
    ),
    "Thai": (
        "fonts-noto-core (Debian), google-noto-sans-thai-fonts (Fedora), "
        "font-noto-sans-thai (Homebrew)"
    ),
    "Chinese and Japanese": (
        "fonts-noto-cjk (Debian), google-noto-sans-cjk-fonts (Fedora), "
        "font-noto-sans-cjk (Homebrew)"
    ),
    "Emoji": (
        "fonts-noto-color-emoji (Debian), google-noto-color-emoji-fonts (Fedora), "
        "font-noto-color-emoji (Homebrew)"
    ),
}
"""What brings each script, by the system whose package it is."""


def _scripts() -> list[dict[str, object]]:
    """Print a letter of each script, and tell for which no font was found."""
    missing = unprintable("".join(_SCRIPTS.values()))
    lines = []
    for script, letters in _SCRIPTS.items():
        works = missing.isdisjoint(letters)
        words = (
            gettext("printable")
            if works
            else gettext("no font: the numbers of such characters are printed")
        )
        lines.append(
            _line(
                gettext("Script: {script}", script=gettext(script)),
                words,
                works=works,
                package=_PACKAGES[script],
                needed=False,
            )
        )
    return lines


def _line(
    name: str, words: str, *, works: bool, package: str = "", needed: bool = True
) -> dict[str, object]:
    return {
        "name": name,
        "text": words,
        "works": works,
        "package": "" if works else package,
        "needed": needed,
    }
