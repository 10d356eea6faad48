"""What to do about the risk, in words: recommended slots, the best use of some, and weeks that crossed the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sundhedsklynge.deadline.case import run
from sundhedsklynge.deadline.plan import best_use
from sundhedsklynge.deadline.queue import Floats
from sundhedsklynge.deadline.risk import RiskTable, crossings, weeks_beyond_help, weeks_over
from sundhedsklynge.deadline.scenario import Scenario, case_under
from sundhedsklynge.domain.calendar import ONE_DAY, is_closed, monday, week_text
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.workspace.deadline_risk import RiskBasis
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.risk_record import RiskThen
from sundhedsklynge.workspace.words import counted, listed, number, percent, short_date

MOST_EXTRA = 60  # slots that the best use is sought for; more is a new plan
MOVED = 0.03  # a smaller step over the target is chance
HEAVY = 8.0  # weight of a risk that goes from none to certain, in units of chance variation


@dataclass(frozen=True)
class Advice:
    """What brings a municipality's weeks under the target.

    extra: slots to add by week (Monday), only weeks that need some. late_before, late_after: expected past the deadline over all
    weeks. removed: share of them that the extra slots remove. too_late: weeks over the target that no number of slots can bring
    under it. slots_cost, private_saved: kroner, None where price or share is not set. sentence: the same in words.
    """

    municipality: int
    extra: dict[dt.date, int]
    late_before: float
    late_after: float
    removed: float
    too_late: tuple[dt.date, ...]
    slots_cost: float | None
    private_saved: float | None
    sentence: str

    @property
    def total(self) -> int:
        """Extra slots in all."""
        return sum(self.extra.values())


def advise(basis: RiskBasis, table: RiskTable, municipality: int, slot_price: float | None) -> Advice:
    """The advice for one municipality. Raises UserError where it is not in the data."""
    m, weeks = basis.index(municipality), basis.weeks
    known = ~np.isnan(table.p_late[m])
    more = np.where(known, np.nan_to_num(table.recommended[m] - table.planned[m]), 0.0)
    over = weeks_over(table.p_late[m], basis.rules.target)
    helpless = weeks_beyond_help(table.p_late[m], table.recommended[m], basis.rules.target)
    beyond = tuple(weeks[w] for w in np.flatnonzero(helpless))
    extra = {weeks[w]: int(more[w]) for w in np.flatnonzero(more > 0)}
    before = after = float(np.nansum(table.late[m]))
    if extra:
        case = case_under(basis.inputs, basis.profile, m, basis.rules, Scenario())
        slots = case.slots.copy()
        slots[case.gap :] += more
        after = float(np.nansum(run(case, slots).expected_late))
    removed = 1 - after / before if before > 0 else 0.0
    share, price = basis.rules.private_share, float(table.price[m])
    saved = None if share is None or np.isnan(price) else (before - after) * share * price
    cost = None if slot_price is None else sum(extra.values()) * slot_price
    sentence = _advice_text(basis, known, bool(over.any()), extra, removed, beyond)
    return Advice(municipality, extra, before, after, removed, beyond, cost, saved, sentence)


def _advice_text(
    basis: RiskBasis,
    known: np.typing.NDArray[np.bool_],
    over: bool,
    extra: dict[dt.date, int],
    removed: float,
    beyond: tuple[dt.date, ...],
) -> str:
    target = percent(basis.rules.target)
    parts: list[str] = []
    if not known.any():
        return "Skriv antal pladser ind for at se risikoen."
    if extra:
        last = short_date(_last_open(max(extra)))
        verb = "fjerner" if removed > 0 else "sænker ikke"
        share = f"{percent(removed)} af risikoen" if removed > 0 else "det ventede antal over fristen"
        parts.append(f"{counted(sum(extra.values()), 'ekstra plads', 'ekstra pladser')} inden {last} {verb} {share}.")
    elif not over:
        parts.append(f"Pladserne er nok: ingen uge har en risiko over {target}.")
    if beyond:
        parts.append(
            f"{_weeks(beyond).capitalize()} kan ikke komme under {target} med flere pladser: "
            "fristen udløber, før de kan bruges, eller den er allerede overskredet."
        )
    if not known.all():
        first = basis.weeks[int(np.argmin(known))]
        parts.append(f"Pladser mangler fra {week_text(first)}. Skriv dem ind for at se risikoen.")
    return " ".join(parts)


def _last_open(week: dt.date) -> dt.date:
    """The week's last open day (its Friday where none is)."""
    friday = week + dt.timedelta(days=4)
    return next((day for day in (friday - i * ONE_DAY for i in range(5)) if not is_closed(day)), friday)


def _weeks(mondays: tuple[dt.date, ...]) -> str:
    """Each week; three or more after each other as the first and the last."""
    first, last = mondays[0], mondays[-1]
    if len(mondays) > 2 and (last - first).days == 7 * (len(mondays) - 1):
        return f"{week_text(first)} til {week_text(last)}"
    return listed([week_text(day) for day in mondays])


