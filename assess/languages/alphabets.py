"""Letters beyond A to Z with which the languages of Europe are written, names included."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

ALPHABETS: Mapping[str, str] = {
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü·",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåéáóöä",
    "de": "äöüßé",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "en": "éè",
    "es": "áéíñóúüª",
    "et": "äõöüšž",
    "eu": "ñçü",
    "fi": "äöåšžæø",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "gl": "áéíñóúü",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áæéíðóöþúýø",
    "it": "àèéìíîòóùú",
    "lb": "äéëöüèêô",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņōŗšūž",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "mt": "àċèġħìòùż",
    "nb": "æøåéèêóòôàäö",
    "nl": "àáäçèéêëíïóôöúûüĳ",
    "nn": "æøåéèêóòôàäö",
    "pl": "ąćęłńóśźżé",
    "pt": "àáâãçéêíòóôõúüª",
    "ro": "ăâîșțşţ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "sq": "çë",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџшčćđšž",
    "sv": "åäöéàüæø",
    "tr": "çğıöşüâîûİ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
"""By their codes in CLDR. Babel does not give the exemplar characters of CLDR."""

_ENCODINGS: Mapping[str, tuple[str, ...]] = {
    "cp1250": ("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr"),
    "iso8859-2": ("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sr"),
    "mac_latin2": ("cs", "hu", "pl", "sk", "lt", "lv"),
    "cp852": ("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl"),
    "cp1252": (
        *("ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "gl", "is", "it", "lb", "nb"),
        *("nl", "nn", "pt", "sq", "sv", "et"),
    ),
    "iso8859-15": (
        *("ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "gl", "is", "it", "lb", "nb"),
        *("nl", "nn", "pt", "sv", "et"),
    ),
    "mac_roman": (
        *("ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "gl", "it", "lb", "nb", "nl"),
        *("nn", "pt", "sv"),
    ),
    "cp850": ("ca", "da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "nn", "pt", "sv"),
    "cp1257": ("et", "lt", "lv"),
    "iso8859-13": ("et", "lt", "lv"),
    "cp1253": ("el",),
    "iso8859-7": ("el",),
    "mac_greek": ("el",),
    "cp1251": ("bg", "mk", "ru", "sr", "uk"),
    "iso8859-5": ("bg", "mk", "ru", "sr"),
    "koi8_r": ("ru", "bg"),
    "mac_cyrillic": ("bg", "mk", "ru", "sr", "uk"),
    "cp1254": ("tr",),
    "iso8859-9": ("tr",),
    "iso8859-3": ("mt",),
}
"""In which encodings of one byte a language is written, the usual ones first."""

ENCODINGS = tuple(_ENCODINGS)

NAMES: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "mac_roman": "Mac Roman",
    "mac_latin2": "Mac Central European",
    "mac_greek": "Mac Greek",
    "mac_cyrillic": "Mac Cyrillic",
    "koi8_r": "KOI8-R",
    **{f"cp{page}": "Windows-" + str(page) for page in range(1250, 1259)},
    **{f"iso8859-{part}": "ISO 8859-" + str(part) for part in range(1, 17)},
    **{f"cp{page}": "DOS " + str(page) for page in (437, 737, 850, 852, 855, 866, 869)},
}
"""What encodings are called where people choose them."""


def written_in(language: str) -> tuple[str, ...]:
    """Give the encodings in which a language may be written."""
    return tuple(name for name, languages in _ENCODINGS.items() if language in languages)


@cache
def letters_of(language: str) -> frozenset[str]:
    """Give the letters of a language beyond A to Z, small and capital."""
    small = ALPHABETS.get(language, "")
    return frozenset(small + small.upper())


@cache
def languages_in(alpha2: str) -> frozenset[str]:
    """Give the languages of a country, by its code of two letters, whose letters are known."""
    from babel.languages import get_official_languages

    said = get_official_languages(alpha2, regional=False, de_facto=True)
    codes = {language.partition("_")[0] for language in said}
    if codes & {"no", "nb"}:
        codes |= {"nb", "nn"}
    return frozenset(codes & set(ALPHABETS))
