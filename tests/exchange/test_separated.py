"""By which sign the cells of a text are told apart."""

from __future__ import annotations

import pytest

from assess.exchange.container.text.separated import separated_rows, separator


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("name;country\nA, B;Norway\nC;Norway\n", ";"),
        ("name,country,note\nA,NOR,x\n", ","),
        ('name,country,note\nA,NOR,"a;b\nc;d\ne;f\ng;h"\n', ","),
        ("name,country,note\r\nA,NOR,a;b\u2028c;d\u2028e;f\x0bg;h\r\n", ","),
        ('name;share\nA;"1,5"\nB;"2,5"\n', ";"),
        ("name;share\nA;1,5\nB;2,5\nC;3,5\n", ";"),
        ("List 2026\n\nname\tcountry\nA, B\tNorway\nC, D\tNorway\n", "\t"),
        ("sep=|\nname|a,b\nA|c,d\n", "|"),
        ("one column\nalone\n", ","),
        ("", ","),
    ],
)
def test_the_sign_between_cells_is_told_by_the_rows(text: str, sign: str) -> None:
    assert separator(text) == sign


def test_a_long_text_is_told_by_its_beginning() -> None:
    text = "name;country\n" + "A, B;Norway\n" * 40 + 'C;"' + "x, y\n" * 100_000 + '"\n'
    assert separator(text) == ";"
    assert len(list(separated_rows(text, ";", "list"))) == 42
