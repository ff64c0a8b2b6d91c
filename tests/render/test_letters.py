"""Letters as pixels: text that is extracted right may still be printed with wrong glyphs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import weasyprint
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from assess.core.report.figure.picture import BandPicture, Panel, PictureRow
from assess.render.chart.printed import printed as printed_chart
from assess.render.document.design_tokens import load_tokens
from assess.render.printing.notes import unprintable

LETTERS = "Ažčřťďůßøåñçœ Приветыюжщ Ωμέγαλψξ 0123456789%◆".replace(" ", "")
FACES = (
    ("SourceSans3-Regular.ttf", "normal 400"),
    ("SourceSans3-Semibold.ttf", "normal 600"),
    ("SourceSans3-It.ttf", "italic 400"),
)
SIZE, SCALE = 48, 2


def inked(image: Any) -> Any:
    """Give the ink of a picture, cut to its edges and brought to one size; None: there is none."""
    dark = image.convert("L").point(lambda light: 255 if light < 128 else 0)
    box = dark.getbbox()
    return dark.crop(box).resize((64, 64)) if box else None


def unlike(one: Any, other: Any) -> float:
    """Give how much of two pictures differs, from 0 to 1."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 255


@pytest.mark.parametrize(("file", "style"), FACES)
def test_every_letter_printed_is_that_of_the_bundled_file(
    file: str, style: str, templates: Path
) -> None:
    faces = "".join(
        f'@font-face {{ font-family: "Report Sans"; font-style: {one.split()[0]}; '
        f'font-weight: {one.split()[1]}; src: url("fonts/{name}"); }}'
        for name, one in FACES
    )
    slant, weight = style.split()
    body = "".join(f"<p>{letter}</p>" for letter in LETTERS)
    page = (
        f"<style>{faces} @page {{ size: 120pt; margin: 20pt }} p {{ margin: 0; font: {slant} "
        f'{weight} {SIZE}pt "Report Sans"; break-after: page }}</style>{body}'
    )
    printed = weasyprint.HTML(string=page, base_url=f"{templates.as_uri()}/").write_pdf()
    font = ImageFont.truetype(str(templates / "fonts" / file), SIZE * SCALE)
    with pypdfium2.PdfDocument(printed) as document:
        for number, letter in enumerate(LETTERS):
            found = inked(document[number].render(scale=SCALE).to_pil())
            expected = inked(drawn(letter, font))
            assert found is not None, letter
            assert unlike(found, expected) < 0.08, letter


def test_a_wrong_letter_would_be_found(templates: Path) -> None:
    font = ImageFont.truetype(str(templates / "fonts" / FACES[0][0]), 96)
    shapes = {letter: inked(drawn(letter, font)) for letter in "еёжПнΩ"}
    pairs = [(one, other) for one in shapes for other in shapes if one < other]
    assert all(unlike(shapes[one], shapes[other]) > 0.08 for one, other in pairs)


def fonts_of(printed: bytes) -> Iterator[Any]:
    """Give the fonts of this machine that a file was printed with."""
    with pikepdf.open(BytesIO(printed)) as document:
        names = {str(font.BaseFont) for font in document.pages[0].Resources.Font.values()}
    for name in names:
        family = name.partition("+")[2].replace("-", " ")
        asked = ["fc-match", "-f", "%{file}\n%{index}", family]
        file, index = subprocess.run(
            asked, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        yield ImageFont.truetype(file, SIZE * SCALE, index=int(index) & 0xFFFF)


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="nothing tells where fonts are")
@pytest.mark.parametrize(
    ("script", "letters"),
    [
        ("Arabic", "عبسقمنهي"),
        ("Hebrew", "אבגדהשתם"),
        ("Thai", "กขคดมหอฮ"),
        ("Chinese", "能源产业集群漢"),
        ("Japanese", "クラスタのエネ機構"),
    ],
)
def test_every_letter_of_another_script_is_that_of_a_font_here(script: str, letters: str) -> None:
    if missing := unprintable(letters):
        pytest.skip(f"no font of this machine has {script}: {''.join(sorted(missing))}")
    body = "".join(f"<p>{letter}</p>" for letter in letters)
    page = (
        "<style>@page { size: 120pt; margin: 20pt } "
        f"p {{ margin: 0; font: {SIZE}pt sans-serif; break-after: page }}</style>{body}"
    )
    printed = weasyprint.HTML(string=page).write_pdf()
    fonts = list(fonts_of(printed))
    with pypdfium2.PdfDocument(printed) as document:
        for number, letter in enumerate(letters):
            found = inked(document[number].render(scale=SCALE).to_pil())
            assert found is not None, letter
            assert min(unlike(found, inked(drawn(letter, font))) for font in fonts) < 0.08, letter


def drawn(letter: str, font: Any) -> Any:
    """Draw a letter, or a box where the font has none."""
    wanted = Image.new("L", (4 * SIZE * SCALE, 4 * SIZE * SCALE), 255)
    ImageDraw.Draw(wanted).text((SIZE, SIZE), letter, font=font, fill=0)
    return wanted


def test_arabic_letters_in_a_chart_are_joined(templates: Path) -> None:
    if unprintable("ع"):
        pytest.skip("no font of this machine has Arabic")
    tokens = load_tokens(templates)

    def ink(text: str) -> float:
        row = PictureRow(label=text, place=None, text="", figure="")
        panel = Panel(axis=None, unit="", rows=(row,))
        picture = BandPicture(title="Age", alternative="Age", panels=(panel,))
        chart = printed_chart(picture, tokens, "", frozenset())
        page = (
            "<style>@page { size: 480pt 80pt; margin: 0 } .chart { position: relative } "
            f".chart p {{ position: absolute; font-size: 30pt; white-space: pre }}</style>{chart}"
        )
        written = weasyprint.HTML(string=page).write_pdf()
        with pypdfium2.PdfDocument(written) as document:
            image = document[0].render(scale=2).to_pil().convert("L")
        box = image.point(lambda light: 255 if light < 128 else 0).getbbox()
        return float(box[2] - box[0]) if box else 0.0

    apart = ink("ع\u200cع\u200cع")
    assert ink("ععع") < 0.9 * apart
