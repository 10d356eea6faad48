"""What the open database lacks for a page to say all it can, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.pages import FRIST, OVERBLIK, PROGNOSE
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.forecast.outlook import Outlook
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.workspace import RiskView

LEAST_WEEKS = 13  # of plans received; with less than a quarter neither level nor season can be told from chance


def gap(session: Session, page: str, ask_files: Callable[[], None]) -> Notice | None:
    """What data are missing for `page`, in one notice; None where nothing is, or nothing is known yet."""
    outlook, risk = session.outlook, session.risk
    if outlook is None or page not in (OVERBLIK, PROGNOSE, FRIST):
        return None
    parts = [_forecast_lacks(outlook)]
    if page != PROGNOSE and risk is not None:
        parts.append(_risk_lacks(risk))
    said = [part for part in parts if part]
    return Notice("warning", " ".join(said), "", (tr("Importér filer"), ask_files)) if said else None


def _forecast_lacks(outlook: Outlook) -> str:
    evidence = outlook.evidence
    weeks = int(evidence.observed.any(axis=0).sum()) // 7
    if not weeks:
        return tr("Der er ingen modtagne genoptræningsplaner, så prognosen bygger kun på operationsplaner.")
    if weeks < LEAST_WEEKS:
        return tr(
            "Der er kun modtagne planer fra {weeks} uger, så prognosen er usikker. Importér planer fra mindst {least} uger.",
            weeks=weeks,
            least=LEAST_WEEKS,
        )
    if not len(evidence.snapshots.extracted):
        return tr("Der er ingen operationsplaner, så prognosen bygger kun på de planer, kommunerne har modtaget.")
    return ""


def _risk_lacks(risk: RiskView) -> str:
    import numpy as np

    if not np.isnan(risk.planlagte_pladser).all():
        return ""
    return tr(
        "Der er ingen pladser, så risikoen er ukendt. Importér en kapacitetsfil, eller skriv kommunens pladser under Frist."
    )
