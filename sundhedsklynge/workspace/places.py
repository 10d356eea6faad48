"""Names and areas: what hospitals, municipalities and procedures are also called, and which areas they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.domain.areas import CLUSTER, COUNCIL, Area, Membership, read_clusters, read_councils
from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.ingest.cpr import mask
from sundhedsklynge.ingest.delimited import to_text
from sundhedsklynge.store import organisation
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.kept import all_but
from sundhedsklynge.workspace.personal import without_person
from sundhedsklynge.workspace.words import counted

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

HOSPITAL, MUNICIPALITY, PROCEDURE = "hospital", "kommune", "procedure"
MAX_BYTES = 1024 * 1024
_AREA_NAMES = {CLUSTER: ("klynge", "klynger"), COUNCIL: ("sundhedsråd", "sundhedsråd")}


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """`text` in a file means `meaning`: a hospital's name, a municipality's (with `code`), a procedure group's. kind: HOSPITAL,
    MUNICIPALITY or PROCEDURE."""

    kind: str
    text: str
    meaning: str
    code: int | None = None


@dataclass(frozen=True, slots=True)
class AreasReport:
    """A loaded table of areas: kind as in `domain.areas`, rows stored, areas and municipalities in it, and municipalities that were in an
    area of that kind before and are in none now. `sentence` says it in Danish."""

    kind: str
    rows: int
    areas: tuple[str, ...]
    municipalities: int
    left: tuple[str, ...]
    sentence: str


class Places:
    """The room of names and areas: `workspace.places`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    def hospitals(self) -> tuple[str, ...]:
        """Names of all hospitals."""
        return tuple(hospital.name for hospital in organisation.hospitals(self._db))

    def aliases(self) -> list[Alias]:
        """All remembered names, by kind and text."""
        known, places = organisation.aliases(self._db), self._workspace.organisation()
        return sorted(
            [
                *(Alias(HOSPITAL, text, name) for text, name in known.hospitals.items()),
                *(Alias(MUNICIPALITY, text, places.name(code), code) for text, code in known.municipalities.items()),
                *(Alias(PROCEDURE, text, name) for text, name in known.procedures.items()),
            ],
            key=lambda alias: (alias.kind, alias.text.casefold()),
        )

    def remember(self, kind: str, text: str, meaning: str) -> Change:
        """From now on `text` in a file means `meaning`: an existing hospital's name, a municipality's name or code, a procedure group.
        Another meaning it had is replaced. Raises UserError for what does not exist."""
        before = next((old for old in self.aliases() if (old.kind, old.text) == (kind, text.strip())), None)
        self._remember(kind, text, meaning)
        back = (lambda: self._forget(text)) if before is None else (lambda: self._remember(kind, text, before.meaning))
        return Change(f"'{text.strip()}' læses som {meaning}", back, lambda: self._remember(kind, text, meaning))

    def change(self, alias: Alias, text: str, meaning: str) -> Change:
        """Writes an alias anew. Raises UserError, and then the old one stands."""

        def write(old: str, new: str, means: str) -> None:
            self._remember(alias.kind, new, means)
            if old.strip() != new.strip():
                self._forget(old)

        write(alias.text, text, meaning)
        return Change(
            f"'{text.strip()}' læses som {meaning}",
            lambda: write(text, alias.text, alias.meaning),
            lambda: write(alias.text, text, meaning),
        )

    def forget(self, alias: Alias) -> Change:
        """The name means nothing any more."""
        self._forget(alias.text)
        return Change(
            f"'{alias.text}' er glemt",
            lambda: self._remember(alias.kind, alias.text, alias.meaning),
            lambda: self._forget(alias.text),
        )

    def _forget(self, text: str) -> None:
        organisation.forget_alias(self._db, text.strip())
        self._workspace.forget(all_but("inbox"))

    def _remember(self, kind: str, text: str, meaning: str) -> None:
        text = without_person(text)
        if not text or len(text) > 200:
            raise UserError("Navnet er tomt eller for langt.", "Skriv det navn, der står i filen.")
        if kind == HOSPITAL:
            if meaning not in self.hospitals():
                raise UserError(f"Hospitalet '{mask(meaning)}' findes ikke.", "Vælg et hospital fra listen.")
            organisation.remember_hospital(self._db, text, meaning)
        elif kind == MUNICIPALITY:
            organisation.remember_municipality(self._db, text, self._municipality(meaning))
        elif kind == PROCEDURE and meaning in PROCEDURES:
            organisation.remember_procedure(self._db, text, meaning)
        else:
            raise UserError(f"'{mask(meaning)}' er ikke en procedure.", f"Vælg mellem {', '.join(PROCEDURES)}.")
        self._workspace.forget(all_but("inbox"))

    def load_areas(self, path: Path) -> tuple[AreasReport, Change]:
        """Puts a table of clusters or councils, in the form of `resources/reference`, in the place of those of that kind: all of it, or
        nothing. Raises InputRefusedError naming the line that is wrong."""
        text = _text(path)
        kind, memberships = _memberships(text)
        if not memberships:
            raise InputRefusedError(f"{mask(path.name)} har ingen rækker.", "Hent tabellen igen.")
        known = self._workspace.organisation()
        before = [m for m in known.memberships if m.area.kind == kind]
        self._replace(kind, memberships)
        inside = {m.municipality for m in memberships}
        areas: list[Area] = sorted({m.area for m in memberships})
        left = tuple(known.name(code) for code in sorted({m.municipality for m in before} - inside))
        one, many = _AREA_NAMES[kind]
        said = f"{counted(len(areas), one, many)} med {counted(len(inside), 'kommune', 'kommuner')} er indlæst fra {mask(path.name)}."
        gone = f" Uden {one} nu: {', '.join(left)}." if left else ""
        report = AreasReport(kind, len(memberships), tuple(a.name for a in areas), len(inside), left, said + gone)
        back, again = (lambda: self._replace(kind, before)), (lambda: self._replace(kind, memberships))
        return report, Change(f"{many.capitalize()} er indlæst", back, again)

    def _replace(self, kind: str, memberships: list[Membership]) -> None:
        organisation.replace_memberships(self._db, kind, memberships)
        self._workspace.forget()

    def _municipality(self, text: str) -> int:
        places = self._workspace.organisation().municipalities
        if text.isdecimal() and int(text) in places:
            return int(text)
        found = [code for code, place in places.items() if place.name.casefold() == text.strip().casefold()]
        if not found:
            raise UserError(f"Kommunen '{mask(text)}' findes ikke.", "Skriv kommunens navn eller kode.")
        return found[0]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise InputRefusedError(f"{mask(path.name)} kan ikke læses.", "Kontrollér navn og mappe.") from None
    if len(data) > MAX_BYTES:
        raise InputRefusedError(
            f"{mask(path.name)} er for stor til at være en tabel over områder.", "Vælg en anden fil."
        )
    found, _ = to_text(data)
    return found.data.decode(found.encoding)


def _memberships(text: str) -> tuple[str, list[Membership]]:
    """Which kind of table it is, told by its header, and its rows."""
    header = {name.strip() for name in text.removeprefix("\ufeff").partition("\n")[0].split(";")}
    if "sundhedsraad" in header:
        return COUNCIL, read_councils(text)
    if "klynge" in header:
        return CLUSTER, read_clusters(text)
    raise InputRefusedError(
        "Filen er ikke en tabel over klynger eller sundhedsråd.",
        "Brug kolonnerne kommunekode;klynge;gyldig_fra eller kommunekode;sundhedsraad;gyldig_fra.",
    )
