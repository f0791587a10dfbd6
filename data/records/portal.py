"""A channel of the department's website, reached from the kiosk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel (栏目) of the portal; `board` is the heading it stands under (政务信息, 在线服务, ...).

    One channel of a board is enough to give the board's English.
    """

    key: str
    name: str
    url: str
    board: str = ""
    name_en: str = ""
    description: str = ""
    description_en: str = ""
    position: int = 0
    board_en: str = ""
