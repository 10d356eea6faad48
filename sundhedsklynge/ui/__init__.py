"""The window: PySide6 and pyqtgraph. Everything it knows of the data comes through `sundhedsklynge.workspace.Workspace`."""

import builtins
import gc
import os
from importlib import import_module

# Qt orders the fonts of a PDF by a hash it seeds anew in each process; with a fixed seed the same data give the same bytes.
os.environ.setdefault("QT_HASH_SEED", "0")

# PySide puts an `import` of its own in the place of Python's, which reads the source of each module loaded after it to see whether names in
# snake_case were asked for there. They are nowhere; with Python's own, pandas, SQLAlchemy and the rest load in three quarters of the time.
import_module("PySide6.QtCore")
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# Garbage is looked for after more new objects than Python would by itself: libraries load, and data are shown, in six sevenths of the time.
gc.set_threshold(50_000, 20, 50)
