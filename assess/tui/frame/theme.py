"""The two themes of the house, light and dark, from the tokens that also dress the report."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DARK = "assess-dark"
LIGHT = "assess-light"


def themes(tokens: Mapping[str, str]) -> tuple[Theme, Theme]:
    """Give the dark and the light theme; tokens are colours as `#RRGGBB` by name."""
    return _dark(tokens), _light(tokens)


def _light(tokens: Mapping[str, str]) -> Theme:
    return Theme(
        name=LIGHT,
        dark=False,
        primary=tokens["accent"],
        secondary=tokens["secondary"],
        accent=tokens["accent"],
        warning=tokens["amber"],
        error=tokens["amber"],
        success=tokens["accent"],
        foreground=tokens["ink"],
        background=tokens["paper"],
        surface=tokens["wash"],
        panel=tokens["rule"],
        text_alpha=1.0,
        variables=_variables(
            quiet=tokens["secondary"],
            line=tokens["rule"],
            chosen=_mixed(tokens["paper"], tokens["accent"], 0.14),
            ink=tokens["ink"],
            accent=tokens["accent"],
        ),
    )


def _dark(tokens: Mapping[str, str]) -> Theme:
    """Turn paper into night: the ink becomes the ground, the accents are lifted until they read."""
    night = _mixed(tokens["ink"], "#000000", 0.42)
    ink = _mixed(tokens["wash"], tokens["rule"], 0.35)
    accent = _mixed(tokens["accent"], "#FFFFFF", 0.48)
    amber = _mixed(tokens["amber"], "#FFFFFF", 0.42)
    return Theme(
        name=DARK,
        dark=True,
        primary=accent,
        secondary=_mixed(tokens["secondary"], "#FFFFFF", 0.38),
        accent=accent,
        warning=amber,
        error=amber,
        success=accent,
        foreground=ink,
        background=night,
        surface=_mixed(night, tokens["ink"], 0.75),
        panel=_mixed(tokens["ink"], tokens["secondary"], 0.3),
        text_alpha=1.0,
        variables=_variables(
            quiet=_mixed(tokens["secondary"], "#FFFFFF", 0.38),
            line=_mixed(tokens["ink"], tokens["secondary"], 0.45),
            chosen=_mixed(night, tokens["accent"], 0.55),
            ink=ink,
            accent=accent,
        ),
    )


def _mixed(first: str, second: str, share: float) -> str:
    return Color.parse(first).blend(Color.parse(second), share).hex


def _variables(*, quiet: str, line: str, chosen: str, ink: str, accent: str) -> dict[str, str]:
    """Name what the styles of the screens use beyond a theme's own colours."""
    return {
        "text-muted": quiet,
        "border": line,
        "border-blurred": line,
        "footer-key-foreground": accent,
        "footer-description-foreground": quiet,
        "footer-background": "transparent",
        "block-cursor-background": chosen,
        "block-cursor-foreground": ink,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": chosen,
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": chosen,
        "input-cursor-background": accent,
        "input-selection-background": chosen,
        "scrollbar": line,
        "scrollbar-background": "transparent",
        "scrollbar-corner-color": "transparent",
    }
