"""Lists are in the order of each language's own alphabet."""

from __future__ import annotations

import pytest

from assess.core.questionnaire.questionnaire import questionnaire
from assess.core.text.alphabet import Alphabet
from assess.languages import speaking
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.languages.translation.sorting import alphabet_of

ORDERS = [
    ("da", ["Albertslund", "Ebeltoft", "Zealand", "Ærø", "Ølstykke", "Aalborg", "Århus"]),
    ("da", ["Bredebro", "Tyskland", "Ülm", "Zebra", "Ängelholm", "Österbro"]),
    ("pl", ["Cerkiew", "Czechy", "Ćmielów", "Dania", "Lubin", "Luz", "Łotwa", "Łódź", "Malta"]),
    ("pl", ["Zamość", "Zwoleń", "Źródło", "Żary"]),
    ("es", ["Nepal", "Nuuk", "Ñandú", "Omán"]),
    ("de", ["Aachen", "Ägypten", "Albanien", "Öhringen", "Olpe", "Straße", "Strasse b"]),
    ("fr", ["Ecosse", "Égypte", "Elbe", "États-Unis"]),
    ("it", ["Città", "Cittadella"]),
    ("en", ["Åland", "Albania", "Łódź", "Zealand"]),
    ("en-XA", ["Åland", "Albania", "Łódź", "Zealand"]),
]


@pytest.mark.parametrize(("code", "names"), ORDERS)
def test_names_are_in_the_order_of_the_language(code: str, names: list[str]) -> None:
    turned = list(reversed(names))
    assert sorted(turned, key=alphabet_of(code).key) == names


@pytest.mark.parametrize(
    ("code", "name", "letter"),
    [
        ("da", "Århus", "Å"),
        ("da", "Aalborg", "Å"),
        ("da", "Ängelholm", "Æ"),
        ("en", "Århus", "A"),
        ("pl", "Łódź", "Ł"),
        ("de", "Łódź", "L"),
        ("pl", "4 Cluster", "4"),
        ("da", "–", ""),
    ],
)
def test_a_name_stands_below_the_letter_of_the_language(code: str, name: str, letter: str) -> None:
    assert alphabet_of(code).letter(name) == letter


@pytest.mark.parametrize("code", ["da", "pl", "es"])
def test_a_key_is_that_of_plain_words_where_the_language_has_no_letter_of_its_own(
    code: str,
) -> None:
    for text in ("North-Sea & Co.", "Île de Ré", "Москва", ""):
        assert alphabet_of(code).key(text) == Alphabet().key(text)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [("da", "Zimbabwe", "Østrig"), ("pl", "Luksemburg", "Łotwa"), ("de", "Ägypten", "Zypern")],
)
def test_the_countries_of_a_form_are_in_the_order_of_its_language(
    code: str, before: str, after: str
) -> None:
    from assess.catalogue import load
    from assess.locations import indicators_folder

    catalogue = load(indicators_folder())
    with speaking(code):
        form = questionnaire(catalogue, say=say, language=code, alphabet=alphabet())
    labels = [country.label for country in form.countries]
    assert labels.index(before) < labels.index(after)
