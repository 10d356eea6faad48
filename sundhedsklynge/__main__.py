"""`python -m sundhedsklynge` and the entry point."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    multiprocessing.freeze_support()  # the workbook reader is a spawned child; without this a frozen Windows build starts itself again
    from sundhedsklynge.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
