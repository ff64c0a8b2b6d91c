"""Flaws: what a validator finds wrong, as a code with named values; `languages` says how."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def flaw(code: str, **values: object) -> PydanticCustomError:
    """Give the error that a validator raises; whoever lists faults says it by its code."""
    return PydanticCustomError(code, code, values or None)
