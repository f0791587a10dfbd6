"""The names that a staff file may use for things kept elsewhere, and the keys behind them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from data.building.names import plain_number
from data.importers.text import folded
from data.records import BulletinItem, Entry, Floor, Kind, Notice, Office, Person, Post, Record, Room, kind_of

Posts = tuple[Post, ...]
BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Known:
    """A directory of records by kind: each key with the names it goes by, the first being the one to write.

    `posts` tells persons of one name apart when a list without codes is read again. `rooms` is the room list, and
    `drawn` the numbers of rooms on the plan (as `plain_number` writes them): each is held against the other.
    """

    names: Mapping[Kind, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    posts: Mapping[str, Posts] = field(default_factory=dict)
    zone: tzinfo = BEIJING
    """The office's own time, in which staff write instants."""
    rooms: tuple[Room, ...] = ()
    drawn: frozenset[str] = frozenset()
    _keys: Mapping[Kind, Mapping[str, tuple[str, ...]]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Turn the directory round once: from folded name to the keys that bear it."""
        object.__setattr__(self, "_keys", {kind: _by_name(names) for kind, names in self.names.items()})

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Known":
        """The directory of these records."""
        names: defaultdict[Kind, dict[str, tuple[str, ...]]] = defaultdict(dict)
        posts: dict[str, Posts] = {}
        rooms: list[Room] = []
        drawn: set[str] = set()
        for record in records:
            names[kind_of(record)][record.key] = _names_of(record)
            if isinstance(record, Person):
                posts[record.key] = record.posts
            elif isinstance(record, Room):
                rooms.append(record)
            elif isinstance(record, Floor):
                drawn.update(plain_number(unit.number) for unit in record.units if unit.number)
        return cls(names, posts, rooms=tuple(rooms), drawn=frozenset(drawn))

    def has(self, kind: Kind, key: str) -> bool:
        """Whether there is a record of this kind with exactly this key."""
        return key in self.names.get(kind, {})

    def keys(self, kind: Kind, text: str) -> tuple[str, ...]:
        """The keys a text can mean: the key itself, or every key that bears the name. Empty where there is none."""
        if self.has(kind, text):
            return (text,)
        return self._keys.get(kind, {}).get(folded(text), ())

    def name(self, kind: Kind, key: str) -> str:
        """What to write for a key so that it is read back: its name, or the key where others share the name."""
        names = self.names.get(kind, {}).get(key, ())
        return names[0] if names and self.keys(kind, names[0]) == (key,) else key

    def joined(self, other: "Known") -> "Known":
        """Both directories in one; where both have a key, the other's names count. The zone is this one's."""
        names = {
            kind: {**self.names.get(kind, {}), **other.names.get(kind, {})} for kind in (*self.names, *other.names)
        }
        rooms = {room.key: room for room in (*self.rooms, *other.rooms)}
        return Known(names, {**self.posts, **other.posts}, self.zone, tuple(rooms.values()), self.drawn | other.drawn)

    def local(self, instant: datetime | None) -> datetime | None:
        """An instant as staff write it: the office's wall clock, without a zone."""
        return None if instant is None else instant.astimezone(self.zone).replace(tzinfo=None)

    def instant(self, local: datetime) -> datetime:
        """The instant that a time on the office's wall clock means, in UTC."""
        return local.replace(tzinfo=self.zone).astimezone(UTC)


def _by_name(names: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for key, spellings in names.items():
        for spelling in dict.fromkeys(folded(spelling) for spelling in spellings):
            keys[spelling].append(key)
    return {name: tuple(found) for name, found in keys.items()}


def _names_of(record: Record) -> tuple[str, ...]:
    names: tuple[str, ...]
    match record:
        case Office():
            names = (record.name, record.short_name)
        case Entry():
            names = (record.title,)
        case Notice() | BulletinItem():
            names = ()
        case _:
            names = (record.name,)
    return tuple(name for name in names if name)
