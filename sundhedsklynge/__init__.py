"""Sundhedsklynge: see rehabilitation coming. Code map and invariants are in the README's *Architecture* section."""

__version__ = "0.1.0"
