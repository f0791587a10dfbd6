"""The portal's channels, to be taken along as QR codes."""

from dataclasses import dataclass

from data.records import Channel, Site
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel and its address."""

    key: str
    title: str
    detail: str
    board: str
    url: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A heading of the portal: at which channel it begins, and how many stand under it."""

    title: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """The portal; `start` is the channel that was asked for."""

    start: str
    website: str
    boards: tuple[BoardRow, ...]
    channels: tuple[ChannelRow, ...]


def portal_facts(view: View, key: str) -> PortalFacts:
    """Every channel, board by board."""
    site = view.edition.record(Site, "site")
    found = view.edition.records(Channel)
    boards = dict.fromkeys(channel.board for channel in found)
    ordered = [channel for board in boards for channel in found if channel.board == board]
    keys = [channel.board for channel in ordered]
    return PortalFacts(
        start=key,
        website=site.website if site else "",
        boards=tuple(BoardRow(board, keys.index(board), keys.count(board)) for board in boards),
        channels=tuple(_row(view, channel) for channel in ordered),
    )


def _row(view: View, channel: Channel) -> ChannelRow:
    return ChannelRow(
        key=channel.key,
        title=view.words(channel.name, channel.name_en),
        detail=view.words(channel.description, channel.description_en),
        board=channel.board,
        url=channel.url,
    )
