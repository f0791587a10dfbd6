"""An office of the department and what it is there for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """An office (处室) or a subordinate unit (单位) with its duties.

    `section` is the heading it stands under in the tree (机关处室, 厅属事业单位, ...); one office of a section is
    enough to give its English. `parent` is the key of the office it belongs to, empty at the top. Rooms point at
    offices, not the other way round, so a move changes the room list only.
    `pinyin` overrides the reading of the name, syllables separated by blanks.
    """

    key: str
    name: str
    short_name: str = ""
    name_en: str = ""
    pinyin: str = ""
    section: str = ""
    section_en: str = ""
    parent: str = ""
    position: int = 0
    summary: str = ""
    summary_en: str = ""
    duties: tuple[str, ...] = ()
    duties_en: tuple[str, ...] = ()
    telephone: str = ""
    hours: str = ""