@dataclass(frozen=True)
class BestUseAnswer:
    """Where extra slots do most good. added: by week (Monday). removed: share of the expected past the deadline; sentence: in words."""

    municipality: int
    added: dict[dt.date, int]
    late_before: float
    late_after: float
    removed: float
    sentence: str


def use_best(basis: RiskBasis, municipality: int, extra: int, last_week: dt.date | None) -> BestUseAnswer:
    """The best use of `extra` slots up to `last_week` (included). Raises UserError for a number or week that cannot be used."""
    if not 1 <= extra <= MOST_EXTRA:
        raise UserError(f"{extra} ekstra pladser kan ikke fordeles.", f"Skriv et tal fra 1 til {MOST_EXTRA}.")
    last = None if last_week is None else (monday(last_week) - basis.weeks[0]).days // 7
    if last is not None and last < 0:
        raise UserError(f"{week_text(monday(last_week or basis.as_of)).capitalize()} er forbi.", "Vælg en senere uge.")
    case = case_under(basis.inputs, basis.profile, basis.index(municipality), basis.rules, Scenario())
    use = best_use(case, extra, last)
    added = {basis.weeks[w]: int(use.added[w]) for w in np.flatnonzero(use.added)}
    if not added:
        sentence = "Flere pladser gør ingen forskel i de uger, hvor pladserne er kendt."
    else:
        where = listed([f"{number(n)} i {week_text(week)}" for week, n in added.items()])
        sentence = (
            f"Mest nytte gør {where}: det fjerner {percent(use.removed)} af de ventede overskridelser "
            f"(fra {number(use.late_before, 1)} til {number(use.late_after, 1)})."
        )
        left = extra - sum(added.values())
        if left:
            sentence += f" De sidste {number(left)} gør ingen forskel."
    return BestUseAnswer(municipality, added, use.late_before, use.late_after, use.removed, sentence)


def alert_lines(then: RiskThen, basis: RiskBasis, now: RiskTable, limits: Sequence[float]) -> list[ChangeLine]:
    """Weeks that went over or came under the target since `then`, heaviest first; the reason is what moved most.

    limits: of the risk classes; one that went over is `high` where it is in the highest of them.
    """
    row = then.rows(basis.inputs.codes)
    there = (row >= 0)[:, None]

    def aligned(values: Floats) -> Floats:
        return np.where(there, values[row], np.nan)

    old = replace(
        then.table,
        p_late=aligned(then.table.p_late),
        deadlines=aligned(then.table.deadlines),
        planned=aligned(then.table.planned),
        waiting=aligned(then.table.waiting),
    )
    crossed = crossings(old, now, basis.rules.target)
    lines: list[ChangeLine] = []
    for m, w in zip(*np.nonzero(crossed), strict=True):
        up, week = crossed[m, w] > 0, basis.weeks[w]
        place = (int(now.weeks[w]) - int(old.weeks[0])) // 7
        was, is_now = float(old.p_late[m, place]), float(now.p_late[m, w])
        if abs(is_now - was) < MOVED:
            continue
        text = (
            f"{basis.names[m]}, {week_text(week)}: risikoen er {'steget' if up else 'faldet'} "
            f"fra {percent(was)} til {percent(is_now)}{_reason(old, now, int(m), place, int(w), bool(up))}."
        )
        weight = HEAVY * abs(is_now - was) + (float(now.late[m, w]) if up else 0.0)
        severity = "info" if not up else "high" if risk_class(is_now, limits) == len(limits) else "watch"
        lines.append(ChangeLine(text, severity, weight, basis.inputs.codes[m], week))
    return sorted(lines, key=lambda line: -line.weight)


def _reason(old: RiskTable, now: RiskTable, m: int, before: int, after: int, up: bool) -> str:
    """`, fordi ...`: of slots, deadlines and people waiting, what moved most in the direction of the risk; nothing where none did."""
    sign = 1 if up else -1
    moved = {
        "pladser": -sign * float(now.planned[m, after] - old.planned[m, before]),
        "frister": sign * float(now.deadlines[m, after] - old.deadlines[m, before]),
        "ventende": sign * float(now.waiting[m, after] - old.waiting[m, before]),
    }
    if after > 0 and before > 0:  # slots of the week before serve those who are due in this one
        moved["pladser ugen før"] = -sign * float(now.planned[m, after - 1] - old.planned[m, before - 1])
    what, size = max(moved.items(), key=lambda item: np.nan_to_num(item[1]))
    count = round(float(np.nan_to_num(size)))
    if count < 1:
        return ""
    more, fewer = ("mere", "færre") if up else ("færre", "mere")
    slots, plans, people = (
        counted(count, *words) for words in (("plads", "pladser"), ("plan", "planer"), ("borger", "borgere"))
    )
    return {
        "pladser": f", fordi der er {slots} {fewer} i ugen",
        "pladser ugen før": f", fordi der er {slots} {fewer} ugen før",
        "frister": f", fordi der ventes {plans} {more} med frist i ugen",
        "ventende": f", fordi der ventes {people} {more} i kø, når ugen begynder",
    }[what]
