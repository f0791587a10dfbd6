"""What every page's facts are computed from: the edition, the language, the hour, where this kiosk stands."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.edition.reader import Edition, Title
from data.records.storeys import floor_name_in_english
from kiosk.hanzi import says_hanzi
from kiosk.settings import Settings
from kiosk.viewmodels.english import english_detail
from kiosk.viewmodels.phrases import hours_in_english, word_in_english


@dataclass(frozen=True, slots=True)
class View:
    """One moment's look at an edition. `now` is aware; days are the office's."""

    edition: Edition
    now: datetime
    zone: ZoneInfo
    english: bool = False
    place: str = ""
    machine: Settings | None = None
    """What this machine was told, for the page that needs more than facts; None where only facts are computed."""

    @property
    def today(self) -> date:
        """The office's day; where the machine's clock cannot be believed, the day the edition was published."""
        return (self.now if self.believed else self.edition.manifest.published_at).astimezone(self.zone).date()

    @property
    def believed(self) -> bool:
        """Whether the machine's clock can be believed: else nobody is told what is today or tomorrow."""
        return self.edition.clock_believed(self.now)

    def words(self, chinese: str, english: str) -> str:
        """The text in the visitor's language, Chinese where the office gave no other."""
        return english if self.english and english else chinese

    def floor_name(self, chinese: str, english: str) -> str:
        """A floor's name in the visitor's language; one that says a height needs no help of the office."""
        return self.words(chinese, english or floor_name_in_english(chinese))

    def detail(self, title: Title) -> str:
        """The quieter line of a title's row in the visitor's language, as far as the office gave it."""
        return (english_detail(self.edition, title) if self.english else "") or title.detail

    def hours(self, chinese: str, english: str = "") -> str:
        """Hours in the visitor's language; the usual ones need no help of the office."""
        return self.words(chinese, english or hours_in_english(chinese))

    def word(self, chinese: str) -> str:
        """A word in the visitor's language where it is one of the set words of service items, else as it is."""
        return self.words(chinese, word_in_english(chinese))

    def foreign(self, *facts: object) -> bool:
        """Whether any of these facts has to be shown in Chinese though the visitor chose English."""
        return self.english and says_hanzi(facts)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A list row that opens a record: title, a quieter line under it, a word at its end.

    `section` heads its group, `initial` is its letter in A-Z, `depth` its level in a tree; `foreign` says that
    some of it is Chinese though English was chosen: where most rows of a list are, one mark above them says so.
    """

    kind: str
    key: str
    title: str
    detail: str = ""
    end: str = ""
    section: str = ""
    initial: str = ""
    depth: int = 0
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
    """A label's code, which QML words, and what is said under it."""

    label: str
    value: str


def link_row(view: View, title: Title, detail: str | None = None, end: str = "", depth: int = 0) -> LinkRow:
    """A list row for a title of the edition; `detail` replaces the edition's own line."""
    name = view.words(title.title, title.title_en)
    quieter = view.detail(title) if detail is None else detail
    return LinkRow(
        kind=title.kind,
        key=title.key,
        title=name,
        detail=quieter,
        end=end,
        section=title.section,
        initial=title.title_en[:1].upper() if view.english and title.title_en else title.initial,
        depth=depth,
        foreign=view.foreign(name, quieter, end),
    )
