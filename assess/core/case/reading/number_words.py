"""The words and signs that may stand in a typed number; forms take them along as data."""

from __future__ import annotations

import re
from functools import lru_cache

SPACES = "\u00a0\u202f\u2009\u2007\u2008 "
APOSTROPHES = "'’ʼ´`"

_THOUSAND = (
    *("k", "tsd", "tausend", "thsd", "thousand", "thousands", "mille", "millier", "milliers"),
    *("mila", "tusind", "tusinde", "tys", "tysiąc", "tysiące", "tysięcy"),
)
_MILLION = (
    *("m", "mn", "mio", "million", "millions", "millionen", "mill", "millioner", "mln"),
    *("milion", "miliony", "milionów", "milione", "milioni", "millón", "millon", "millones"),
)
_MILLIARD = (
    *("bn", "mrd", "mia", "mld", "md", "mds", "milliard", "milliards", "milliarde"),
    *("milliarden", "milliarder", "miliardo", "miliardi", "miliard", "miliardy", "miliardów"),
)
MULTIPLES: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(_THOUSAND, (1_000,)),
    **dict.fromkeys(_MILLION, (1_000_000,)),
    **dict.fromkeys(_MILLIARD, (1_000_000_000,)),
    **dict.fromkeys(("billion", "billions"), (1_000_000_000, 1_000_000_000_000)),
}
"""What a word multiplies by; a billion is a thousand millions in English only."""

BESIDE_MONEY = {"t": (1_000,)}
"""Words that multiply only beside a currency: 20 T€, 20 TEUR, 20 t.kr."""

_ISO_4217 = (
    "AED,AFN,ALL,AMD,AOA,ARS,AUD,AWG,AZN,BAM,BBD,BDT,BGN,BHD,BIF,BMD,BND,BOB,BRL,BSD,BTN,BWP,"
    "BYN,BZD,CAD,CDF,CLP,CNY,COP,CRC,CUP,CVE,CZK,DJF,DKK,DOP,DZD,EGP,ERN,ETB,FJD,FKP,GEL,GHS,"
    "GIP,GMD,GNF,GTQ,GYD,HKD,HNL,HTG,HUF,IDR,ILS,INR,IQD,IRR,ISK,JMD,JOD,JPY,KES,KGS,KHR,KMF,"
    "KPW,KRW,KWD,KYD,KZT,LAK,LBP,LKR,LRD,LSL,LYD,MAD,MDL,MGA,MKD,MMK,MNT,MOP,MRU,MUR,MVR,MWK,"
    "MXN,MYR,MZN,NAD,NGN,NIO,NOK,NPR,NZD,OMR,PAB,PEN,PGK,PHP,PKR,PYG,QAR,RON,RSD,RUB,RWF,SAR,"
    "SBD,SCR,SDG,SEK,SGD,SHP,SLE,SOS,SRD,SSP,STN,SYP,SZL,THB,TJS,TMT,TND,TOP,TRY,TTD,TWD,TZS,"
    "UAH,UGX,UYU,UZS,VES,VND,VUV,WST,XAF,XCD,XOF,XPF,YER,ZAR,ZMW"
)
"""The codes of currencies in ISO 4217, beside those with names and signs below."""

CURRENCIES = {
    **dict.fromkeys(("€", "eur", "euro", "euros"), "EUR"),
    **dict.fromkeys(("kr", "kroner", "kronor", "krone"), "kr"),
    **dict.fromkeys(("£", "gbp", "pounds", "pound"), "GBP"),
    **dict.fromkeys(("$", "us$", "usd", "dollars", "dollar"), "USD"),
    **dict.fromkeys(("zł", "zl", "złotych", "złote", "pln"), "PLN"),
    **dict.fromkeys(("chf", "fr", "sfr", "franken"), "CHF"),
    **{code.casefold(): code for code in _ISO_4217.split(",")},
}

CURRENCIES_LONGEST_FIRST = tuple(sorted(CURRENCIES, key=len, reverse=True))
"""The order in which the end of a word is looked at."""

TOO_LARGE = 10**15
"""No number of an interview reaches it; below, each whole number is held exactly by a float."""

LONGEST = 28
"""Up to how many digits and separators are read: so many are exact, and no count has more."""

_FULL_TIME = frozenset(("fte", "ftes", "vzä", "vzae", "etp", "årsværk", "etat", "etaty", "etatu"))
_PERSONS = frozenset({"person", "persons"})
"""What people are called where there is one of them."""


@lru_cache(maxsize=256)
def words_of_unit(unit: str) -> frozenset[str]:
    """Give the words that may stand behind a number of a unit, in the plural and the singular."""
    words = frozenset(unit.casefold().split())
    if "fte" in words:
        words |= _FULL_TIME
    if "people" in words:
        words |= _PERSONS
    return words | {re.sub("(?:(?<=.)ies|(?<!s)s)$", _one, word) for word in words}


def _one(ending: re.Match[str]) -> str:
    """Give how a word ends where there is one of its kind: activity, group."""
    return "y" if ending.group() == "ies" else ""
