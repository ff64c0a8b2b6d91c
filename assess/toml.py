"""Reading TOML, of any depth and size of its parts: what is none raises TOMLDecodeError alone."""

from __future__ import annotations

import tomllib
from tomllib import TOMLDecodeError
from typing import Any

from assess.languages import gettext

__all__ = ["TOMLDecodeError", "read_toml"]

MOST_LEVELS = 32
"""How deep parts may stand within parts; the catalogue needs six."""


def read_toml(text: str) -> dict[str, Any]:
    """Read a text; raises TOMLDecodeError also for what the library gives up at in another way."""
    if any(map(_has_long_key, text.splitlines())):
        raise _too_deep()
    try:
        found = tomllib.loads(text)
    except RecursionError as error:
        raise _too_deep() from error
    except TOMLDecodeError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise TOMLDecodeError(gettext("a number has too many digits")) from error
    _demand_shallow(found)
    return found


def _too_deep() -> TOMLDecodeError:
    return TOMLDecodeError(
        gettext("its parts are in one another more than {levels} levels deep", levels=MOST_LEVELS)
    )


def _has_long_key(line: str) -> bool:
    """Tell whether a line begins with a key of very many parts: of thousands it takes minutes."""
    key, is_followed, _ = line.partition("=")
    is_key = bool(is_followed) or line.lstrip().startswith("[")
    return is_key and key.count(".") > MOST_LEVELS * 4


def _demand_shallow(content: dict[str, Any]) -> None:
    level: list[Any] = [content]
    for _ in range(MOST_LEVELS):
        level = [
            part
            for whole in level
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if isinstance(part, dict | list)
        ]
        if not level:
            return
    raise _too_deep()
