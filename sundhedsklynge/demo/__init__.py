"""Demo data of our own making: invented years in the real municipalities of Region Hovedstaden. Deterministic."""

from sundhedsklynge.demo.assumptions import AS_OF
from sundhedsklynge.demo.files import frames, write, write_canonical

__all__ = ["AS_OF", "frames", "write", "write_canonical"]
