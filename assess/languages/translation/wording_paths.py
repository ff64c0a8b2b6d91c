"""Paths: what a text of the catalogue is known by, whatever it says and wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assess.core.text.value import DEFAULT_LANGUAGE, PATH

_NAMES = ("name", "id", "code", "key", "level", "measure", "kind")
"""What an entry of a list is known by, the surest first."""


def wordings_of(read: Mapping[str, Any], file: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the wordings of a file of the catalogue, each with its stable path.

    Questions are known by their names in the whole catalogue; what else an indicator has stands
    under its id, and what no indicator has under the name of the file.
    """
    found = read.get("id")
    for steps, wording in _within(read, (found if isinstance(found, str) else file,)):
        yield ".".join(steps), wording


def placed(read: dict[str, Any], file: str) -> dict[str, Any]:
    """Give each wording of a file that was read its path, beside its languages."""
    for path, wording in wordings_of(read, file):
        wording[PATH] = path
    return read


def _within(read: Any, steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    if not isinstance(read, dict):
        return
    if isinstance(read.get(DEFAULT_LANGUAGE), str):
        yield steps, read
        return
    for key, value in read.items():
        if isinstance(value, dict):
            yield from _within(value, (*steps, key))
        elif isinstance(value, list):
            yield from _within_list(value, steps, key)


def _within_list(
    entries: Sequence[Any], steps: tuple[str, ...], key: str
) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    names: list[str] = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            continue
        known = (str(entry[name]) for name in _NAMES if isinstance(entry.get(name), str | int))
        name = next(known, str(number))
        names.append(name)
        again = names.count(name)
        alone = name if again == 1 else f"{name}_{again}"
        yield from _within(entry, (alone,) if key == "question" else (*steps, key, alone))
