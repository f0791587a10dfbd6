"""Headings that many records share (机关处室, 政务信息): it is enough that one of these records gives their English."""

from collections.abc import Iterable

from data.records import Channel, Office
from kiosk.viewmodels.view import View


def section_names(view: View, offices: Iterable[Office]) -> dict[str, str]:
    """The sections of these offices in the visitor's language, by what they are called in Chinese."""
    return _names(view, ((office.section, office.section_en) for office in offices))


def board_names(view: View, channels: Iterable[Channel]) -> dict[str, str]:
    """The boards of these channels in the visitor's language, by what they are called in Chinese."""
    return _names(view, ((channel.board, channel.board_en) for channel in channels))


def _names(view: View, headings: Iterable[tuple[str, str]]) -> dict[str, str]:
    english: dict[str, str] = {}
    for heading, heading_en in headings:
        english[heading] = english.get(heading) or heading_en
    return {heading: view.words(heading, heading_en) for heading, heading_en in english.items()}
