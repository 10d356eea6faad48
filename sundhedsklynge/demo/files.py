"""The demo as files: canonical CSV, the same kinds told in dialects, and a text of all assumptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.demo import dialects, quarterly
from sundhedsklynge.demo.readme import text as readme
from sundhedsklynge.demo.world import AS_OF, FIRST, NEVER, Bools, Ints, World, build, day_number
from sundhedsklynge.domain.calendar import week_code

README = "LÆS MIG.txt"
DIALECT_FOLDER = "dialekter"


def frames(world: World | None = None) -> dict[str, pd.DataFrame]:
    """File name -> rows with the canonical columns; days are datetime64[s], NaT is none."""
    world = world or build()
    plans = {f"operationsplan_{_slug(hospital.name)}.csv": plan(world, h) for h, hospital in enumerate(a.HOSPITALS)}
    return {
        "genoptraeningsplaner.csv": received(world),
        **plans,
        "kapacitet.csv": capacity(world),
        "72timers_behandlingsansvar.csv": quarterly.treatment72(world),
        "plejehjemslaeger.csv": quarterly.nursing_home(world),
        "aktivitet.csv": quarterly.activity(world),
    }


def write_canonical(folder: Path) -> list[Path]:
    """Write the canonical CSV files, in the order to import them. The folder is made if it is not there."""
    return _write(folder, frames())


def write(folder: Path) -> list[Path]:
    """Write the canonical files, `dialekter/` and `LÆS MIG.txt` into `folder`; the same bytes every time."""
    world = build()
    written = _write(folder, frames(world))
    (folder / DIALECT_FOLDER).mkdir(exist_ok=True)
    for name, content in _dialects(world):
        path = folder / DIALECT_FOLDER / name
        path.write_bytes(content)
        written.append(path)
    path = folder / README
    path.write_text(readme(_names(world)), encoding="utf-8-sig", newline="\r\n")
    return [*written, path]


def plan(world: World, hospital: int) -> pd.DataFrame:
    """All snapshots one hospital has sent, as it sends them: single operations, or counts by week and procedure."""
    habits = a.HOSPITALS[hospital]
    days = range(day_number(habits.last_shared), day_number(a.FIRST_SNAPSHOT) - 1, -7 * habits.every)
    return pd.concat([snapshot(world, hospital, day) for day in reversed(days)], ignore_index=True)


def snapshot(world: World, hospital: int, day: int) -> pd.DataFrame:
    """What `hospital` says on the morning of `day`: from four weeks back to its own planning window ahead."""
    habits, ops = a.HOSPITALS[hospital], world.operations
    mine = np.flatnonzero((ops.hospital == hospital) & (ops.booked < day))
    standing = ops.standing(day)[mine]
    inside = (standing >= day - 7 * a.WEEKS_BACK) & (standing < day + 7 * habits.weeks_ahead)
    mine, standing = mine[inside], standing[inside]
    cancelled = ops.cancelled[mine] < day
    if habits.weekly_counts:
        return _weekly(world, hospital, day, mine[~cancelled], standing[~cancelled])
    order = np.lexsort((mine, standing, ops.municipality[mine]))
    return _single(world, hospital, day, mine[order], standing[order], cancelled[order])


def _single(world: World, hospital: int, day: int, rows: Ints, standing: Ints, cancelled: Bools) -> pd.DataFrame:
    habits, ops = a.HOSPITALS[hospital], world.operations
    status = np.where(cancelled, "aflyst", np.where(standing < day, "udført", "planlagt"))
    columns = {
        "udtraeksdato": _dates(np.full(len(rows), day)),
        "sygehus": habits.name,
        "afdeling": np.array(habits.departments)[ops.department[rows]],
        "kommunekode": world.region.codes[ops.municipality[rows]],
        "sks_kode": ops.sks[rows],
        "operationsdato": _dates(standing),
        "antal": 1,
        "status": status,
    }
    if habits.prefix:
        columns["bookingdato"] = _dates(ops.booked[rows])
        columns["sagsnoegle"] = np.char.add(f"{habits.prefix}-", np.char.zfill(rows.astype(str), 6))
    if not habits.cluster:
        columns["privat"] = "ja"
    return pd.DataFrame(columns)


def _weekly(world: World, hospital: int, day: int, rows: Ints, standing: Ints) -> pd.DataFrame:
    ops = world.operations
    keys = np.stack([ops.municipality[rows], ops.procedure[rows], (standing - FIRST) // 7], axis=1)
    groups, counts = np.unique(keys, axis=0, return_counts=True)
    return pd.DataFrame(
        {
            "udtraeksdato": _dates(np.full(len(groups), day)),
            "sygehus": a.HOSPITALS[hospital].name,
            "kommunekode": world.region.codes[groups[:, 0]],
            "procedure": np.array(a.PROCEDURES)[groups[:, 1]],
            "uge": np.array([week_code(a.FIRST_DAY + dt.timedelta(weeks=int(w))) for w in groups[:, 2]]),
            "antal": counts,
        }
    )


def received(world: World) -> pd.DataFrame:
    """Plans received by the municipalities from the first date of the file to the day before the as-of date."""
    plans = world.plans
    rows = np.flatnonzero(plans.received >= day_number(a.FIRST_PLAN_RECEIVED))
    rows = rows[np.argsort(plans.received[rows], kind="stable")]
    names = np.array([h.name for h in a.HOSPITALS])
    wards = np.array([h.departments for h in a.HOSPITALS])
    private = np.array([not h.cluster for h in a.HOSPITALS])
    return pd.DataFrame(
        {
            "kommunekode": world.region.codes[plans.municipality[rows]],
            "procedure": np.array(a.PROCEDURES)[plans.procedure[rows]],
            "sygehus": names[plans.hospital[rows]],
            "afdeling": wards[plans.hospital[rows], plans.department[rows]],
            "gop_type": np.array([name for name, _ in a.GOP_TYPES])[plans.gop_type[rows]],
            "udskrivningsdato": _dates(plans.discharged[rows]),
            "modtaget_dato": _dates(plans.received[rows]),
            "tidligst_start_dato": _dates(plans.earliest_start[rows]),
            "tilbudt_dato": _dates(plans.offered[rows]),
            "opstart_dato": _dates(plans.started[rows]),
            "status": plans.status[rows],
            "mangelfuld": np.where(plans.incomplete[rows], "ja", "nej"),
            "privat": np.where(private[plans.hospital[rows]], "ja", "nej"),
            "udtraeksdato": _dates(np.full(len(rows), AS_OF)),
        }
    )


def capacity(world: World) -> pd.DataFrame:
    """First appointments a week and municipality, some months ahead, with notes where something is unusual."""
    first, last = ((day_number(day) - FIRST) // 7 for day in (a.FIRST_PLAN_RECEIVED, a.LAST_CAPACITY))
    m, w = (axis.ravel() for axis in np.mgrid[0 : len(world.region.codes), first : last + 1])
    weeks = [week_code(a.FIRST_DAY + dt.timedelta(weeks=int(week))) for week in range(last + 1)]
    notes = [world.notes.get((int(i), int(j)), "") for i, j in zip(m, w, strict=True)]
    return pd.DataFrame(
        {
            "kommunekode": world.region.codes[m],
            "uge": np.array(weeks)[w],
            "pladser": world.slots[m, w],
            "bemaerkning": notes,
        }
    )


def _dialects(world: World) -> Iterator[tuple[str, bytes]]:
    """New snapshots of the hospitals that are behind in the canonical files, and others again, each in a dialect."""
    at = {h.name.split()[0]: i for i, h in enumerate(a.HOSPITALS)}
    names = _names(world)
    newest = {name: snapshot(world, at[name], AS_OF) for name in ("Amager", "Bispebjerg", "Bornholms", "Nordsjællands")}
    gop = received(world)
    hillerod = gop[
        (gop["kommunekode"] == 219) & (gop["modtaget_dato"] >= pd.Timestamp(a.AS_OF - dt.timedelta(weeks=8)))
    ]
    yield "amager_hvidovre_uge48.csv", dialects.weeks_cp1252(newest["Amager"], names)
    yield "bispebjerg_frederiksberg_uge48.xlsx", dialects.pivot_xlsx(newest["Bispebjerg"], names)
    yield "bornholm_uge48.txt", dialects.titled_utf16(newest["Bornholms"], names)
    yield "nordsjaelland_week48.csv", dialects.english_bom(newest["Nordsjællands"])
    yield "hilleroed_genoptraeningsplaner.csv", dialects.diagnoses_cp1252(hillerod, names)


def _names(world: World) -> dict[int, str]:
    return dict(zip(world.region.codes.tolist(), world.region.names, strict=True))


def _dates(days: Ints) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
    """Day numbers as datetime64[s]; 0 is none."""
    return np.where((days > 0) & (days < NEVER), days.astype("datetime64[D]"), np.datetime64("NaT")).astype(
        "datetime64[s]"
    )


def _slug(name: str) -> str:
    letters = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "_".join(letters.split())


def _write(folder: Path, tables: dict[str, pd.DataFrame]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for name, frame in tables.items():
        path = folder / name
        path.write_bytes(canonical_csv(frame))
        paths.append(path)
    return paths


def canonical_csv(frame: pd.DataFrame) -> bytes:
    """UTF-8, `;`, header, ISO dates (data contract, *Files in*)."""
    text = frame.copy(deep=False)
    for name in frame.select_dtypes("datetime").columns:
        days = frame[name].to_numpy().astype("datetime64[D]")
        text[name] = np.where(np.isnat(days), "", days.astype(str))
    return text.to_csv(sep=";", index=False, lineterminator="\n").encode()
