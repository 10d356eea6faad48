"""Small numbers stay hidden from whoever holds all that was ever shown and knows every sum.

Two attackers, who know nothing of how cells are chosen: exact linear algebra with fractions, and integer programming for the bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.export.masking import Table, hidden_cells, with_total
from tests.disclosure import Shown, given_back

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Showing = tuple[Table, Bools]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Counts by place and kind, overlapping areas with the whole and each place by itself, what is known, kinds with their total or as a
    part, a guarded rest and all."""
    places, kinds = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    count = st.one_of(st.integers(0, 6), st.integers(0, 30))
    counts = np.array(draw(st.lists(st.lists(count, min_size=kinds, max_size=kinds), min_size=places, max_size=places)))
    sums = draw(st.lists(st.lists(st.booleans(), min_size=places, max_size=places), max_size=3))
    areas = np.array([*np.eye(places, dtype=bool).tolist(), *sums, [True] * places], dtype=bool)
    told = st.sampled_from([True, True, True, False])
    known = np.array(draw(st.lists(st.lists(told, min_size=kinds, max_size=kinds), min_size=places, max_size=places)))
    table = with_total(np.where(known, counts, 0), areas, known)
    seen = table.seen.copy()
    seen[0] = not (kinds > 1 and draw(st.booleans()))
    return replace(table, seen=seen)


@st.composite
def restated(draw: st.DrawFn) -> list[Table]:
    """The same counts shown two or three times; some have changed in between."""
    found = [draw(tables())]
    for _ in range(draw(st.integers(1, 2))):
        last = found[-1]
        shape = last.counts.shape
        drift = np.array(
            draw(st.lists(st.sampled_from([0, 0, 0, 1, -3, 9]), min_size=last.counts.size, max_size=last.counts.size))
        )
        found.append(replace(last, counts=np.where(last.known, np.maximum(last.counts + drift.reshape(shape), 0), 0)))
    return found


def shown_one_by_one(found: Sequence[Table], below: int = 5) -> list[Showing]:
    showings: list[Showing] = []
    for table in found:
        showings.append((table, hidden_cells(table, below, showings)))
    return showings


def shown_in_order(found: Sequence[Table], order: Sequence[int]) -> list[Showing]:
    """Tables whose counts stood so one after the other, shown in another order."""
    shown: dict[int, Showing] = {}
    for v in order:
        earlier, later = ([shown[u] for u in sorted(shown) if (u < v) == before] for before in (True, False))
        shown[v] = found[v], hidden_cells(found[v], 5, earlier, later)
    return [shown[v] for v in range(len(found))]


def cells_of(showings: Sequence[Showing], order: Sequence[int] | None = None) -> list[Shown]:
    """All cells as sums of unknown counts. A count that did not change from one showing to the next is one unknown."""
    number: dict[tuple[int, int, int], int] = {}
    found: list[Shown] = []
    for v, (table, hidden) in enumerate(showings):
        before = showings[v - 1][0] if v else None
        for m, k in np.argwhere(table.known).tolist():
            same = before is not None and before.known[m, k] and before.counts[m, k] == table.counts[m, k]
            number[v, m, k] = number[v - 1, m, k] if same else len(number)
        for a, c in np.ndindex(hidden.shape):
            leaves = [
                number[v, m, k]
                for m in np.flatnonzero(table.areas[a]).tolist()
                for k in np.flatnonzero(table.columns[c]).tolist()
                if table.known[m, k]
            ]
            date = v if order is None else order.index(v)
            found.append(Shown(date, dict.fromkeys(leaves, 1), int(table.values[a, c]), bool(hidden[a, c])))
    return found


def bounds_of(row: Ints, rows: Ints, low: Any, high: Any, ceiling: int) -> tuple[int, int]:
    """Least and greatest whole number the cell can be."""
    found: list[int] = []
    for sign in (1, -1):
        solved = milp(
            sign * row,
            constraints=LinearConstraint(rows, low, high),
            integrality=np.ones(len(row)),
            bounds=Bounds(0, ceiling),  # so that the greatest exists
        )
        assert solved.success
        found.append(round(sign * solved.fun))
    return found[0], found[1]


