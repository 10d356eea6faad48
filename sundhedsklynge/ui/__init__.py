"""The window: PySide6 and pyqtgraph. All it knows of the data comes through `sundhedsklynge.workspace.Workspace`."""
