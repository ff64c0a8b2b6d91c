"""The tokens of the look, from the folder of templates."""

from __future__ import annotations

from pathlib import Path

from assess.core.text.design_tokens import Tokens, read_tokens
from assess.errors import RenderFault
from assess.files import text_of
from assess.languages import gettext


def load_tokens(templates: Path) -> Tokens:
    """Read the tokens of the look from the folder of templates."""
    path = templates / "tokens.toml"
    try:
        return read_tokens(text_of(path))
    except (OSError, ValueError) as error:
        raise RenderFault(
            gettext(
                "The tokens of the look in {path} cannot be read: {error}", path=path, error=error
            )
        ) from error