def bounds_of_small(showings: Sequence[Showing], below: int = 5) -> list[tuple[int, int]]:
    """Least and greatest of every small count; each must be hidden."""
    cells = cells_of(showings)
    unknown = list(dict.fromkeys(leaf for cell in cells for leaf in cell.sum))
    matrix = np.array([[cell.sum.get(leaf, 0) for leaf in unknown] for cell in cells])
    low = [0 if cell.hidden else cell.value for cell in cells]
    high = [np.inf if cell.hidden else cell.value for cell in cells]
    found: list[tuple[int, int]] = []
    for row, cell in zip(matrix, cells, strict=True):
        if 0 < cell.value < below:
            assert cell.hidden
            found.append(bounds_of(row, matrix, low, high, max(cell.value for cell in cells) + 10))
    return found


@settings(max_examples=300, deadline=None)
@given(tables())
def test_that_no_hidden_count_can_be_solved_for_from_one_table(table: Table) -> None:
    assert not given_back(cells_of([(table, hidden_cells(table))]))


@settings(max_examples=120, deadline=None)
@given(tables(), st.integers(2, 7))
def test_that_no_hidden_count_can_be_bounded_more_narrowly_than_the_rule(table: Table, below: int) -> None:
    for least, most in bounds_of_small([(table, hidden_cells(table, below))], below):
        assert least <= 1
        assert most >= below - 1


@settings(max_examples=200, deadline=None)
@given(restated())
def test_that_no_hidden_count_can_be_solved_for_from_tables_of_several_dates(found: list[Table]) -> None:
    assert not given_back(cells_of(shown_one_by_one(found)))


@settings(max_examples=200, deadline=None)
@given(restated(), st.randoms(use_true_random=False))
def test_that_no_hidden_count_can_be_solved_for_in_whatever_order_dates_are_shown(
    found: list[Table], random: Random
) -> None:
    order = random.sample(range(len(found)), len(found))
    assert not given_back(cells_of(shown_in_order(found, order), order))


@settings(max_examples=80, deadline=None)
@given(restated())
def test_that_tables_of_several_dates_pin_no_hidden_count_by_its_bounds(found: list[Table]) -> None:
    showings = shown_one_by_one(found)
    for least, most in bounds_of_small(showings[:1]):
        assert least <= 1
        assert most >= 4
    for least, most in bounds_of_small(showings):
        assert least < most


@settings(max_examples=100, deadline=None)
@given(tables())
def test_that_nothing_shown_is_hidden_where_nothing_is_small(table: Table) -> None:
    large = replace(table, counts=table.counts * 5)
    assert not hidden_cells(large)[:, large.seen].any()


def test_that_a_lone_small_count_takes_others_with_it() -> None:
    counts = np.array([[3, 20], [12, 30], [15, 40]])
    areas = np.vstack([np.eye(3, dtype=bool), np.ones((1, 3), dtype=bool)])
    hidden = hidden_cells(with_total(counts, areas))
    assert hidden[0, 0]
    assert hidden[:3, 0].sum() >= 2
    assert hidden[0].sum() >= 2
    assert hidden.sum() == 4  # a square of four: no sum needs hiding


def test_that_small_counts_hide_behind_each_other_and_leave_their_sum() -> None:
    counts = np.array([[3], [3], [9]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [1, 1, 1]], dtype=bool)
    assert hidden_cells(with_total(counts, areas))[:, 0].tolist() == [True, True, False, False]


def test_that_one_of_two_that_sum_to_two_is_not_told_to_be_two_at_most() -> None:
    counts = np.array([[1], [1], [9]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]], dtype=bool)
    hidden = hidden_cells(with_total(counts, areas))[:, 0]
    assert hidden.tolist() == [True, True, True, True, False]  # the third gives what takes them to four


