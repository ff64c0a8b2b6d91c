"""Arrays of numbers in the store: bytes, in the order of the machine that wrote them."""

from __future__ import annotations

import sys
from array import array
from typing import Any


def array_from(kind: str, content: bytes, byte_order: str) -> array[Any]:
    """Give the numbers that were kept as bytes, on a machine of another byte order as well."""
    found: array[Any] = array(kind)
    found.frombytes(content)
    if byte_order != sys.byteorder:
        found.byteswap()
    return found
