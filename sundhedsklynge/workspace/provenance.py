"""What the figures of a day rest on, as every export tells it: sources with dates, model, settings in force, checksum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sundhedsklynge import __version__
from sundhedsklynge.domain.kinds import KIND_NAMES, PLAN
from sundhedsklynge.export.report import Meta, SlotsChanged, Source
from sundhedsklynge.forecast import MODEL_VERSION
from sundhedsklynge.settings import SETTINGS
from sundhedsklynge.workspace.deadline_risk import SHARE_MISSING
from sundhedsklynge.workspace.explain import last_time
from sundhedsklynge.workspace.history import UNDONE, checksum

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

TYPED = "tastet i vinduet"  # in the place of a file's name


def provenance(
    workspace: Workspace, day: dt.date, warnings: Sequence[str], members: Collection[int] | None = None
) -> Meta:
    """The account of `day`; `warnings`: what the numbers cannot know, told before the settings. members: the municipalities it is of, None
    for all: only corrections that touch one of them are told.
    """
    settings = workspace.settings()
    return Meta(
        as_of=day,
        sources=_sources(workspace, day),
        model_version=MODEL_VERSION,
        program_version=__version__,
        assumptions=[*warnings, *_assumptions(workspace, day)],
        is_demo=workspace.is_demo,
        checksum=checksum(workspace.imports()),
        risk_limits=settings.get("risiko.graenser", day),
        risk_target=settings.get("risiko.maal", day),
        mask_below=settings.get("smaatal.graense", day),
        corrections=workspace.overrides.told(day, members=members),
        slots_changed=_slots_changed(workspace, day, members),
        risk_may_be_too_low=SHARE_MISSING in warnings,
    )


def _slots_changed(workspace: Workspace, day: dt.date, members: Collection[int] | None) -> list[SlotsChanged]:
    """What was typed in the window on the data since the last file's, the newest first; what was taken back is left out."""
    since = last_time(workspace.evidence(day)) or dt.date.min
    name = workspace.organisation().name
    return [
        SlotsChanged(
            name(cell.municipality),
            cell.week,
            cell.procedure,
            cell.before,
            cell.after,
            change.who,
            change.when.date(),
            change.why,
        )
        for change in workspace.capacity.history()
        if not change.file and not change.undone and since < (change.as_of or day) <= day
        for cell in change.cells
        if members is None or cell.municipality in members
    ]


def _sources(workspace: Workspace, day: dt.date) -> list[Source]:
    """Every hospital's newest plan, and the newest file of each other kind that is in force."""
    hospitals = [Source(entry.hospital, entry.extracted, entry.status) for entry in workspace.freshness(day)]
    newest = {
        (entry.kind, not entry.file): entry
        for entry in reversed(workspace.imports())
        if entry.status != UNDONE and entry.kind != PLAN
    }
    files = [
        Source(entry.file or TYPED, entry.extracted or entry.as_of, entry.status, KIND_NAMES[kind])
        for (kind, _), entry in newest.items()
    ]
    return hospitals + files


def _assumptions(workspace: Workspace, day: dt.date) -> list[str]:
    settings = workspace.settings()
    told = [(entry.label, settings.text(entry.key, day)) for entry in SETTINGS.values() if entry.assumption]
    return [f"{label}: {text}" for label, text in told if text]
