"""Months by their names in the languages of Europe (from Unicode CLDR), and in Roman."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from assess.core.text.value import Value

_NAMES = """
1: ean eanair ene enero gen gener gennaio i ian ianuarie jaan jaanuar jan janar janeiro jannar
    januar januara januari january janner janv janvaris janvier led leden ledna oca ocak saus sausio
    sausis sij sijecanj sijecnja sty styczen stycznia tammi tammikuu tammikuuta urt urtarrila
    xan xaneiro ιαν ιανουαριοσ ιανουαριου січ січень січня яну януари јан јануар јануари
2: feabh feabhra feb febbraio feber febr febreiro febrer febrero februar februara februari februarie
    februaris february fev fevereiro fevr fevrier fra frar helmi helmikuu helmikuuta ii lut
    lutego luty ots otsaila shk shkurt sub subat uno unor unora vas vasario vasaris veebr
    veebruar velj veljaca veljace φεβ φεβρουαριοσ φεβρουαριου лют лютии лютого феб фебруар фев
    февруари
3: bre brezen brezna iii kov kovas kovo maalis maaliskuu maaliskuuta maart mae maerz mar marc
    marca march marcius marco marec mars mart marta martie marts martxoa marz marzec marzo marzu
    mrt ozu ozujak ozujka μαρ μαρτιοσ μαρτιου бер березень березня мар март
4: abr abrell abril aib aibrean api apirila apr april aprila aprile aprilie aprilis aprill avr
    avril bal balandis balandzio dub duben dubna huhti huhtikuu huhtikuuta iv kwi kwiecien
    kwietnia nis nisan pri prill tra travanj travnja απρ απριλιοσ απριλιου апр април квіт
    квітень квітня
5: beal bealtaine geg geguze geguzes kve kveten kvetna mag maggio mai maiatza maig maijs maio
    maj maja majus may mayo mayıs mee mei mej mejju svi svibanj svibnja touko toukokuu
    toukokuuta v μαι μαιοσ μαιου маи мај трав травень травня
6: birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec eka ekaina giu giugno gun gunju
    haz haziran iun iunie juin jun juna june junho juni junij junijs junio junius juny juuni
    kesa kesakuu kesakuuta lipanj lipnja meith meitheamh qer qershor vi xuno ιουν ιουνιοσ
    ιουνιου черв червень червня юни јун јуни
7: cervence cervenec cvc heina heinakuu heinakuuta iuil iul iulie juil juillet jul jula julho
    juli julij julijs julio juliol julius july juuli korr korrik liep liepa liepos lipca lipiec
    lug luglio lul lulju srpanj srpnja tem temmuz uzt uztaila vii xul xullo ιουλ ιουλιοσ ιουλιου
    лип липень липня юли јул јули
8: abu abuztua ag ago agost agosto agu agust agustos aout aug august augusta augusti augusts
    augustus augusztus avg avgust aww awwissu elo elokuu elokuuta gush gusht kol kolovoz
    kolovoza lun lunasa rugp rugpjucio rugpjutis sie sierpien sierpnia srpen srpna viii αυγ
    αυγουστοσ αυγουστου авг август серп серпень серпня
9: eyl eylul ira iraila ix mean_fomhair mfomh rugs rugsejis rugsejo ruj rujan rujna sep sept
    septembar september septembra septembre septembrie septembris septiembre set setembre setembro
    settembre settembru sht shtator syys syyskuu syyskuuta szept szeptember wrz wrzesien
    wrzesnia zar zari σεπ σεπτεμβριοσ σεπτεμβριου вер вересень вересня сеп септембар септември
10: deireadh_fomhair dfomh eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt
    oktobar oktober oktobra oktobris oktoober ott ottobre ottubru out outubro paz pazdziernik
    pazdziernika rij rijen rijna spal spalio spalis tet tetor urr urria x οκτ οκτωβριοσ
    οκτωβριου жовт жовтень жовтня окт октобар октомври
11: aza azaroa kas kasım lapkr lapkricio lapkritis listopadu marras marraskuu marraskuuta nen
    nentor noiembrie nov novembar november novembra novembre novembris novembro novembru
    noviembre samh samhain stu studeni studenoga xi νοε νοεμβριοσ νοεμβριου лист листопад
    листопада нов новембар ное ноември
12: abe abendua ara aralık dec decembar december decembra decembre decembrie decembris decembro
    des desember desembre dets detsember dez dezember dezembro dhj dhjetor dic dicembre dicembru
    diciembre gru grudnia grudzien gruod gruodis gruodzio joulu joulukuu joulukuuta noll nollaig
    pro prosinac prosinca prosince prosinec xii δεκ δεκεμβριοσ δεκεμβριου груд грудень грудня
    дек декември дец децембар
"""

_SHARED = (
    *(("listopad", 10, "Croatian"), ("listopada", 10, "Croatian"), ("lis", 10, "Croatian")),
    *(("listopad", 11, ""), ("listopada", 11, ""), ("lis", 11, "")),
    *(("lip", 6, "Croatian"), ("lip", 7, "Polish"), ("srp", 7, "Croatian"), ("srp", 8, "Czech")),
)
"""Words that are another month in another language: nobody guesses."""

_LETTERS = str.maketrans({"ł": "l", "ı": "i"})
"""Letters that are no other letter with an accent, as people without their keys write them."""

_BEGINNING = 3
"""With so many letters a name is known, and no other month in most languages."""


class Meaning(NamedTuple):
    """A month that a word can mean, and in which language if not in most."""

    month: int
    language: str = ""


class MonthWords(Value):
    """The words that name months: what every reader of days and months knows of languages."""

    known: Mapping[str, tuple[Meaning, ...]]
    """What each word means, without case and accents; several where languages differ."""

    @classmethod
    def of(cls, names: Iterable[tuple[str, int, str]]) -> MonthWords:
        """Gather words, each with the number of its month and perhaps its language."""
        found: dict[str, dict[int, Meaning]] = {}
        for word, month, language in names:
            found.setdefault(_folded(word), {}).setdefault(month, Meaning(month, language))
        known = {
            word: tuple(by_month[month] for month in sorted(by_month))
            for word, by_month in found.items()
        }
        return cls(known=known)

    def meanings(self, word: str) -> tuple[Meaning, ...]:
        """Give the months that a word can mean: a name, its beginning, or one with a slip in it."""
        said = _folded(word)
        if said in self.known:
            return self.known[said]
        alike = self._by_beginning.get(said[:_BEGINNING], ())
        begun = [name for name in alike if name.startswith(said)]
        return self._meant(begun or get_close_matches(said, alike, n=len(alike) or 1, cutoff=0.85))

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name in self.known:
            if len(name) >= _BEGINNING:
                found.setdefault(name[:_BEGINNING], []).append(name)
        return {beginning: tuple(names) for beginning, names in found.items()}

    def _meant(self, names: Iterable[str]) -> tuple[Meaning, ...]:
        by_month = {meaning.month: meaning for name in names for meaning in self.known[name]}
        return tuple(by_month[month] for month in sorted(by_month))


def _folded(word: str) -> str:
    parted = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _listed() -> Iterator[tuple[str, int, str]]:
    month = 0
    for word in _NAMES.split():
        if word[-1] == ":":
            month = int(word[:-1])
        else:
            yield word.replace("_", " "), month, ""


MONTH_WORDS = MonthWords.of((*_listed(), *_SHARED))
"""The words that every door understands."""
