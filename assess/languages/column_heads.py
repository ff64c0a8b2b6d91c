"""How tables and lists head their columns, in the languages of Europe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from assess.core.text.name import plain_words

_HEADS: Mapping[str, Mapping[str, str]] = {
    "name": {
        "en": (
            "name; cluster name; name of cluster; name of the cluster; cluster; clusters; "
            "name of organisation; name of organization; name of the organisation; "
            "organisation name; organization name; cluster organisation; cluster organization; "
            "cluster management organisation; cluster management organization; cluster initiative; "
            "cluster network; organisation; organization; initiative; network; awardee; holder"
        ),
        "bg": "име; наименование; клъстер; име на клъстера; организация; наименование на клъстера",
        "bs": "naziv; klaster; naziv klastera; ime; organizacija",
        "ca": "nom; clúster; nom del clúster; organització; entitat",
        "cs": "název; klastr; název klastru; jméno; organizace; název organizace",
        "da": "navn; klynge; klyngens navn; klyngenavn; klynge navn; klyngeorganisation",
        "de": (
            "name; name des clusters; name der organisation; organisation; clustername; "
            "clusterinitiative; netzwerk; name des netzwerks; bezeichnung; verband; mitglied"
        ),
        "el": "όνομα; ονομασία; συστάδα; όνομα συστάδας; οργανισμός; επωνυμία; φορέας; cluster",
        "es": (
            "nombre; nombre del cluster; nombre del clúster; clúster; agrupación; entidad; "
            "organización; denominación; nombre de la organización"
        ),
        "et": "nimi; klaster; klastri nimi; organisatsioon; nimetus",
        "fi": "nimi; klusteri; klusterin nimi; organisaatio; järjestö",
        "fr": (
            "nom; nom du cluster; pôle; grappe; nom du pôle; nom de l'organisation; organisme; "
            "organisation de cluster; dénomination; structure"
        ),
        "ga": "ainm; braisle; ainm na braisle; eagraíocht",
        "hr": "naziv; klaster; naziv klastera; ime; organizacija",
        "hu": "név; klaszter; klaszter neve; megnevezés; szervezet; szervezet neve",
        "is": "nafn; klasi; nafn klasa",
        "it": "nome; nome del cluster; denominazione; organizzazione; ente; rete",
        "lt": "pavadinimas; klasteris; klasterio pavadinimas; organizacija",
        "lv": "nosaukums; klasteris; klastera nosaukums; organizācija",
        "mk": "име; назив; кластер; организација",
        "mt": "isem; raggruppament; isem ir-raggruppament; organizzazzjoni",
        "nb": "navn; klynge; klyngens navn; klyngenavn; klyngeorganisasjon; organisasjon",
        "nl": "naam; naam van de cluster; naam van het cluster; organisatie; clusternaam; netwerk",
        "pl": "nazwa; nazwa klastra; klaster; organizacja; nazwa organizacji; koordynator",
        "pt": "nome; nome do cluster; organização; entidade; designação; denominação",
        "ro": "denumire; denumirea clusterului; nume; numele clusterului; cluster; organizația",
        "sk": "názov; názov klastra; klaster; meno; organizácia; názov organizácie",
        "sl": "ime; naziv; ime grozda; grozd; organizacija; naziv grozda",
        "sq": "emri; klasteri; organizata",
        "sr": "назив; кластер; назив кластера; име; naziv; klaster; organizacija",
        "sv": "namn; kluster; klusternamn; klustrets namn; klynga; organisation",
        "tr": "ad; adı; küme; küme adı; kuruluş",
        "uk": "назва; кластер; назва кластера; організація",
    },
    "portfolio": {
        "en": (
            "comparative portfolio; portfolio; industry; sector; technology field; technology; "
            "field; branch; industries; sectors; technology area"
        ),
        "bg": "сектор; отрасъл; портфолио; област; сравнително портфолио; бранш",
        "bs": "sektor; oblast; područje",
        "ca": "sector; cartera; àmbit; cartera comparativa",
        "cs": "obor; odvětví; portfolio; sektor; oblast; srovnávací portfolio",
        "da": "branche; portefølje; sektor; område; sammenligningsportefølje",
        "de": (
            "vergleichsportfolio; portfolio; branche; technologiefeld; bereich; sektor; "
            "technologie; themenfeld; industrie"
        ),
        "el": "τομέας; κλάδος; χαρτοφυλάκιο; συγκριτικό χαρτοφυλάκιο; πεδίο",
        "es": "cartera comparativa; cartera; sector; ámbito; campo; rama; portafolio",
        "et": "valdkond; sektor; portfell; tegevusala; võrdlusportfell",
        "fi": "toimiala; ala; sektori; portfolio; vertailusalkku; salkku",
        "fr": (
            "portefeuille comparatif; portefeuille; secteur; domaine; filière; branche; thématique"
        ),
        "ga": "earnáil; réimse; punann; punann chomparáideach",
        "hr": "sektor; područje; portfelj; industrija; usporedni portfelj; djelatnost",
        "hu": "ágazat; iparág; szektor; portfólió; terület; összehasonlító portfólió",
        "is": "atvinnugrein; svið",
        "it": "settore; portafoglio; portafoglio comparativo; ambito; comparto; filiera",
        "lt": "sritis; sektorius; portfelis; šaka; lyginamasis portfelis",
        "lv": "nozare; joma; portfelis; sektors; salīdzināmais portfelis",
        "mk": "сектор; област; гранка",
        "mt": "settur; portafoll; qasam; portafoll komparattiv",
        "nb": "bransje; portefølje; sektor; område; sammenligningsportefølje",
        "nl": "sector; portfolio; branche; domein; vergelijkingsportfolio; vakgebied; portefeuille",
        "pl": "branża; portfel; sektor; dziedzina; portfolio; portfel porównawczy; obszar",
        "pt": "setor; sector; portfólio; carteira; carteira comparativa; área; domínio; portefólio",
        "ro": "domeniu; sector; portofoliu; domeniul; industrie; portofoliu comparativ",
        "sk": "odvetvie; odbor; sektor; portfólio; oblasť; porovnávacie portfólio",
        "sl": "področje; sektor; panoga; portfelj; primerjalni portfelj; dejavnost",
        "sq": "sektori; fusha",
        "sr": "сектор; област; грана; sektor; oblast",
        "sv": "bransch; portfölj; sektor; område; jämförelseportfölj",
        "tr": "sektör; alan",
        "uk": "галузь; сектор",
    },
    "website": {
        "en": (
            "www; website; web site; web; web page; webpage; web address; homepage; home page; "
            "internet; url; link; site; internet address"
        ),
        "bg": "уебсайт; интернет страница; сайт; уеб сайт; страница; уеб страница; линк",
        "bs": "web stranica; internet stranica",
        "ca": "lloc web; pàgina web; enllaç",
        "cs": (
            "webové stránky; web; internetové stránky; stránky; odkaz; www stránky; webová stránka"
        ),
        "da": "hjemmeside; websted; webside; netsted; link",
        "de": "webseite; website; internetseite; webadresse; homepage; internet; internetadresse",
        "el": (
            "ιστοσελίδα; ιστότοπος; ιστοχώρος; διαδικτυακός τόπος; σύνδεσμος; διεύθυνση ιστοσελίδας"
        ),
        "es": "página web; sitio web; web; enlace; sitio; portal",
        "et": "veebileht; koduleht; veebisait; link; kodulehekülg",
        "fi": "verkkosivu; verkkosivusto; verkkosivut; kotisivu; kotisivut; linkki",
        "fr": "site web; site internet; site; page web; lien; adresse web",
        "ga": "suíomh gréasáin; láithreán gréasáin; nasc",
        "hr": "web stranica; mrežna stranica; internetska stranica; poveznica; web",
        "hu": "honlap; weboldal; weblap; internetcím; web",
        "is": "vefsíða; heimasíða",
        "it": "sito web; sito; sito internet; pagina web; collegamento",
        "lt": "svetainė; interneto svetainė; tinklalapis; nuoroda; interneto puslapis",
        "lv": "tīmekļa vietne; mājaslapa; tīmekļvietne; saite; mājas lapa",
        "mk": "веб страница; интернет страница",
        "mt": "sit web; websajt; paġna web; sit elettroniku",
        "nb": "nettside; nettsted; hjemmeside; nettadresse; lenke",
        "nl": "website; webpagina; internetadres; internetsite; webadres",
        "pl": "strona internetowa; strona www; witryna; adres strony; strona; adres www",
        "pt": "página web; sítio web; sítio; sítio na internet; site; página; ligação",
        "ro": "site; site web; pagina web; adresa web; pagină web; site internet",
        "sk": "webová stránka; webové stránky; web; internetová stránka; stránka; odkaz",
        "sl": "spletna stran; spletno mesto; povezava; splet",
        "sq": "faqja; faqja e internetit",
        "sr": "интернет страница; веб сајт; сајт; internet stranica; veb sajt",
        "sv": "webbplats; hemsida; webbsida; länk; webbadress",
        "tr": "web sitesi; internet sitesi",
        "uk": "вебсайт; сайт; веб сторінка",
    },
    "country": {
        "en": "country; nation; country code; state; countries",
        "bg": "държава; страна",
        "bs": "država; zemlja",
        "ca": "país",
        "cs": "země; stát; krajina",
        "da": "land",
        "de": "land; staat; länderkürzel; ländercode",
        "el": "χώρα; κράτος",
        "es": "país; estado",
        "et": "riik; maa",
        "fi": "maa; valtio",
        "fr": "pays; état; code pays",
        "ga": "tír",
        "hr": "država; zemlja",
        "hu": "ország",
        "is": "land",
        "it": "paese; nazione; stato",
        "lt": "šalis; valstybė",
        "lv": "valsts",
        "mk": "држава; земја",
        "mt": "pajjiż",
        "nb": "land",
        "nl": "land",
        "pl": "kraj; państwo",
        "pt": "país; estado",
        "ro": "țara; țară; tara; stat",
        "sk": "krajina; štát; zem",
        "sl": "država",
        "sq": "vendi; shteti",
        "sr": "држава; земља; drzava; zemlja",
        "sv": "land",
        "tr": "ülke",
        "uk": "країна",
    },
    "valid_until": {
        "en": (
            "label valid until; valid until; valid till; valid to; label validity; validity; "
            "end of validity; expiry; expiry date; expiration date; expires; expires on; until; "
            "valid through; date of expiry; validity end"
        ),
        "bg": "валиден до; валидност; валидност до; срок на валидност; валидна до; изтича на",
        "bs": "važi do; vrijedi do",
        "ca": "vàlid fins; vàlid fins a; caducitat",
        "cs": "platné do; platnost do; platí do; platnost; konec platnosti; platná do",
        "da": "gyldig til; gyldig til og med; udløber; gyldighed; mærket gyldigt til",
        "de": (
            "gültig bis; label gültig bis; gültigkeit; laufzeit bis; ablauf; ablaufdatum; "
            "gültig bis zum; läuft ab am; gültigkeit bis"
        ),
        "el": "ισχύει έως; ισχύς; ισχύς έως; λήξη; ημερομηνία λήξης; ισχύει μέχρι; λήγει",
        "es": (
            "válido hasta; válida hasta; fecha de caducidad; caducidad; validez; vigencia; "
            "vigente hasta; fecha de vencimiento; válido hasta el"
        ),
        "et": "kehtib kuni; kehtivus; kehtiv kuni; aegub",
        "fi": "voimassa; voimassa asti; voimassaolo; voimassa saakka; päättyy",
        "fr": (
            "valable jusqu'au; valide jusqu'au; label valable jusqu'au; label valide jusqu'au; "
            "date d'expiration; date de fin de validité; fin de validité; échéance; validité; "
            "expire le; date d'échéance"
        ),
        "ga": "bailí go dtí; dáta éaga",
        "hr": "vrijedi do; važi do; valjano do; istek; rok valjanosti; vrijedi do dana",
        "hu": "érvényes; érvényesség; érvényes eddig; lejárat; érvényesség vége; lejár",
        "is": "gildir til",
        "it": "valido fino al; scadenza; data di scadenza; validità; valido fino a; scade il",
        "lt": "galioja iki; galiojimas; galiojimo pabaiga; baigia galioti",
        "lv": "derīga līdz; derīgs līdz; derīguma termiņš; derīgums; spēkā līdz",
        "mk": "важи до; валидно до",
        "mt": "validu sa; jiskadi; data ta' skadenza",
        "nb": "gyldig til; gyldig til og med; utløper; gyldighet; utløpsdato",
        "nl": "geldig tot; geldig tot en met; geldigheid; vervaldatum; vervalt op",
        "pl": "ważny do; ważne do; data ważności; ważność; termin ważności; ważna do; wygasa",
        "pt": "válido até; válida até; validade; data de validade; caducidade; expira em",
        "ro": (
            "valabil până la; valabilitate; valabil pana la; expiră; data expirării; valabil până"
        ),
        "sk": "platné do; platnosť do; platnosť; platí do; koniec platnosti; platná do",
        "sl": "veljavno do; velja do; veljavnost; veljaven do; poteče",
        "sq": "i vlefshëm deri",
        "sr": "важи до; vazi do",
        "sv": "giltig till; giltigt till; giltig till och med; giltighet; giltighetstid; löper ut",
        "tr": "geçerlilik; geçerlilik tarihi",
        "uk": "дійсний до; чинний до",
    },
    "valid_from": {
        "en": "valid from; label valid from; awarded on; date of award; awarded; award date",
        "bg": "валиден от",
        "cs": "platné od; platnost od",
        "da": "gyldig fra",
        "de": "gültig ab; gültig von; gültig seit; verliehen am",
        "el": "ισχύει από",
        "es": "válido desde; vigente desde; fecha de concesión",
        "et": "kehtib alates",
        "fi": "voimassa alkaen",
        "fr": "valable depuis; valable à partir du; date d'attribution",
        "hr": "vrijedi od",
        "hu": "érvényes ettől",
        "it": "valido dal",
        "lt": "galioja nuo",
        "lv": "derīga no",
        "nb": "gyldig fra",
        "nl": "geldig vanaf",
        "pl": "ważny od; ważne od",
        "pt": "válido desde; válido a partir de",
        "ro": "valabil de la",
        "sk": "platné od; platnosť od",
        "sl": "velja od",
        "sv": "giltig från",
    },
    "level": {
        "en": "level; label; label level; label type; type of label; award; quality label",
        "bg": "ниво; етикет; знак",
        "cs": "úroveň; stupeň; známka",
        "da": "niveau; mærke",
        "de": "stufe; niveau; label; siegel; labelstufe",
        "el": "επίπεδο; σήμα; βαθμίδα",
        "es": "nivel; nivel del label; sello; etiqueta",
        "et": "tase; märgis",
        "fi": "taso; merkki",
        "fr": "niveau; niveau du label; label",
        "hr": "razina; oznaka",
        "hu": "szint; fokozat; címke",
        "it": "livello; marchio; etichetta",
        "lt": "lygis; ženklas",
        "lv": "līmenis; marķējums",
        "mt": "livell",
        "nb": "nivå; merke",
        "nl": "niveau; label; keurmerk",
        "pl": "poziom; etykieta; znak",
        "pt": "nível; selo; etiqueta",
        "ro": "nivel; etichetă",
        "sk": "úroveň; značka; stupeň",
        "sl": "stopnja; raven; znak",
        "sv": "nivå; märkning",
    },
    "serial": {
        "en": "serial; serial number; label number; certificate number; registration number",
        "de": "seriennummer; zertifikatsnummer; labelnummer; registernummer",
        "es": "número de serie; número de certificado",
        "fr": "numéro de série; numéro de certificat; numéro de label",
        "it": "numero di serie; numero di certificato",
        "pl": "numer seryjny; numer certyfikatu",
        "pt": "número de série",
        "nl": "serienummer",
        "sv": "serienummer",
    },
    "region": {
        "en": "region; province; area; county",
        "bg": "регион",
        "cs": "region; kraj působnosti",
        "da": "region",
        "de": "region; bundesland",
        "el": "περιφέρεια",
        "es": "región; comunidad autónoma; provincia",
        "et": "piirkond",
        "fi": "maakunta; alue",
        "fr": "région; département",
        "hr": "regija; županija",
        "hu": "régió; megye",
        "it": "regione; provincia",
        "lt": "regionas",
        "lv": "reģions",
        "nb": "region; fylke",
        "nl": "regio; provincie",
        "pl": "region; województwo",
        "pt": "região; distrito",
        "ro": "regiune; județ",
        "sk": "región",
        "sl": "regija",
        "sv": "region; län",
    },
    "interview_date": {
        "en": (
            "date; interview; interview date; "
            "day; date of interview; interview on; day of interview"
        ),
        "bg": "дата на интервюто; интервю; дата",
        "ca": "data de l'entrevista; entrevista",
        "cs": "datum rozhovoru; rozhovor; datum; den rozhovoru",
        "da": "interviewdato; dato; interview; dato for interview",
        "de": (
            "interview am; interview; interviewdatum; datum; tag des interviews; "
            "datum des interviews; gespräch am; termin; interviewtermin"
        ),
        "el": "ημερομηνία συνέντευξης; συνέντευξη; ημερομηνία",
        "es": "fecha de la entrevista; entrevista; fecha; fecha de entrevista",
        "et": "intervjuu kuupäev; intervjuu; kuupäev",
        "fi": "haastattelupäivä; haastattelu; päivämäärä; haastattelun päivämäärä",
        "fr": "date de l'entretien; entretien; date; entretien le; date d'entretien",
        "ga": "dáta an agallaimh; dáta",
        "hr": "datum intervjua; intervju; datum",
        "hu": "interjú napja; interjú; interjú dátuma; dátum",
        "it": "data dell'intervista; intervista; data; data intervista",
        "lt": "interviu data; interviu; data",
        "lv": "intervijas datums; intervija; datums",
        "mt": "data tal-intervista; data",
        "nb": "intervjudato; intervju; dato",
        "nl": "datum interview; interview; datum; interviewdatum; datum van het interview",
        "pl": "data wywiadu; wywiad; data; termin wywiadu; dzień wywiadu",
        "pt": "data da entrevista; entrevista; data",
        "ro": "data interviului; interviu; data",
        "sk": "dátum rozhovoru; rozhovor; dátum; deň rozhovoru",
        "sl": "datum razgovora; datum intervjuja; intervju; datum",
        "sv": "intervjudatum; intervju; datum; datum för intervju",
    },
    "mode": {
        "en": "mode; way; type of interview; form; mode of interview; kind of interview; how",
        "bg": "начин; форма",
        "cs": "způsob; forma",
        "da": "form; måde; type",
        "de": "art; form; modus; art des interviews; durchführung; interviewart",
        "el": "τρόπος; μορφή",
        "es": "modalidad; modo; forma",
        "et": "viis; vorm",
        "fi": "tapa; toteutustapa",
        "fr": "mode; modalité; forme",
        "hr": "način; oblik",
        "hu": "mód; forma",
        "it": "modalità; modo; forma",
        "lt": "būdas; forma",
        "lv": "veids; forma",
        "nb": "form; måte",
        "nl": "vorm; wijze; manier",
        "pl": "tryb; forma; sposób",
        "pt": "modo; modalidade; forma",
        "ro": "mod; modalitate; forma",
        "sk": "spôsob; forma",
        "sl": "način; oblika",
        "sv": "form; sätt",
    },
    "expert": {
        "en": "expert; benchmarking expert; interviewer; assessor; name of the expert",
        "bg": "експерт",
        "cs": "expert; expertka; hodnotitel",
        "da": "ekspert; interviewer",
        "de": "experte; expertin; interviewer; interviewerin; gutachter; gutachterin; experte in",
        "el": "εμπειρογνώμονας; ειδικός",
        "es": "experto; experta; entrevistador; evaluador",
        "et": "ekspert",
        "fi": "asiantuntija; haastattelija",
        "fr": "expert; experte; intervieweur; évaluateur",
        "ga": "saineolaí",
        "hr": "stručnjak; ekspert",
        "hu": "szakértő",
        "it": "esperto; esperta; intervistatore; valutatore",
        "lt": "ekspertas; ekspertė",
        "lv": "eksperts; eksperte",
        "mt": "espert",
        "nb": "ekspert; intervjuer",
        "nl": "expert; deskundige; interviewer",
        "pl": "ekspert; ekspertka; oceniający",
        "pt": "perito; especialista; avaliador",
        "ro": "expert; evaluator",
        "sk": "expert; expertka; hodnotiteľ",
        "sl": "strokovnjak; strokovnjakinja; ocenjevalec",
        "sv": "expert; intervjuare",
    },
    "contact": {
        "en": "contact; contact person; manager; cluster manager; name of the manager",
        "bg": "лице за контакт; контакт; мениджър",
        "cs": "kontakt; kontaktní osoba; manažer",
        "da": "kontakt; kontaktperson; klyngeleder",
        "de": (
            "kontakt; ansprechpartner; ansprechpartnerin; ansprechperson; clustermanager; leitung"
        ),
        "el": "επαφή; υπεύθυνος; επικοινωνία",
        "es": "contacto; persona de contacto; gerente",
        "et": "kontakt; kontaktisik",
        "fi": "yhteyshenkilö",
        "fr": "contact; personne de contact; responsable; directeur",
        "hr": "kontakt; osoba za kontakt",
        "hu": "kapcsolattartó; kontakt",
        "it": "contatto; referente; persona di contatto",
        "lt": "kontaktinis asmuo; kontaktas",
        "lv": "kontaktpersona; kontakts",
        "nb": "kontakt; kontaktperson; klyngeleder",
        "nl": "contact; contactpersoon; clustermanager",
        "pl": "kontakt; osoba kontaktowa; osoba do kontaktu; menedżer",
        "pt": "contacto; contato; pessoa de contacto",
        "ro": "contact; persoana de contact",
        "sk": "kontakt; kontaktná osoba",
        "sl": "kontakt; kontaktna oseba",
        "sv": "kontakt; kontaktperson",
    },
    "project_code": {
        "en": "project; project code; project number",
        "de": "projekt; projektnummer; projektcode",
        "es": "proyecto; código de proyecto",
        "fr": "projet; code projet; numéro de projet",
        "it": "progetto; codice progetto",
        "pl": "projekt; numer projektu; kod projektu",
        "pt": "projeto; código do projeto",
        "sv": "projekt; projektkod",
        "nl": "project; projectcode",
        "da": "projekt; projektkode",
    },
}
"""By the column and the language, as `plain_words` or its reader takes them apart."""

LISTED = (
    *("name", "portfolio", "website", "country", "valid_until", "valid_from", "level", "serial"),
)
"""The columns of published lists."""

OF_CASES = (
    *("name", "portfolio", "website", "country", "region", "interview_date", "mode", "expert"),
    *("contact", "project_code"),
)
"""The columns of tables of organisations."""


@cache
def heads(columns: tuple[str, ...]) -> Mapping[str, str]:
    """Give the columns by their heads, as `plain_words` gives them; the first meaning counts."""
    found: dict[str, str] = {}
    for column in columns:
        for _, head in _written(column):
            found.setdefault(head, column)
    return found


def _written(column: str) -> Iterator[tuple[str, str]]:
    for language, written in _HEADS[column].items():
        for head in written.split(";"):
            yield language, plain_words(head)


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for column in _HEADS:
        for language, head in _written(column):
            found.setdefault(head, set()).add(language)
    return {head: frozenset(languages) for head, languages in found.items()}


def languages_of_head(text: str) -> frozenset[str]:
    """Give the languages in which a text heads a column."""
    return _languages().get(plain_words(text), frozenset())


TOTALS = frozenset(
    plain_words(word)
    for word in (
        *("total", "totals", "sum", "grand total", "subtotal", "sub total", "overall", "in total"),
        *("summe", "gesamt", "insgesamt", "gesamtsumme", "zwischensumme", "anzahl", "mittelwert"),
        *("total général", "sous total", "somme", "ensemble", "moyenne", "nombre total"),
        *(
            "suma",
            "suma total",
            "razem",
            "ogółem",
            "łącznie",
            "celkem",
            "celkom",
            "spolu",
            "součet",
        ),
        *("súčet", "összesen", "összeg", "ukupno", "skupaj", "vsota", "zbroj", "zbir"),
        *(
            "totale",
            "somma",
            "totale generale",
            "soma",
            "total geral",
            "totaal",
            "som",
            "subtotaal",
        ),
        *("i alt", "ialt", "sum i alt", "totalt", "summa", "yhteensä", "kokku", "kopā", "iš viso"),
        *("viso", "kopsumma", "общо", "сума", "всичко", "σύνολο", "άθροισμα", "γενικό σύνολο"),
        *(
            "totalul",
            "însumat",
            "subtotal général",
            "iomlán",
            "b kollox",
            "average",
            "mean",
            "count",
        ),
        *("number of clusters", "durchschnitt", "toplam", "разом", "вкупно", "укупно", "samtals"),
    )
)
"""What stands before the sums of a table, as `plain_words` gives it."""

_MODES: Mapping[str, tuple[str, ...]] = {
    "onsite": (
        *("on site", "onsite", "in person", "face to face", "personal", "personally", "visit"),
        *("vor ort", "präsenz", "in präsenz", "persönlich", "besuch", "sur place", "présentiel"),
        *("en présentiel", "en personne", "visite", "presencial", "in situ", "en persona"),
        *("in presenza", "di persona", "in loco", "presencialmente", "op locatie", "ter plaatse"),
        *("persoonlijk", "på stedet", "fysisk", "på plats", "fysiskt", "paikan päällä"),
        *("lähitapaaminen", "stacjonarnie", "na miejscu", "osobiście", "na místě", "osobně"),
        *("prezenčně", "na mieste", "osobne", "prezenčne", "helyszínen", "személyesen"),
        *("na kraju samem", "osebno", "na licu mjesta", "uživo", "osobno", "la fața locului"),
        *("fizic", "на място", "лично", "επιτόπια", "δια ζώσης", "kohapeal", "klātienē"),
        *("vietoje", "gyvai", "fuq il post", "ar an láthair"),
    ),
    "video": (
        *("video", "by video", "video call", "video conference", "online", "remote", "virtual"),
        *("per video", "videokonferenz", "videogespräch", "virtuell", "fernmündlich", "remote"),
        *("visioconférence", "visio", "en ligne", "à distance", "vidéo", "par vidéo", "en línea"),
        *("videoconferencia", "vídeo", "por vídeo", "a distanza", "videoconferenza", "da remoto"),
        *("videoconferência", "à distância", "em linha", "videoconferentie", "online meeting"),
        *("videomøde", "videomøte", "videomöte", "digitalt", "videoyhteys", "etänä", "verkossa"),
        *("zdalnie", "wideo", "wideokonferencja", "videohovor", "videokonference", "vzdáleně"),
        *("na diaľku", "videokonferencia", "videó", "na daljavo", "videokonferenca", "na daljinu"),
        *("videokonferencija", "la distanță", "videoconferință", "онлайн", "видео", "βίντεο"),
        *("διαδικτυακά", "τηλεδιάσκεψη", "veebis", "attālināti", "tiešsaistē", "nuotoliu"),
        *("nuotolinis", "teams", "zoom", "ms teams", "microsoft teams", "webex", "skype"),
    ),
}

MODES: Mapping[str, str] = {
    plain_words(word): mode for mode, words in _MODES.items() for word in words
}
"""The ways of an interview, by the words for them as `plain_words` gives them."""
