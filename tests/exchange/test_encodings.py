"""In which encoding a text is: decided by evidence, or asked for with both readings."""

from __future__ import annotations

import pytest

from assess.errors import Refused
from assess.exchange.container.text.encoding import decoded
from assess.exchange.container.text.line_languages import languages_of_lines

CZECH = "Název;Obor\nČeský optický klastr\nMoravskoslezský klaster Štěstí\nPlzeň"

TOLD = [
    (CZECH, "cp1250", "CZ"),
    (CZECH, "iso8859-2", "CZ"),
    (CZECH, "mac_latin2", "CZ"),
    (CZECH, "cp1250", ""),
    ("Klaster Łódź – Żywność", "cp1250", "PL"),
    ("Klaster Łódź - Żywność", "iso8859-2", "PL"),
    ("Győri Járműipari Klaszter", "cp1250", "HU"),
    ("Mühlenkreis Café Straße", "cp1252", "DE"),
    ("Mühlenkreis Café Straße", "mac_roman", "DE"),
    ("Pôle Systèmes\nRéseau à Marseille", "cp1252", "FR"),
    ("Συστάδα Τροφίμων Άλφα", "cp1253", "GR"),
    ("Συστάδα Τροφίμων Άλφα", "iso8859-7", "CY"),
    ("Клъстер Храни", "cp1251", "BG"),
    ("Klynge Ærø Øst", "cp1252", "DK"),
    ("Klynge Ærø Øst", "cp850", "NO"),
    ("Žemės ūkio klasteris", "cp1257", "LT"),
    ("Latvijas IT klasteris ģenerē", "cp1257", "LV"),
    ("Clusterul Învăţământ", "cp1250", "RO"),
    ("İstanbul Bilişim Kümesi", "cp1254", "TR"),
    ("Agrupación de Diseño", "cp1252", "ES"),
    ("Associação São João", "cp1252", "PT"),
    ("Nombre;Sector;Sitio web\nAgrupaci\xf3n de Dise\xf1o;ICT;", "cp1252", ""),
    ("Česko;CZE\nŁódź;POL\nMüller;DEU", "cp1250", ""),
    ("Name\nÅre\nŁódź", "utf-16-le", ""),
    ("Name\nÅre\nŁódź", "utf-16", ""),
    ("Name\nÅre\nŁódź", "utf-8-sig", ""),
]


def countries(*always: str) -> dict[str, str]:
    return {"CZE": "CZ", "POL": "PL", "DEU": "DE"} | {code: code for code in always}


@pytest.mark.parametrize(("text", "encoding", "country"), TOLD)
def test_a_text_is_read_as_it_was_written(text: str, encoding: str, country: str) -> None:
    content = text.encode(encoding)
    languages = languages_of_lines(countries().get, [country] if country else [], content)
    assert decoded(content, "list.csv", languages=languages).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "readings"),
    [
        ("Pôle Systèmes", "cp1252", ["Systčmes", "Systèmes"]),
        ("Mühlenkreis", "mac_roman", ["Mźhlenkreis", "Mühlenkreis"]),
        ("Klynge Ærø Øst", "cp1252", ["Ærø Øst", "Ęrų Ųst"]),
    ],
)
def test_where_two_readings_remain_both_are_shown_and_an_encoding_is_asked_for(
    text: str, encoding: str, readings: list[str]
) -> None:
    with pytest.raises(Refused, match="name the right one") as refused:
        decoded(text.encode(encoding), "list.csv")
    assert all(reading in str(refused.value) for reading in readings)
    assert decoded(text.encode(encoding), "list.csv", encoding=encoding).text == text


def test_lines_with_stray_bytes_in_a_text_of_utf_8_are_named() -> None:
    content = "Mühle\nŁódź\n".encode() + b"Caf\xe9\nplain\n"
    found = decoded(content, "list.csv")
    assert found.text.splitlines() == ["Mühle", "Łódź", "Caf\ufffd", "plain"]
    assert found.notes == ("it was read as UTF-8, but 1 line is not written in it: 3",)


def test_lines_without_letters_beyond_ascii_are_no_evidence_for_utf_8() -> None:
    content = b"one\ntwo\nthree\nfour\nM\xfchle\nStra\xdfe\n"
    languages = languages_of_lines(lambda _: None, ["DE"])
    found = decoded(content, "list.csv", languages=languages)
    assert (found.text.splitlines()[4], found.encoding) == ("Mühle", "Windows-1252")


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("klingon", "There is no encoding klingon"),
        ("hex", "There is no encoding hex"),
        ("utf-8", "is not written in UTF-8: line 2 cannot be read"),
        ("Windows-1257", "is not written in Windows-1257: line 2 cannot be read"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(encoding: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        decoded(b"fine\n\xa1\xe9\n", "list.csv", encoding=encoding)
