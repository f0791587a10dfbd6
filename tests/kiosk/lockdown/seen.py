"""What the hand at the glass tells of the running kiosk: everything the suite judges by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """One moment. `refused` is what was refused since the last one."""

    page: str
    stage: str
    seconds_left: int
    windows: int
    web_windows: int
    clipboard: str
    refused: tuple[tuple[str, str], ...]
    state: str
    why: str
    url: str
    title: str
    back: bool
    zoom: int
    notice: str
    loading: bool
    browser: int
    pictures: int


def seen(told: dict[str, object]) -> Seen:
    """From JSON, whose lists are tuples here."""
    refused = told["refused"]
    assert isinstance(refused, list)
    return Seen(**{**told, "refused": tuple(map(tuple, refused))})  # type: ignore[arg-type] # what JSON brings is what was written
