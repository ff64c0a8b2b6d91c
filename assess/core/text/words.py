"""Plain words: texts cut to a length, and as a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def shortened(text: str, limit: int) -> str:
    """Give a text on one line, with at most so many characters; a cut one ends in an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > limit // 2 else cut).rstrip(' ,;:.–-')}…"


def sentence(text: str) -> str:
    """Give a text with a capital at its start and one full stop at its end; nothing for nothing."""
    line = text.strip()
    if not line:
        return ""
    end = "" if line[-1] in ".!?…”" else "."
    return f"{line[0].upper()}{line[1:]}{end}"


def runs(numbers: Sequence[int]) -> str:
    """Write numbers with runs of three or more as one: `11, 18–25`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = (
        [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run] for run in runs
    )
    return ", ".join(part for text in texts for part in text)
