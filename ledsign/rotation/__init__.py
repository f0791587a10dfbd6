"""What an office wants its signs to show, as one small file: today's items, notices, and a last resort.

`docs/rotation.md` documents the file. Standard library only, so that a screen beside the sign can read the same file.
"""

from ledsign.rotation.canonical import FORMAT
from ledsign.rotation.records import Effect, Item, ItemKind, Notice, Rotation, SignPanel, Urgency
from ledsign.rotation.showing import Showing, clock_believed, showing

__all__ = [
    "FORMAT",
    "Effect",
    "Item",
    "ItemKind",
    "Notice",
    "Rotation",
    "Showing",
    "SignPanel",
    "Urgency",
    "clock_believed",
    "showing",
]
