"""Months by their names in the languages of Europe, folded (from Unicode CLDR), and in Roman."""

from __future__ import annotations

_WORDS = """
1: ean eanair ene enero gen gener gennaio i ian ianuarie jaan jaanuar jan janar janeiro jannar
    januar januara januari january janv janvaris janvier led leden ledna oca ocak saus sausio
    sausis sij sijecanj sijecnja sty styczen stycznia tammi tammikuu tammikuuta urt urtarrila
    xan xaneiro ιαν ιανουαριοσ ιανουαριου січ січень січня яну януари јан јануар јануари
2: feabh feabhra feb febbraio febr febreiro febrer febrero februar februara februari februarie
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
9: eyl eylul ira iraila ix mfomh rugs rugsejis rugsejo ruj rujan rujna sep sept septembar
    september septembra septembre septembrie septembris septiembre set setembre setembro
    settembre settembru sht shtator syys syyskuu syyskuuta szept szeptember wrz wrzesien
    wrzesnia zar zari σεπ σεπτεμβριοσ σεπτεμβριου вер вересень вересня сеп септембар септември
10: dfomh eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktobar
    oktober oktobra oktobris oktoober ott ottobre ottubru out outubro paz pazdziernik
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

AMBIGUOUS = {
    **dict.fromkeys(("listopad", "listopada", "lis"), "October (Croatian) or November"),
    "lip": "June (Croatian) or July (Polish)",
    "srp": "July (Croatian) or August (Czech)",
}
"""Words that are another month in another language: nobody guesses."""


def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    month = 0
    for word in _WORDS.split():
        if word[-1] == ":":
            month = int(word[:-1])
        else:
            found[word] = month
    return found


MONTH = _months()
"""The number of a month by each of its names."""
