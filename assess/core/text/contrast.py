"""Contrast of two colours, as the Web Content Accessibility Guidelines define it."""

from __future__ import annotations

TEXT = 4.5
"""The least contrast of text on its ground."""


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours as `#RRGGBB`, from 1 (none) to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, share: float) -> str:
    """Give a colour with white mixed in; a share of 1 leaves it as it is."""
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (byte / 255 for byte in _parts(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
