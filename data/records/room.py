"""A room by the number on its door, and who is in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A row of the staff's room list; `key` is the number on the door as people read it (`512`, `B1-03`).

    The drawing is bound to it by this number, so a move needs no new drawing. `office` is a key, empty
    for rooms of
    nobody (会议室, 卫生间).
    """

    key: str
    name: str = ""
    name_en: str = ""
    office: str = ""
    floor: str = ""
    """The floor as staff wrote it, only to report a disagreement with the drawing."""
    purpose: str = ""
    telephone: str = ""
    position: int = 0
