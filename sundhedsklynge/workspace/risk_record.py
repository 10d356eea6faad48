"""How good earlier risks were: what was said on past as-of dates against what happened, in a planner's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sundhedsklynge.deadline.queue import Floats, Ints
from sundhedsklynge.deadline.risk import RiskTable
from sundhedsklynge.deadline.verify import Reliability, Skill, as_usual, judge, reliability
from sundhedsklynge.domain.calendar import day_at, day_number, week_code
from sundhedsklynge.workspace.waiting_list import Caseload
from sundhedsklynge.workspace.words import counted, number, percent, short_date

USUAL_WEEKS = 26  # past weeks that say what is usual
JUDGED_WEEKS = 8  # how far ahead a risk is judged: slots are planned no further, and little is booked beyond
CLASSES = (0.0, 0.05, 0.2, 0.5, 0.8, 1.0)


@dataclass(frozen=True)
class RiskThen:
    """What was said on a past morning. table: without its paths. usual: (M,) share of the 26 weeks before in which someone was late."""

    as_of: dt.date
    codes: tuple[int, ...]
    table: RiskTable
    usual: Floats

    def rows(self, codes: Sequence[int]) -> Ints:
        """Where each of `codes` stands here, -1 where it does not."""
        return np.array([self.codes.index(code) if code in self.codes else -1 for code in codes], dtype=np.int64)


def risk_then(load: Caseload, table: RiskTable) -> RiskThen:
    """`table` as it is remembered: small, with what was usual then."""
    first = int(table.weeks[0]) - 7 * USUAL_WEEKS
    deadlines, late = load.expired(np.arange(first, first + 7 * USUAL_WEEKS, 7), first, load.as_of)
    usual = np.where(load.backlog.unknown, np.nan, as_usual(deadlines, late))
    bare = replace(table, late_paths=np.zeros((len(load.codes), 0, 0), dtype=np.int32))
    return RiskThen(day_at(load.as_of), load.codes, bare, usual)


@dataclass(frozen=True)
class RiskRecord:
    """How good the risk was. weeks: one row per as-of date, municipality and week that has passed: som_af, kommunekode, kommune, uge,
    p_over_frist, forventet_over_frist, over_frist (those who came late), som_plejer (the share of weeks with someone late before).
    skill, reliability: None where nothing has passed. sentences: the same in words. judged, of: how many of the as-of dates are in it."""

    weeks: pd.DataFrame
    skill: Skill | None
    reliability: Reliability | None
    sentences: tuple[str, ...]
    judged: int
    of: int

    def table(self) -> pd.DataFrame:
        """Reliability by class of stated risk, for people: fra, til, uger, sagt, skete."""
        if self.reliability is None:
            return pd.DataFrame(columns=["fra", "til", "uger", "sagt", "skete"])
        told = self.reliability
        return pd.DataFrame(
            {"fra": told.edges[:-1], "til": told.edges[1:], "uger": told.pairs, "sagt": told.stated, "skete": told.came}
        )


def judge_record(said: Sequence[RiskThen], now: Caseload, of: int) -> RiskRecord:
    """What was said against what is known `now`: weeks whose end the data reach, in municipalities whose data tell of offers. of: how many
    as-of dates there are to be judged, where not all are in `said` yet.
    """
    blocks = [_passed(then, now) for then in said]
    rows = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame()
    if not len(rows):
        nothing = "Der er endnu ingen uger, hvor en tidligere risiko kan holdes op mod det, der skete."
        return RiskRecord(rows, None, None, (nothing,), len(said), of)
    p, late = rows["p_over_frist"].to_numpy(float), rows["over_frist"].to_numpy(np.int64)
    skill = judge(p, rows["forventet_over_frist"].to_numpy(float), late, rows["som_plejer"].to_numpy(float))
    days = sorted(then.as_of for then in said)
    sentences = (_what(days), *_sentences(p, late, skill))
    return RiskRecord(rows, skill, reliability(p, late, CLASSES), sentences, len(said), of)


def _passed(then: RiskThen, now: Caseload) -> pd.DataFrame:
    """Rows of one past as-of date."""
    weeks = np.asarray(then.table.weeks)[:JUDGED_WEEKS]
    first = max(int(weeks[0]), day_number(then.as_of))
    _, late = now.expired(weeks, first, min(int(weeks[-1]) + 7, now.as_of))
    row = then.rows(now.codes)
    known = (row >= 0)[:, None] & ~now.backlog.unknown[:, None]
    known = known & (weeks + 7 <= np.asarray(now.backlog.first_day)[:, None])
    p = then.table.p_late[row, : len(weeks)]
    known &= ~np.isnan(p) & ~np.isnan(then.usual[row])[:, None]
    m, w = np.nonzero(known)
    return pd.DataFrame(
        {
            "som_af": then.as_of.isoformat(),
            "kommunekode": [now.codes[i] for i in m.tolist()],
            "kommune": [now.names[i] for i in m.tolist()],
            "uge": [week_code(day_at(day)) for day in weeks[w]],
            "p_over_frist": p[m, w],
            "forventet_over_frist": then.table.late[row[m], w],
            "over_frist": late[m, w],
            "som_plejer": then.usual[row[m]],
        }
    )


def _what(days: Sequence[dt.date]) -> str:
    """What is held against what happened."""
    if len(days) == 1:
        return f"Risikoen, som den blev regnet {days[0]:%d.%m.%Y}, op til {JUDGED_WEEKS} uger frem, i alle kommuner."
    return (
        f"Risikoen, som den blev regnet {len(days)} gange fra {short_date(days[0])} til {days[-1]:%d.%m.%Y}, "
        f"op til {JUDGED_WEEKS} uger frem, i alle kommuner."
    )


def _sentences(p: Floats, late: Ints, skill: Skill) -> tuple[str, ...]:
    high, low = p > 0.5, p < 0.05
    lines: list[str] = []
    if high.any():
        lines.append(
            f"Af {counted(int(high.sum()), 'uge', 'uger')} med risiko over 50 % gik {number(int((late[high] > 0).sum()))} galt."
        )
    if low.any():
        lines.append(
            f"Af {counted(int(low.sum()), 'uge', 'uger')} med risiko under 5 % gik {number(int((late[low] > 0).sum()))} galt."
        )
    lines.append(f"Der var ventet {number(skill.expected)} over fristen. Der kom {number(skill.came)}.")
    if skill.skill > 0:
        lines.append(f"Risikoen rammer {percent(skill.skill)} bedre end at gætte på, at det går som det plejer.")
    elif skill.skill <= 0:
        lines.append("Risikoen rammer ikke bedre end at gætte på, at det går som det plejer.")
    return tuple(lines)
