"""The window: PySide6 and pyqtgraph. Everything it knows of the data comes through `sundhedsklynge.workspace.Workspace`."""

import os

# Qt orders the fonts of a PDF by a hash it seeds anew in each process; with a fixed seed the same data give the same bytes.
os.environ.setdefault("QT_HASH_SEED", "0")
