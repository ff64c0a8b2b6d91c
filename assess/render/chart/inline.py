"""Charts in a browser: part of the page, each for a desk and for a telephone.

What a mark stands for is told where it is pointed at, and where it is come to by key, without a
script.
"""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from assess.core.report.figure.picture import Picture
from assess.core.text.design_tokens import Tokens
from assess.render.chart.canvas import Canvas, Tip
from assess.render.chart.chart import compose


def inline_chart(tokens: Tokens, picture: Picture, kind: str = "") -> Markup:
    """Give a picture as part of a page: of two drawings the style sheet shows one."""
    drawings = "".join(
        _drawing(compose(picture, tokens, narrow=narrow), picture.alternative, name)
        for name, narrow in (("at-desk", False), ("at-hand", True))
    )
    return Markup(f'<div class="chart {kind}">{drawings}</div>')  # noqa: S704  escaped


def _drawing(canvas: Canvas, alternative: str, name: str) -> str:
    tips = "".join(_tip(tip, canvas) for tip in canvas.tips)
    return f'<div class="drawing {name}">{canvas.svg(alternative)}{tips}</div>'


def _tip(tip: Tip, canvas: Canvas) -> str:
    """Give the place of a mark with what it says, in per cent of the drawing."""
    left, width = (100 * each / canvas.width for each in (tip.x, tip.width))
    top, height = (100 * each / canvas.height for each in (tip.y, tip.height))
    return (
        f'<span class="tip" tabindex="0" style="top:{top:.1f}%">'
        f'<i style="left:{left:.1f}%;width:{width:.1f}%;height:{height:.1f}%"></i>'
        f"<b>{escape(tip.text, quote=False)}</b></span>"
    )
