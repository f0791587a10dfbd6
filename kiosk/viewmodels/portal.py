"""The portal's channels: each opens on the glass where this machine can, and may be taken along as a QR code."""

from dataclasses import dataclass
from importlib.util import find_spec

from PySide6.QtCore import QUrl

from data.records import Channel, Site
from kiosk.origins import AllowList, origins_of
from kiosk.viewmodels.headings import board_names
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel and its address; `opens` where it can be shown here."""

    key: str
    title: str
    detail: str
    board: str
    url: str
    opens: bool


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A heading of the portal: what its channels call it, at which of them it begins, and how many stand under it."""

    key: str
    title: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """The portal; `start` is the channel that was asked for, `opens` says whether the front page can be shown here.

    `foreign` says that some of it is Chinese though English was chosen.
    """

    start: str
    website: str
    opens: bool
    boards: tuple[BoardRow, ...]
    channels: tuple[ChannelRow, ...]
    foreign: bool = False


def portal_facts(view: View, key: str) -> PortalFacts:
    """Every channel, board by board."""
    site = view.edition.record(Site, "site")
    found = view.edition.records(Channel)
    boards = dict.fromkeys(channel.board for channel in found)
    ordered = [channel for board in boards for channel in found if channel.board == board]
    names = board_names(view, found)
    keys = [channel.board for channel in ordered]
    seen = may_see(view)
    home = view.machine.portal.home if view.machine else ""
    website = home or (site.website if site else "")

    def opens(url: str) -> bool:
        return engine_installed() and seen.allows(QUrl(url))

    headed = tuple(BoardRow(board, names[board], keys.index(board), keys.count(board)) for board in boards)
    rows = tuple(_row(view, channel, opens(channel.url)) for channel in ordered)
    return PortalFacts(key, website, opens(website), headed, rows, view.foreign(headed, rows))


def may_see(view: View) -> AllowList:
    """What of the web may be seen here: what the machine was told, else what the edition itself names."""
    if view.machine is None:
        return AllowList()
    if view.machine.portal.allow is not None:
        return view.machine.portal.allow
    site = view.edition.record(Site, "site")
    channels = [channel.url for channel in view.edition.records(Channel)]
    return origins_of([site.website if site else "", *channels])


def engine_installed() -> bool:
    """Whether this PySide6 came with its web engine; nothing of it is loaded to find out."""
    return find_spec("PySide6.QtWebEngineQuick") is not None


def _row(view: View, channel: Channel, opens: bool) -> ChannelRow:  # noqa: FBT001 - a column of the row
    return ChannelRow(
        key=channel.key,
        title=view.words(channel.name, channel.name_en),
        detail=view.words(channel.description, channel.description_en),
        board=channel.board,
        url=channel.url,
        opens=opens,
    )
