"""Finds where somebody wants to go: a room by its number, an office by its name, a person by theirs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.building.names import clean, plain_number
from data.records.building import Floor, Unit
from data.records.office import Office
from data.records.person import Person
from data.records.room import Room


@dataclass(frozen=True, slots=True)
class Goal:
    """What was meant (kind and title), and where it is drawn; `unit` and `floor` are None where it is not drawn."""

    kind: str
    title: str
    floor: Floor | None = None
    unit: Unit | None = None


class Guide:
    """Knows where everything is: rooms by number on the drawing, offices by their rooms, persons by either."""

    def __init__(
        self,
        floors: Sequence[Floor],
        rooms: Iterable[Room] = (),
        offices: Iterable[Office] = (),
        persons: Iterable[Person] = (),
    ) -> None:
        self._rooms = sorted(rooms, key=lambda room: (room.position, room.key))
        self._offices = tuple(offices)
        self._persons = tuple(persons)
        self._units = [(floor, unit) for floor in floors for unit in floor.units]
        self._by_number = {plain_number(unit.number): (floor, unit) for floor, unit in self._units if unit.number}

    def goals(self, wanted: str) -> tuple[Goal, ...]:
        """What a text can mean, the likeliest first: a room's number, a room's, office's or person's name or key."""
        text = clean(wanted)
        return tuple(self._goals(text)) if text else ()

    def _goals(self, wanted: str) -> Iterator[Goal]:
        drawn = self._by_number.get(plain_number(wanted))
        if drawn:
            yield Goal("room", f"{drawn[1].number} 室", *drawn)
        for room in self._rooms:
            if wanted == room.name or (not drawn and plain_number(wanted) == plain_number(room.key)):
                yield Goal("room", room.name or f"{room.key} 室", *self._drawn(room.key))
        for office in self._offices:
            if wanted in {office.key, office.name, office.short_name}:
                yield Goal("office", office.name, *self._home_of(office.key))
        for person in self._persons:
            if wanted in {person.key, person.name}:
                yield Goal("person", person.name, *self._seat_of(person))
        for floor, unit in self._units:
            if wanted in {unit.name, unit.name_en, unit.key}:
                yield Goal("room", unit.name or unit.key, floor, unit)

    def _drawn(self, number: str) -> tuple[Floor | None, Unit | None]:
        return self._by_number.get(plain_number(number), (None, None))

    def _home_of(self, office: str) -> tuple[Floor | None, Unit | None]:
        """The first room of an office that is drawn, in the order of the room list."""
        homes = (self._drawn(room.key) for room in self._rooms if room.office == office and office)
        return next((home for home in homes if home[1]), (None, None))

    def _seat_of(self, person: Person) -> tuple[Floor | None, Unit | None]:
        """A person's own room, else that of the first office they have a post in."""
        seats = [self._drawn(person.room), *(self._home_of(post.office) for post in person.posts)]
        return next((seat for seat in seats if seat[1]), (None, None))
