"""Data: files in and their history, what changed, how openly hospitals share, the watched folder, and names."""

from sundhedsklynge.ui.pages.data.page import DataPage

__all__ = ["DataPage"]
