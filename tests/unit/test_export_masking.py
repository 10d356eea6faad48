"""Small numbers stay hidden from whoever holds the whole published table; integer programming is the oracle."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from sundhedsklynge.export.masking import hidden_cells

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Ints, Bools, Bools]:
    """Counts by place and category, overlapping areas with the whole and each place by itself, what is known."""
    places, categories = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    count = st.one_of(st.integers(0, 6), st.integers(0, 30))
    counts = draw(st.lists(st.lists(count, min_size=categories, max_size=categories), min_size=places, max_size=places))
    sums = draw(st.lists(st.lists(st.booleans(), min_size=places, max_size=places), max_size=3))
    areas = np.array([*np.eye(places, dtype=bool).tolist(), *sums, [True] * places], dtype=bool)
    told = st.sampled_from([True, True, True, False])
    known = np.array(
        draw(st.lists(st.lists(told, min_size=categories, max_size=categories), min_size=places, max_size=places))
    )
    return np.where(known, np.array(counts, dtype=np.int64), 0), areas, known


def cells_by_leaf(counts: Ints, areas: Bools) -> Ints:
    """(A * (P + 1), M * P): which leaf counts each published cell sums."""
    m, p = counts.shape
    columns = np.vstack([np.eye(p, dtype=np.int64), np.ones((1, p), dtype=np.int64)])
    return np.einsum("am,cp->acmp", areas.astype(np.int64), columns).reshape(-1, m * p)


def range_of(cell: int, member: Ints, values: Ints, hidden: Bools, known: Bools) -> tuple[float, float]:
    """Least and greatest `cell` can be for one who sees the shown cells and knows what is missing."""
    low = np.where(hidden, 0, values)
    high = np.where(hidden, np.inf, values)
    found: list[float] = []
    for sign in (1, -1):
        solved = milp(
            sign * member[cell],
            constraints=LinearConstraint(member, low, high),
            integrality=np.ones(member.shape[1]),
            bounds=Bounds(0, np.where(known.ravel(), values.max() + 10, 0)),  # a ceiling, so that the greatest exists
        )
        assert solved.success
        found.append(sign * solved.fun)
    return found[0], found[1]


@settings(max_examples=150, deadline=None)
@given(tables())
def test_that_no_small_count_can_be_worked_out_from_the_published_table(table: tuple[Ints, Bools, Bools]) -> None:
    counts, areas, known = table
    hidden = hidden_cells(counts, areas, known=known).ravel()
    member = cells_by_leaf(counts, areas)
    values = member @ counts.ravel()
    for cell in np.flatnonzero((values > 0) & (values < 5)):
        low, high = range_of(int(cell), member, values, hidden, known)
        assert high - low > 0.5


@settings(max_examples=300, deadline=None)
@given(tables(), st.integers(2, 8))
def test_that_every_small_count_is_hidden(table: tuple[Ints, Bools, Bools], below: int) -> None:
    counts, areas, known = table
    hidden = hidden_cells(counts, areas, below, known)
    values = areas.astype(np.int64) @ np.column_stack([counts, counts.sum(axis=1)])
    assert hidden[(values > 0) & (values < below)].all()


@settings(max_examples=100, deadline=None)
@given(tables())
def test_that_nothing_is_hidden_where_nothing_is_small(table: tuple[Ints, Bools, Bools]) -> None:
    counts, areas, known = table
    assert not hidden_cells(counts * 5, areas, known=known).any()


def test_that_a_lone_small_count_takes_others_with_it() -> None:
    counts = np.array([[3, 20], [12, 30], [15, 40]])
    areas = np.vstack([np.eye(3, dtype=bool), np.ones((1, 3), dtype=bool)])
    hidden = hidden_cells(counts, areas)
    assert hidden[0, 0]
    assert hidden[:3, 0].sum() >= 2
    assert hidden[0].sum() >= 2
    assert hidden.sum() == 4  # a square of four: no sum needs hiding


def test_that_two_ones_hide_behind_each_other_and_leave_their_sum() -> None:
    counts = np.array([[1], [1], [3]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [1, 1, 1]], dtype=bool)
    hidden = hidden_cells(counts * 3, areas, below=4)[:, 0]
    assert hidden.tolist() == [True, True, False, False]


def test_that_a_count_that_is_not_known_hides_nobody() -> None:
    counts = np.array([[2], [0], [9]])
    areas = np.vstack([np.eye(3, dtype=bool), np.ones((1, 3), dtype=bool)])
    known = np.array([[True], [False], [True]])
    hidden = hidden_cells(counts, areas, known=known)[:, 0]
    assert hidden.tolist() == [True, False, True, False]


def test_that_a_place_alone_in_its_area_is_not_given_back_by_the_other_areas() -> None:
    counts = np.array([[2, 9], [14, 20], [11, 25]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 1], [1, 1, 1]], dtype=bool)
    hidden = hidden_cells(counts, areas)
    assert hidden[0, 0]
    assert hidden[3, 0]  # the area that is the place
    assert hidden[4, 0] or hidden[5, 0]  # else the whole less the other area tells it
    assert not hidden[5].any()  # the cheapest way leaves the whole


def test_that_a_municipality_in_two_clusters_is_guarded_in_both() -> None:
    counts = np.array([[2], [30], [40]])
    areas = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [1, 1, 1]], dtype=bool)
    hidden = hidden_cells(counts, areas).ravel()
    member = cells_by_leaf(counts, areas)
    low, high = range_of(0, member, member @ counts.ravel(), hidden, counts >= 0)
    assert low < high
    assert hidden[0]


def test_that_a_whole_country_is_masked_but_for_its_own_figures() -> None:
    rng = np.random.default_rng(1)
    counts = rng.poisson(2.5, (98, 4))
    clusters = np.arange(98) % 22 == np.arange(22)[:, None]
    areas = np.vstack([np.eye(98, dtype=bool), clusters, np.ones((1, 98), dtype=bool)])
    hidden = hidden_cells(counts, areas)
    assert hidden[:98].any()
    assert not hidden[-1].any()  # the country's own figures can be told