def test_that_a_count_that_is_not_known_hides_nobody() -> None:
    counts = np.array([[2], [0], [9]])
    areas = np.vstack([np.eye(3, dtype=bool), np.ones((1, 3), dtype=bool)])
    known = np.array([[True], [False], [True]])
    hidden = hidden_cells(with_total(counts, areas, known))[:, 0]
    assert hidden.tolist() == [True, False, True, False]


def test_that_a_place_alone_in_its_area_is_not_given_back_by_the_other_areas() -> None:
    counts = np.array([[2, 9], [14, 20], [11, 25]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 1], [1, 1, 1]], dtype=bool)
    hidden = hidden_cells(with_total(counts, areas))
    assert hidden[0, 0]
    assert hidden[3, 0]  # the area that is the place
    assert hidden[4, 0] or hidden[5, 0]  # else the whole less the other area tells it
    assert not hidden[5].any()  # the cheapest way leaves the whole


def test_that_a_rest_of_two_hides_the_part_or_the_whole() -> None:
    """53 of 55 tells that two were not."""
    part = Table(
        counts=np.array([[53, 2], [60, 40]]),
        known=np.ones((2, 2), dtype=bool),
        areas=np.array([[1, 0], [0, 1], [1, 1]], dtype=bool),
        columns=np.array([[1, 1], [1, 0], [0, 1]], dtype=bool),
        seen=np.array([True, True, False]),
    )
    hidden = hidden_cells(part)
    assert hidden[0, :2].any()
    assert not given_back(cells_of([(part, hidden)]))


def test_that_what_hid_a_count_last_time_does_not_give_it_back_this_time() -> None:
    """3 and 20 of 23 were shown as their sum alone. The 3 has become 6: the 20 that has not changed would give the 3 back."""
    areas = np.array([[1, 0], [0, 1], [1, 1]], dtype=bool)
    then, now = (with_total(np.array([[n], [20]]), areas) for n in (3, 6))
    assert not hidden_cells(now).any()  # on its own nothing of it is small
    showings = shown_one_by_one([then, now])
    assert showings[0][1][:, 0].tolist() == [True, True, False]
    assert showings[1][1][1, 0]
    assert not given_back(cells_of(showings))
    careless = [showings[0], (now, hidden_cells(now))]
    assert {cell.value for cell in given_back(cells_of(careless))} == {3}  # the attacker of this test does find it


def test_that_what_was_shown_last_time_is_no_place_to_hide_this_time() -> None:
    areas = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]], dtype=bool)
    then, now = (with_total(np.array([[n], [8], [30]]), areas) for n in (25, 3))
    hidden = hidden_cells(now, earlier=[(then, hidden_cells(then))])[:, 0]
    assert hidden[[0, 3]].all()  # the others are known, so the whole goes
    assert not hidden_cells(now)[3, 0]


def test_that_the_same_counts_shown_again_are_hidden_the_same_way() -> None:
    rng = np.random.default_rng(7)
    areas = np.vstack([np.eye(8, dtype=bool), rng.random((3, 8)) < 0.5, np.ones((1, 8), dtype=bool)])
    table = with_total(rng.poisson(4.0, (8, 3)), areas)
    first = hidden_cells(table)
    assert (hidden_cells(table, earlier=[(table, first)]) == first).all()


def test_that_the_search_can_be_stopped() -> None:
    asked = iter([False, False, True])
    table = with_total(np.full((6, 2), 2), np.vstack([np.eye(6, dtype=bool), np.ones((1, 6), dtype=bool)]))
    with pytest.raises(CancelledError):
        hidden_cells(table, cancelled=lambda: next(asked))


def test_that_a_whole_country_is_masked_but_for_its_own_figures() -> None:
    rng = np.random.default_rng(1)
    counts = rng.poisson(2.5, (98, 4))
    clusters = np.arange(98) % 22 == np.arange(22)[:, None]
    areas = np.vstack([np.eye(98, dtype=bool), clusters, np.ones((1, 98), dtype=bool)])
    hidden = hidden_cells(with_total(counts, areas))
    assert hidden[:98].any()
    assert not hidden[-1].any()  # the country's own figures can be told
