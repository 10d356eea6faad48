"""Which canonical column each column of a table is, and which kind of file the tables make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sundhedsklynge.domain.kinds import KIND_NAMES, PLAN
from sundhedsklynge.ingest import hints
from sundhedsklynge.ingest.danish import (
    DateStyle,
    Flaw,
    clean,
    fold,
    parse_count,
    parse_date,
    parse_month,
    parse_quarter,
    parse_week,
    parse_yes_no,
    week_number,
)
from sundhedsklynge.ingest.layout import Block
from sundhedsklynge.ingest.mapping import Question
from sundhedsklynge.ingest.places import MunicipalityNames, read_region
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.ingest.terms import read_procedure
from sundhedsklynge.ingest.vocabulary import (
    ANSWER,
    COUNT,
    DATE,
    DISTINCTIVE,
    FROM_ELSEWHERE,
    HOSPITAL,
    MONTH,
    MUNICIPALITY,
    PIVOT_VALUE,
    PROCEDURE,
    QUARTER,
    REGION,
    REQUIRED,
    WEEK,
    YEAR,
    fingerprint,
    match_header,
    names_of,
    sort_of,
)

SAMPLE = 200  # cells looked at to see what a column holds
LEAST_SHARE = 0.9  # of them that must read as what a column is taken for, when its name does not say so exactly
LEAST_SCORE = 0.4  # share of a kind's required columns below which a file is of no kind


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """How one canonical column was found: its header in the file, position, source ("navn", "mønster", "indhold",
    "kortlægning") and how sure that is (0-1)."""

    name: str
    header: str
    position: int
    source: str
    confidence: float


@dataclass(frozen=True)
class Fit:
    """How well a block reads as a kind. missing: groups of required columns that are not there. guesses: {missing
    column: header of the one unnamed column that looks like it}. constants: {canonical name: value} that sheet name or
    title tell for the table."""

    kind: str
    block: Block
    columns: dict[str, ColumnReading]
    missing: tuple[tuple[str, ...], ...]
    guesses: dict[str, str] = field(default_factory=dict[str, str])
    constants: dict[str, str] = field(default_factory=dict[str, str])
    doubled: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    @property
    def hard(self) -> tuple[tuple[str, ...], ...]:
        """Missing columns that nothing but a column can tell."""
        return tuple(group for group in self.missing if not set(group) & FROM_ELSEWHERE)

    @property
    def score(self) -> float:
        """Share of the required columns that are there, the number of all named ones parting equals."""
        needed = len(REQUIRED[self.kind])
        return (needed - len(self.missing)) / needed + 0.01 * len(self.columns)


def fit(kind: str, block: Block, told: Mapping[str, str], names: MunicipalityNames) -> Fit:
    """Name the columns of `block` as a file of `kind`; told is {header: canonical name} of a given or remembered
    mapping."""
    dims = {name for pivot in block.pivots for name in pivot.dims}
    if kind not in PIVOT_VALUE or not dims <= set(names_of(kind)):
        block, dims = replace(block, pivots=(), total_columns=()), set[str]()
    columns, doubled = _by_header(kind, block, told, names)
    _swap_day_and_week(kind, block, columns, names)
    there = set(columns) | dims | ({PIVOT_VALUE[kind]} if dims else set())
    constants = _constants(kind, block, there)
    missing = tuple(group for group in REQUIRED[kind] if not set(group) & (there | set(constants)))
    return Fit(kind, block, columns, missing, _guesses(kind, block, columns, missing, names), constants, doubled)


def _free(block: Block) -> list[int]:
    """Positions of ordinary columns, the hidden ones last."""
    taken = {pivot.column for pivot in block.pivots} | set(block.total_columns)
    hidden = block.table.hidden_columns
    return sorted((c for c in range(len(block.headers)) if c not in taken), key=lambda c: c in hidden)


def _by_header(
    kind: str, block: Block, told: Mapping[str, str], names: MunicipalityNames
) -> tuple[dict[str, ColumnReading], dict[str, tuple[str, str]]]:
    """({canonical name: column}, {canonical name: two headers that both say it and hold different things})."""
    columns: dict[str, ColumnReading] = {}
    doubled: dict[str, tuple[str, str]] = {}
    loose: list[tuple[str, int]] = []
    taught = {fold(header): name for header, name in told.items()}
    for position in _free(block):
        header = block.headers[position]
        if fold(header) in taught:
            name = taught[fold(header)]
            if name in names_of(kind):
                columns[name] = ColumnReading(name, header, position, "kortlægning", 1.0)
            continue
        match = match_header(kind, header)
        if match is None or match[0] in taught.values():
            continue
        name, exact = match
        if not exact:
            loose.append((name, position))
        elif name not in columns:
            columns[name] = ColumnReading(name, header, position, "navn", 1.0)
        elif _rivals(block, columns[name].position, position, sort_of(kind, name), names):
            doubled[name] = (columns[name].header, header)
    for name, position in loose:
        if name not in columns and _share(block, position, sort_of(kind, name), names) >= LEAST_SHARE:
            columns[name] = ColumnReading(name, block.headers[position], position, "mønster", 0.8)
    return columns, doubled


def _rivals(block: Block, one: int, other: int, sort: str, names: MunicipalityNames) -> bool:
    """Whether a second visible column of the same name holds other values of the same sort."""
    if other in block.table.hidden_columns or _share(block, other, sort, names, empty=0.0) < LEAST_SHARE:
        return False
    cells = block.table.cells.iloc[block.first : min(block.last, block.first + SAMPLE)]
    return [clean(str(t)) for t in cells.iloc[:, one]] != [clean(str(t)) for t in cells.iloc[:, other]]


def _swap_day_and_week(kind: str, block: Block, columns: dict[str, ColumnReading], names: MunicipalityNames) -> None:
    """A column called a date that holds weeks is the week column."""
    reading = columns.get("operationsdato")
    if kind != PLAN or reading is None or "uge" in columns:
        return
    if _share(block, reading.position, DATE, names) < 0.5 <= _share(block, reading.position, WEEK, names):
        del columns["operationsdato"]
        columns["uge"] = replace(reading, name="uge", source="indhold", confidence=0.8)


def _constants(kind: str, block: Block, there: set[str]) -> dict[str, str]:
    """The procedure of a table without a procedure column, where its sheet name or the line above it names one."""
    groups = [group for group in REQUIRED[kind] if "procedure" in group and not set(group) & there]
    for text in (block.table.name, *block.above[-1:]):
        if groups and not isinstance(read_procedure(text), Flaw):
            return {"procedure": text}
    return {}


def _guesses(
    kind: str,
    block: Block,
    columns: Mapping[str, ColumnReading],
    missing: Sequence[tuple[str, ...]],
    names: MunicipalityNames,
) -> dict[str, str]:
    taken = {reading.position for reading in columns.values()}
    free = [c for c in _free(block) if c not in taken]
    guesses: dict[str, str] = {}
    for group in missing:
        for name in (n for n in group if sort_of(kind, n) in _TELLING):
            fitting = [c for c in free if _share(block, c, sort_of(kind, name), names, empty=0.0) >= LEAST_SHARE]
            if len(fitting) == 1:
                guesses[name] = block.headers[fitting[0]]
                break
    return guesses


def _share(block: Block, position: int, sort: str, names: MunicipalityNames, empty: float = 1.0) -> float:
    """Share of the filled cells at the top of a column that read as `sort`; `empty` where none is filled."""
    cells = block.table.cells.iloc[block.first : min(block.last, block.first + SAMPLE), position]
    texts = [str(text) for text in cells if clean(str(text))]
    if sort == MUNICIPALITY:
        return sum(not isinstance(names.read(t), Flaw) for t in texts) / len(texts) if texts else empty
    test = _TESTS.get(sort)
    return sum(test(text) for text in texts) / len(texts) if texts and test else empty if test else 1.0


def _counts_something(text: str) -> bool:
    found = parse_count(text)
    return not isinstance(found, Flaw) or found.code != "bad_count"


def _is_date(text: str) -> bool:
    either = (parse_date(text), parse_date(text, DateStyle(month_first=True, short_years=True)))
    return not all(isinstance(found, Flaw) for found in either)


_TESTS: dict[str, Callable[[str], bool]] = {
    DATE: _is_date,
    WEEK: lambda text: not isinstance(parse_week(text), Flaw) or week_number(text) is not None,
    COUNT: _counts_something,
    PROCEDURE: lambda text: not isinstance(read_procedure(text), Flaw),
    QUARTER: lambda text: not isinstance(parse_quarter(text), Flaw),
    MONTH: lambda text: not isinstance(parse_month(text), Flaw),
    ANSWER: lambda text: not isinstance(parse_yes_no(text), Flaw),
    REGION: lambda text: not isinstance(read_region(text), Flaw),
    HOSPITAL: lambda text: any(word in fold(text) for word in ("hospital", "sygehus", "klinik")),
    YEAR: lambda text: text.isdigit() and len(text) == 4,
}
# Contents that hardly anything else looks like.
_TELLING = (DATE, WEEK, MUNICIPALITY, PROCEDURE, QUARTER, MONTH, REGION, HOSPITAL)


# The kind, and the tables to read -------------------------------------------------------------------------------------


def choose(fits: Sequence[Fit], raw: RawFile, wanted: str) -> tuple[list[Fit], Question | None]:
    """The tables to read, all of one kind and layout, and what must be asked about them."""
    kind, asked = _kind(fits, raw, wanted)
    if asked is not None:
        return [], asked
    mine = [f for f in fits if f.kind == kind]
    best = max(mine, key=lambda f: (not f.hard, f.score))
    if best.hard:
        return [best], None
    key = fingerprint(best.block.headers)
    whole = [f for f in mine if not f.hard]
    alike = [f for f in whole if fingerprint(f.block.headers) == key]
    if len(alike) == len(whole):
        return alike, None
    sheets = tuple(dict.fromkeys(f.block.table.name for f in whole))
    if len(sheets) > 1:
        sentence = f"Flere ark ligner {KIND_NAMES[kind]}: {', '.join(sheets)}. Vælg det, der skal læses."
        return alike, Question("sheets", sentence, sheets)
    rows = " og ".join(str(int(f.block.table.rows[f.block.header_rows[0]])) for f in whole)
    return alike, Question("tables", f"Arket har flere tabeller (række {rows}). Del dem i hver sin fil.")


def _same_table(one: Fit, other: Fit) -> bool:
    return one.block.table is other.block.table and one.block.header_rows == other.block.header_rows


def _kind(fits: Sequence[Fit], raw: RawFile, wanted: str) -> tuple[str, Question | None]:
    """The kind whose columns are all there and that columns or titles speak of; a question where that is not one."""
    if wanted:
        return wanted, None
    whole = [f for f in fits if not f.hard]
    said = hints.kinds_said(raw, [f.block for f in fits])
    if not whole:
        near = [f for f in fits if f.score >= LEAST_SCORE]
        if near:
            return max(
                near, key=lambda f: (bool(set(f.columns) & DISTINCTIVE[f.kind]), f.kind in said, f.score)
            ).kind, None
        return "", Question(
            "kind",
            "Filens type kan ikke ses af kolonnerne. Vælg typen (--kind), eller giv en kortlægning.",
            tuple(KIND_NAMES),
        )
    kinds = {f.kind for f in whole}
    plain = {f.kind for f in whole if set(f.columns) & DISTINCTIVE[f.kind]}
    if len(plain) > 1:  # the kind that explains clearly more of the same table
        ranked = sorted((f for f in whole if f.kind in plain), key=lambda f: len(f.columns), reverse=True)
        rivals = [f for f in ranked[1:] if f.kind != ranked[0].kind]
        first = ranked[0]
        if all(_same_table(f, first) and len(f.columns) <= len(first.columns) - 2 for f in rivals):
            plain = {first.kind}
    certain = plain if len(plain) == 1 else (plain or kinds) & said
    if len(certain) == 1:
        return next(iter(certain)), None
    possible = tuple(kind for kind in KIND_NAMES if kind in kinds)
    listed = " eller ".join(KIND_NAMES[kind] for kind in possible)
    return "", Question("kind", f"Filen kan læses som {listed}. Vælg typen (--kind).", possible)
