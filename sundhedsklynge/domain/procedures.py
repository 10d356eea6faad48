"""Procedure groups: knæ, hofte, skulder, and `andre` for plans and operations that are none of them."""

from __future__ import annotations

KNEE, HIP, SHOULDER, OTHER = "knæ", "hofte", "skulder", "andre"
GROUPS: tuple[str, ...] = (KNEE, HIP, SHOULDER)
PROCEDURES: tuple[str, ...] = (*GROUPS, OTHER)
ALL = "alle"  # the sum over procedures, in files out
