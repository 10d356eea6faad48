"""Column names: the canonical ones of the data contract and the words hospitals and municipalities use for them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sundhedsklynge.domain.kinds import ACTIVITY, CAPACITY, GOP, NURSING_HOME, PLAN, TREATMENT72
from sundhedsklynge.ingest.danish import Flaw, fold, parse_week, week_number

# What a column holds decides how its cells are read.
Sort = str
DATE, WEEK, YEAR, QUARTER, MONTH, COUNT = "date", "week", "year", "quarter", "month", "count"
MUNICIPALITY, HOSPITAL, PROCEDURE, REGION = "municipality", "hospital", "procedure", "region"
ANSWER, TEXT, WORD = "answer", "text", "word"


@dataclass(frozen=True, slots=True)
class Field:
    """A canonical column: its name, what it holds, other names for it (compact), a looser pattern for long headers."""

    name: str
    sort: Sort
    names: frozenset[str] = field(default_factory=frozenset[str])
    pattern: str = ""


def _field(name: str, sort: Sort, names: str = "", pattern: str = "") -> Field:
    return Field(name, sort, frozenset([name.replace("_", ""), *names.split()]), pattern)


_EXTRACTED = _field(
    "udtraeksdato",
    DATE,
    "datapr dataudtraek datoforudtraek extractdate extracted extractiondate opgjort opgjortpr opgoerelsesdato pr "
    "snapshotdate udtraek udtrukket",
    r"udtraek|opgjort",
)
_HOSPITAL = _field(
    "sygehus",
    HOSPITAL,
    "afsenderhospital afsendersygehus behandlendesygehus hospital hospitalet hospitalname "
    "hospitalsnavn opererendehospital sygehusnavn udskrivendehospital udskrivendesygehus",
    r"sygehus|hospital|behandlingssted|matrikel",
)
_DEPARTMENT = _field("afdeling", TEXT, "afdelingsnavn afsnit department klinik unit ward")
_CODE = _field(
    "kommunekode",
    MUNICIPALITY,
    "bopaelskommunekode bopaelskommunenr knr komkode kommunekd kommunenr kommunenummer municipalitycode "
    "patientkommunekode",
    r"kommune.*(kode|nr)|municipality.*code",
)
_NAME = _field(
    "kommune",
    MUNICIPALITY,
    "bopael bopaelskommune borgerskommune hjemkommune kommunenavn komnavn modtagendekommune modtagerkommune "
    "municipality municipalityname patientenskommune patientkommune",
    r"kommune|municipality",
)
_SKS = _field(
    "sks_kode",
    PROCEDURE,
    "indgrebskode operationskode opkode procedurecode procedurekode sks skskoder surgerycode",
    r"sks|(procedure|operation|indgreb|surgery).*(kode|code)",
)
_PROCEDURE = _field(
    "procedure",
    PROCEDURE,
    "indgreb indgrebstype kropsdel led omraade operation operationsart operationsgruppe operationstype "
    "proceduregruppe proceduretekst proceduretext proceduretype surgery surgerytype",
    r"procedure|indgreb|operationstype",
)
_WEEK = _field(
    "uge",
    WEEK,
    "aarogugenr aarogugenummer aaruge isouge isoweek operationsuge opuge planlagtuge plannedweek surgeryweek "
    "ugeaar ugenr ugenummer week weekno weeknr weeknumber",
    r"(^|\s|planlagt|operations)uge|week",
)
_YEAR = _field("aar", YEAR, "aarstal isoaar isoyear year")
_COUNT = _field(
    "antal",
    COUNT,
    "antalgop antalindgreb antaloperationer antalplaner antalplanlagte count n number numberofoperations "
    "operationer operations planlagteoperationer stk",
    r"^antal|^number of|^planlagte",
)
_STATUS = _field("status", WORD, "bookingstatus gopstatus operationsstatus planstatus statustekst")
_PRIVATE = _field("privat", ANSWER, "erprivat private privathospital privatsygehus")
_QUARTER = _field("kvartal", QUARTER, "kvt periode quarter")
_SLOTS = _field(
    "pladser",
    COUNT,
    "antalpladser capacity foerstetider kapacitet ledigepladser plads slots startpladser",
    r"pladser|kapacitet",
)

FIELDS: dict[str, tuple[Field, ...]] = {
    PLAN: (
        _EXTRACTED,
        _HOSPITAL,
        _DEPARTMENT,
        _CODE,
        _NAME,
        _SKS,
        _PROCEDURE,
        _field(
            "operationsdato",
            DATE,
            "dateofsurgery indgrebsdato opdato operationsdag planlagtdato planlagtoperation "
            "planlagtoperationsdato planneddate plannedsurgerydate surgerydate",
            r"(operation|planlagt|indgreb|surgery).*(dato|date|dag)",
        ),
        _WEEK,
        _YEAR,
        _COUNT,
        _STATUS,
        _field(
            "bookingdato",
            DATE,
            "bestillingsdato bookedato bookeddate bookeddato booket bookingdate oprettetdato",
            r"book.*(dato|date)",
        ),
        _field(
            "sagsnoegle",
            TEXT,
            "caseid casekey noegle pseudonym sag sagsid sagsnummer",
            r"sagsn|case",
        ),
        _PRIVATE,
    ),
    GOP: (
        _CODE,
        _NAME,
        _PROCEDURE,
        _SKS,
        _field(
            "diagnosekode",
            PROCEDURE,
            "aktionsdiagnose aktionsdiagnosekode diagnose diagnosis diagnosiscode",
            r"diagnose",
        ),
        _field("tekst", PROCEDURE, "aarsag beskrivelse fritekst indikation text"),
        _HOSPITAL,
        _DEPARTMENT,
        _field(
            "gop_type",
            WORD,
            "genoptraeningsplantype genoptraeningstype goptypenavn niveau plantype type typeafgop",
            r"type",
        ),
        _field(
            "udskrivningsdato",
            DATE,
            "discharged dischargedate udskrdato udskrevet udskrivelsesdato udskrivning",
            r"udskr.*dato",
        ),
        _field(
            "modtaget_dato",
            DATE,
            "datomodtaget gopmodtaget modtagdato modtagelse modtagelsesdato modtaget received receiveddate",
            r"modtag.*dato|dato.*modtag",
        ),
        _field(
            "tidligst_start_dato",
            DATE,
            "earlieststart tidligsteopstart tidligstestart tidligstestartdato tidligststart",
            r"tidligst",
        ),
        _field(
            "tilbudt_dato",
            DATE,
            "foerstetilbud foerstetilbudtedato offered offereddate tilbudsdato tilbudt tilbudtstart",
            r"tilbud",
        ),
        _field(
            "opstart_dato",
            DATE,
            "foerstefremmoede opstart opstartsdato startdate startdato started startet",
            r"opstart",
        ),
        _STATUS,
        _field("mangelfuld", ANSWER, "ermangelfuld incomplete mangelfuldgop mangler", r"mangelfuld"),
        _PRIVATE,
        _COUNT,
        _EXTRACTED,
    ),
    CAPACITY: (
        _CODE,
        _NAME,
        _WEEK,
        _YEAR,
        _SLOTS,
        _PROCEDURE,
        _field("bemaerkning", TEXT, "bemaerkninger comment kommentar kommentarer note noter"),
    ),
    TREATMENT72: (
        _QUARTER,
        _CODE,
        _NAME,
        _HOSPITAL,
        _field(
            "udskrivninger",
            COUNT,
            "antaludskrivninger discharges udskrevne udskrivningerimaalgruppen",
            r"udskriv",
        ),
        _field("omfattet", COUNT, "antalomfattet covered omfattede omfattetafordningen", r"omfattet"),
        _field(
            "kontakter_72t",
            COUNT,
            "contacts kontakter kontakter72timer kontakterinden72timer",
            r"kontakt",
        ),
        _field(
            "genindlagt_72t",
            COUNT,
            "genindlaeggelser genindlaeggelser72t genindlagt genindlagt72timer genindlagte readmissions",
            r"genindl",
        ),
    ),
    NURSING_HOME: (
        _QUARTER,
        _CODE,
        _NAME,
        _field("plejehjem", COUNT, "antalplejehjem nursinghomes plejehjemialt"),
        _field(
            "plejehjem_med_laege",
            COUNT,
            "antalplejehjemmedlaege medfastlaege medlaege plejehjemmedfastlaege withdoctor",
            r"plejehjem.*med.*laege",
        ),
        _field(
            "plejehjem_ukendt",
            COUNT,
            "antalukendt plejehjemuoplyst ukendt unknown",
            r"plejehjem.*uk",
        ),
        _field("pladser", COUNT, "antalpladser places plejehjemspladser"),
        _field(
            "pladser_med_laege",
            COUNT,
            "placeswithdoctor pladsermedfastlaege plejehjemspladsermedlaege",
            r"pladser.*med.*laege",
        ),
    ),
    ACTIVITY: (
        _field("maaned", MONTH, "aarmaaned maanedaar month"),
        _CODE,
        _NAME,
        _field("region", REGION, "regionsnavn"),
        _PROCEDURE,
        _field(
            "gop_modtaget",
            COUNT,
            "antalgenoptraeningsplaner antalgop genoptraeningsplaner gop modtagnegenoptraeningsplaner modtagnegop "
            "modtagneplaner",
            r"gop|genoptr.*plan",
        ),
        _field("operationer", COUNT, "antaloperationer operations", r"operationer"),
    ),
}

PLACE = ("kommunekode", "kommune")
# For each kind the groups of which one column must be there. The first group is what the kind is known by.
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    PLAN: (("operationsdato", "uge"), PLACE, ("sks_kode", "procedure"), ("sygehus",), ("udtraeksdato",)),
    GOP: (
        ("modtaget_dato",),
        PLACE,
        ("procedure", "sks_kode", "diagnosekode", "tekst"),
        ("gop_type",),
        ("udskrivningsdato",),
    ),
    CAPACITY: (("pladser",), PLACE, ("uge",)),
    TREATMENT72: (("omfattet",), PLACE, ("kvartal",), ("sygehus",), ("udskrivninger",)),
    NURSING_HOME: (("plejehjem_med_laege",), PLACE, ("kvartal",), ("plejehjem",)),
    ACTIVITY: (("gop_modtaget",), (*PLACE, "region"), ("maaned",)),
}
# Columns that only files of the kind have.
DISTINCTIVE: dict[str, frozenset[str]] = {
    PLAN: frozenset({"operationsdato", "bookingdato", "sagsnoegle", "sks_kode", "udtraeksdato"}),
    GOP: frozenset({"modtaget_dato"}),
    CAPACITY: frozenset({"pladser"}),
    TREATMENT72: frozenset({"omfattet"}),
    NURSING_HOME: frozenset({"plejehjem_med_laege"}),
    ACTIVITY: frozenset({"gop_modtaget"}),
}
FROM_ELSEWHERE = frozenset({"sygehus", "udtraeksdato"})  # a title, a sheet name, a file name or the user may tell these
PIVOT_VALUE: dict[str, str] = {PLAN: "antal", CAPACITY: "pladser", GOP: "antal"}


_SORTS: dict[str, dict[str, Sort]] = {kind: {f.name: f.sort for f in fields} for kind, fields in FIELDS.items()}


def sort_of(kind: str, name: str) -> Sort:
    """What the column `name` of `kind` holds."""
    return _SORTS[kind][name]


def names_of(kind: str) -> tuple[str, ...]:
    """The canonical column names of `kind`."""
    return tuple(f.name for f in FIELDS[kind])


def compact(header: str) -> str:
    """`Antal operationer (stk.)` as `antaloperationer`: folded, without units in brackets and without signs."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"[(\[].*?[)\]]", "", fold(header)))


def match_header(kind: str, header: str) -> tuple[str, bool] | None:
    """(canonical name, whether by an exact name rather than a pattern) of a header, or None."""
    key = compact(header)
    if not key:
        return None
    for candidate in FIELDS[kind]:
        if key in candidate.names:
            return candidate.name, True
    folded = fold(header)
    for candidate in FIELDS[kind]:
        if candidate.pattern and len(folded) <= 60 and re.search(candidate.pattern, folded):
            return candidate.name, False
    return None


def fingerprint(headers: Iterable[str]) -> str:
    """16 hex digits that stay the same while a file's columns do; columns for single weeks or dates count as one."""
    names: list[str] = []
    for header in headers:
        is_time = week_number(header) is not None or not isinstance(parse_week(header), Flaw)
        name = "<tid>" if is_time else compact(header)
        if not (name == "<tid>" and names and names[-1] == "<tid>"):
            names.append(name)
    return hashlib.sha256("|".join(names).encode()).hexdigest()[:16]
