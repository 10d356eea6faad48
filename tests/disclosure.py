"""An attacker who holds all that was shown, knows every sum and nothing of how cells are chosen: exact linear algebra with fractions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Sum = Mapping[Hashable, int]  # how often each unknown count is in it
Basis = dict[Hashable, dict[Hashable, Fraction]]  # by the unknown each begins with


@dataclass(frozen=True)
class Shown:
    """A cell of the table shown as number `date`: what it sums, its value, and whether it is hidden."""

    date: int
    sum: Sum
    value: int
    hidden: bool


def given_back(cells: Sequence[Shown], below: int = 5) -> list[Shown]:
    """The small counts that follow from all that is shown. One that followed from the tables before its own is left out: it was known
    before it was a count anyone could hide."""
    basis = _basis_of(cell.sum for cell in cells if not cell.hidden)
    found = [cell for cell in cells if 0 < cell.value < below and not _rest(cell.sum, basis)]
    before = {
        d: _basis_of(cell.sum for cell in cells if not cell.hidden and cell.date < d) for d in {c.date for c in found}
    }
    return [cell for cell in found if _rest(cell.sum, before[cell.date])]


def _basis_of(shown: Iterable[Sum]) -> Basis:
    """All that follows from the sums that are shown, whatever their values."""
    basis: Basis = {}
    for one in shown:
        rest = _rest(one, basis)
        if rest:
            lead = next(iter(rest))
            basis[lead] = {unknown: n / rest[lead] for unknown, n in rest.items()}
    return basis


def _rest(one: Sum, basis: Basis) -> dict[Hashable, Fraction]:
    """What of a sum the basis does not give; nothing where it can be solved for."""
    rest = {unknown: Fraction(n) for unknown, n in one.items() if n}
    while leads := [unknown for unknown in rest if unknown in basis]:
        factor = rest[leads[0]]
        for unknown, n in basis[leads[0]].items():
            left = rest.get(unknown, Fraction(0)) - factor * n
            if left:
                rest[unknown] = left
            else:
                rest.pop(unknown, None)
    return rest
