"""The theme: one's own colours, logo and imprint, or every fault in them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from assess.core.report.record.theme import themed
from assess.core.text.contrast import contrast
from assess.core.text.design_tokens import Tokens, read_tokens
from assess.errors import Refused
from assess.exchange.report import theme_file

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
WHOLE = """
[colour]
accent = "#7A1F5C"
[logo]
file = "logo.svg"
alternative = "Cluster Agency of the North"
[imprint]
lines = ["Cluster Agency of the North", "Harbour Street 1"]
"""


@pytest.fixture(scope="module")
def tokens(templates: Path) -> Tokens:
    return read_tokens((templates / "tokens.toml").read_text(encoding="utf-8"))


def written(folder: Path, text: str, **files: str | bytes) -> Path:
    """Write a theme with files beside it; `__` in a name stands for the point."""
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(raw)
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(path: Path, tokens: Tokens) -> str:
    """Read a theme that has faults; give what is said of them."""
    with pytest.raises(Refused) as refused:
        theme_file.read(path, tokens)
    return str(refused.value)


def test_a_whole_theme_is_read(tmp_path: Path, tokens: Tokens) -> None:
    theme = theme_file.read(written(tmp_path, WHOLE, logo__svg=LOGO), tokens)
    assert theme.imprint == ("Cluster Agency of the North", "Harbour Street 1")
    assert theme.logo is not None
    assert base64.b64decode(theme.logo.content) == LOGO.encode()
    assert theme.logo.address.startswith("data:image/svg+xml;base64,")
    look = themed(tokens, theme)
    assert look.colour.accent == look.parts.fills[0] == "#7A1F5C"
    assert look.colour.ink == tokens.colour.ink
    assert look.parts.fills[1] != tokens.parts.fills[1]


def test_a_png_is_a_logo_and_a_theme_may_be_nearly_empty(tmp_path: Path, tokens: Tokens) -> None:
    text = '[logo]\nfile = "l.png"\nalternative = "A"'
    theme = theme_file.read(written(tmp_path, text, l__png=PNG), tokens)
    assert theme.logo is not None
    assert theme.logo.kind == "png"
    empty = theme_file.read(written(tmp_path, ""), tokens)
    assert themed(tokens, empty) == tokens


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[colour]\naccent = "#7FD4E0"', "colour.accent: #7FD4E0 on paper #FFFFFF has a contrast"),
        ('[colour]\naccent = "red"', "colour.accent: 'red' is not a colour; write it like"),
        ('[colour]\naccent = "url(http://127.0.0.1:9/x)"', "is not a colour"),
        ('[colour]\nglow = "#7A1F5C"', "colour.glow: there is no such field"),
        ("colour = 3", "colour: "),
        ("[font]\nfamily = 'x'", "font: there is no such part"),
        ("[imprint]\nline = 'x'", "imprint: it has one field, lines"),
        ("[imprint]\nlines = [3]", "imprint.0: "),
        ("[logo]\nfile = 'x.svg'", "logo: it has two fields"),
        ("[logo]\nfile = 'none.svg'\nalternative = 'A'", "none.svg cannot be read"),
        ("[logo]\nfile = 'theme.toml'\nalternative = 'A'", "is neither SVG nor PNG nor JPEG"),
        ("[logo]\nfile = 'logo.svg'\nalternative = ' '", "logo.alternative: "),
        ("not toml", "is not TOML"),
    ],
)
def test_a_fault_is_said_with_its_place(
    text: str, says: str, tmp_path: Path, tokens: Tokens
) -> None:
    assert says in faults_of(written(tmp_path, text, logo__svg=LOGO), tokens)


def test_all_faults_are_said_at_once(tmp_path: Path, tokens: Tokens) -> None:
    said = faults_of(
        written(tmp_path, '[colour]\naccent = "red"\nink = "blue"\n[font]\n[logo]\n'), tokens
    )
    for place in ("colour.accent", "colour.ink", "font:", "logo:"):
        assert place in said


USE = '<use href="#a{}"/>'


@pytest.mark.parametrize(
    ("drawing", "says"),
    [
        ("<script>alert(1)</script>", "contains <script>"),
        ('<image href="http://127.0.0.1:9/z"/>', "outside the file (http://127.0.0.1:9/z)"),
        ('<image href="file:///etc/passwd"/>', "outside the file (file:///etc/passwd)"),
        ('<path fill="url(http://127.0.0.1:9/z#a)"/>', "outside the file"),
        ("<style>@import url(//x.example/y)</style>", "in its style"),
        ('<path onload="alert(1)"/>', "contains code that would run (onload)"),
        ("<foreignObject/>", "contains <foreignObject>"),
        ("<iframe/>", "contains <iframe>"),
        ('<div xmlns="http://www.w3.org/1999/xhtml"/>', "contains <div>"),
        ("<style>a{b:u\\72l(//x.example/y)}</style>", "in its style"),
        ("<style>a{b:\\75\\72\\6c('//x.example/y')}</style>", "in its style"),
        ("<style>@\\69mport '//x.example/y'</style>", "in its style"),
        ("<style>@IMPORT/**/'//x.example/y'</style>", "in its style"),
        ("<style><![CDATA[a{b:url(//x.example/y)}]]></style>", "in its style"),
        ("<style>a{b:url(//x.example/y}</style>", "in its style"),
        ("<style>a{b:image-set('//x.example/y' 1x)}</style>", "in its style"),
        ("<style>@font-face{src:url(//x.example/y)}</style>", "in its style"),
        ('<path style="fill:u\\72l(//x.example/y)"/>', "outside the file"),
        ('<path style="fill:u&#92;72l(//x.example/y)"/>', "outside the file"),
        ("<path mask=\"URL( '//x.example/y' )\"/>", "outside the file"),
        ('<g xml:base="//x.example/"/>', "outside the file"),
        ('<a href="javascript:alert(1)"/>', "outside the file"),
        ('<a href=" java&#10;script:alert(1)"/>', "outside the file"),
        ("<?xml-stylesheet href='//x.example/y'?>", "contains <?xml-stylesheet?>"),
        ('<g id="a"><use href="#a"/></g>', "too many parts"),
        ("<g>" * 150 + "</g>" * 150, "too many parts"),
        (
            "".join(f'<g id="a{n}">{USE.format(n - 1) * 9}</g>' for n in range(9)),
            "too many parts",
        ),
        ('<animate attributeName="href"/>', "contains <animate>"),
    ],
)
def test_a_logo_that_asks_for_something_is_refused(
    drawing: str, says: str, tmp_path: Path, tokens: Tokens
) -> None:
    hostile = LOGO.replace("<path", f"{drawing}<path", 1)
    assert says in faults_of(written(tmp_path, WHOLE, logo__svg=hostile), tokens)


def test_a_logo_with_entities_or_too_large_is_refused(tmp_path: Path, tokens: Tokens) -> None:
    bomb = f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{LOGO}'
    assert "declares entities" in faults_of(written(tmp_path, WHOLE, logo__svg=bomb), tokens)
    large = PNG + b"\0" * theme_file.MOST_BYTES
    assert "larger than" in faults_of(written(tmp_path, WHOLE, logo__svg=large), tokens)


@pytest.mark.parametrize("before", ["", "<?xml version='1.0' encoding='UTF-16'?>"])
def test_what_stands_before_the_drawing_counts_in_every_encoding(
    before: str, tmp_path: Path, tokens: Tokens
) -> None:
    encoding = "utf-16" if before else "utf-8"
    for hostile, says in (
        ("<?xml-stylesheet href='//x.example/y'?>", "contains <?xml-stylesheet?>"),
        ("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>", "declares entities"),
    ):
        logo = (before + hostile + LOGO).encode(encoding)
        assert says in faults_of(written(tmp_path, WHOLE, logo__svg=logo), tokens)


@pytest.mark.parametrize(
    "drawing",
    [
        "<style>.a{fill:url(#b);stroke:rgb(1,2,3)}</style>",
        "<style>.a{fill:url('#b')}</style>",
        '<g id="Layer (1)" transform="translate(1 2)"><use href="#b"/><use href="#b"/></g>',
        '<metadata><x:y xmlns:x="http://www.inkscape.org/x" x:label="a(b) @c"/></metadata>',
        '<linearGradient id="b"><stop offset="1" style="stop-color:#123"/></linearGradient>',
    ],
)
def test_what_drawing_programs_write_is_fine(drawing: str, tmp_path: Path, tokens: Tokens) -> None:
    logo = LOGO.replace("<path", f"{drawing}<path", 1)
    assert theme_file.read(written(tmp_path, WHOLE, logo__svg=logo), tokens).logo


def test_a_gradient_of_its_own_is_fine(tmp_path: Path, tokens: Tokens) -> None:
    drawing = LOGO.replace("<path", '<path fill="url(#a)"')
    assert theme_file.read(written(tmp_path, WHOLE, logo__svg=drawing), tokens).logo


def test_every_text_colour_of_the_shipped_look_has_contrast(tokens: Tokens) -> None:
    for ink in (tokens.colour.ink, tokens.colour.secondary, tokens.colour.accent):
        assert contrast(ink, tokens.colour.paper) >= 4.5
        assert contrast(ink, tokens.colour.wash) >= 4.5
    assert contrast(tokens.colour.amber, tokens.colour.paper) >= 4.5
    assert contrast(tokens.colour.track, tokens.colour.paper) >= 2.9
