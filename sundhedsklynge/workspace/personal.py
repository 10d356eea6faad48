"""What people type must hold no personal number, as what they import must not."""

from __future__ import annotations

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest.cpr_text import reads_as_cpr


def without_person(text: str) -> str:
    """`text` trimmed. Raises InputRefusedError where something in it reads as a CPR number, without giving it away."""
    if reads_as_cpr(text):
        raise InputRefusedError("Teksten ligner et personnummer og er ikke gemt.", "Skriv den uden personnummer.")
    return text.strip()
