"""Sundhedsklynge: see rehabilitation coming. Code map and invariants are in the README's *Architecture* section."""

import os

__version__ = "0.1.0"

# The matrices are small: numpy's own threads cost more than they give, and the number of cores would tell in the last digits.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
