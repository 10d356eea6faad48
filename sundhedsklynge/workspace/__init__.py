"""The one door for the window and the command line."""

from sundhedsklynge.coverage.openness import Freshness
from sundhedsklynge.workspace.deadline_risk import RiskView
from sundhedsklynge.workspace.history import ImportInfo
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.whatif import WhatIf, read_what_if
from sundhedsklynge.workspace.workspace import Workspace

__all__ = [
    "ChangeLine",
    "Freshness",
    "ImportInfo",
    "RiskView",
    "WhatIf",
    "Workspace",
    "read_what_if",
]
