"""Errors a user can cause, apart from bugs.

A `UserError` carries one Danish sentence and, where there is one, the remedy. It never carries a traceback to the user and never a CPR
number. Anything else that is raised is a bug and ends in the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line (data contract, *Command line*)."""

    DONE = 0
    USAGE = 2
    REFUSED = 3
    DATABASE = 4
    NOTHING = 5


class UserError(Exception):
    """A clear Danish sentence; `exit_code` says what the command line ends with."""

    exit_code = Exit.USAGE

    def __init__(self, sentence: str, remedy: str = "") -> None:
        self.sentence = sentence
        self.remedy = remedy
        super().__init__(f"{sentence} {remedy}".strip())


class InputRefusedError(UserError):
    """A file that cannot be read or must not be stored."""

    exit_code = Exit.REFUSED


class DatabaseError(UserError):
    """The database is unreachable, locked, damaged or newer than the program."""

    exit_code = Exit.DATABASE


class NothingToComputeError(UserError):
    """The data needed are not there; the sentence says which."""

    exit_code = Exit.NOTHING


class CancelledError(Exception):
    """The user stopped a running job; nothing was stored."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input file. `row` counts as Excel shows it (None: the whole file); `value` never holds a CPR number."""

    row: int | None
    column: str
    value: str
    code: str
    severity: str  # "error" refuses the row, "warning" is told
    message: str
