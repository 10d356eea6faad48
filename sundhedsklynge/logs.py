"""The log: bugs land here with their traceback, personal numbers do not."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path


class _Masking(logging.Formatter):
    """Masks anything that reads as a personal number, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        from sundhedsklynge.ingest.cpr_text import mask

        return mask(super().format(record))


def start_log() -> Path:
    """Send the program's log to a file in the user's log folder; returns its path. Calling again changes nothing."""
    path = user_log_path("sundhedsklynge", appauthor=False) / "sundhedsklynge.log"
    logger = logging.getLogger("sundhedsklynge")
    if not logger.handlers:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
            )
        except OSError:
            handler = logging.StreamHandler()  # a locked-down profile without a log folder still gets to see bugs
        handler.setFormatter(_Masking("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return path
