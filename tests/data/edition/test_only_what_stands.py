"""Whatever staff do in whatever order, the bytes of an edition hold what stands and nothing else."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from data.records import BulletinItem, Kind, Notice, Office, Record, Urgency
from data.store.refusal import Refused
from tests.helpers.staff import Staff, site

DAY = date(2026, 11, 23)
Place = tuple[Kind, str]
PLACES: tuple[Place, ...] = (
    ("office", "bgs"),
    ("office", "kjc"),
    ("bulletin", "2026-11-23/1"),
    ("bulletin", "2026-11-23/2"),
    ("notice", "hours"),
)


def record_with(place: Place, marker: str) -> Record:
    """A record in this place whose text carries a marker found nowhere else."""
    kind, key = place
    match kind:
        case "office":
            return Office(key, "办公室", duties=(f"负责{marker}",), name_en=marker)
        case "bulletin":
            return BulletinItem(key, DAY, int(key[-1]), f"要闻{marker}")
        case _:
            return Notice(key, f"通知{marker}", urgency=Urgency.STANDING)


class OfficeAtWork(RuleBasedStateMachine):
    """Staff at work, beside a model of what stands that a child could check."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="stands"))
        shutil.copy(self.template, self.folder / "store.db")
        self.staff = Staff(self.folder)
        self.staff.stand(*site())
        self.drafts: dict[Place, str] = {}
        self.stands: dict[Place, str] = {}
        self.waiting: dict[int, dict[Place, tuple[str | None, str | None]]] = {}
        self.markers: set[str] = set()
        self.withdrawn: set[str] = set()
        self.built: dict[frozenset[tuple[Place, str]], dict[str, str]] = {}

    def teardown(self) -> None:
        self.staff.close()
        shutil.rmtree(self.folder)

    @rule(place=st.sampled_from(PLACES))
    def edit(self, place: Place) -> None:
        """A new text in this place."""
        marker = f"标记{len(self.markers):04}号"
        self.markers.add(marker)
        self.drafts[place] = marker
        self.staff.edit(record_with(place, marker))

    @precondition(lambda self: self.stands)
    @rule(choice=st.data())
    def edit_back(self, choice: st.DataObject) -> None:
        place = choice.draw(st.sampled_from(sorted(self.stands)))
        self.drafts[place] = self.stands[place]
        self.staff.edit(record_with(place, self.stands[place]))

    @precondition(lambda self: self.drafts)
    @rule(choice=st.data())
    def remove(self, choice: st.DataObject) -> None:
        place = choice.draw(st.sampled_from(sorted(self.drafts)))
        del self.drafts[place]
        self.staff.remove(*place)

    @rule(places=st.sets(st.sampled_from(PLACES), min_size=1))
    def let_stand(self, places: set[Place]) -> None:
        """The everyday way in one rule, so that the other rules find something to work on."""
        for place in sorted(places):
            self.edit(place)
        self.submit()
        self.decide(max(self.waiting))

    @rule()
    def submit(self) -> None:
        asked = {item for changes in self.waiting.values() for item in changes.items()}
        differs = {place: (self.stands.get(place), self.drafts.get(place)) for place in PLACES}
        changes = {place: change for place, change in differs.items() if change[0] != change[1]}
        fresh = {place: change for place, change in changes.items() if (place, change) not in asked}
        if fresh:
            self.waiting[self.staff.submit()] = fresh
        else:
            with pytest.raises(Refused, match="没有需要提交"):
                self.staff.submit()

    @precondition(lambda self: self.waiting)
    @rule(choice=st.data())
    def approve(self, choice: st.DataObject) -> None:
        self.decide(choice.draw(st.sampled_from(sorted(self.waiting))))

    def decide(self, number: int) -> None:
        """Approve, or be refused where the model says so."""
        changes = self.waiting[number]
        stale = any(self.stands.get(place) != before for place, (before, _) in changes.items())
        if stale or any(after in self.withdrawn for _, after in changes.values()):
            with pytest.raises(Refused):
                self.staff.approve(number)
            return
        self.staff.approve(number)
        del self.waiting[number]
        for place, (_, after) in changes.items():
            if after is None:
                del self.stands[place]
            else:
                self.stands[place] = after

    @precondition(lambda self: self.waiting)
    @rule(choice=st.data())
    def reject(self, choice: st.DataObject) -> None:
        number = choice.draw(st.sampled_from(sorted(self.waiting)))
        self.staff.reject(number)
        del self.waiting[number]

    @precondition(lambda self: self.stands)
    @rule(choice=st.data())
    def withdraw(self, choice: st.DataObject) -> None:
        place = choice.draw(st.sampled_from(sorted(self.stands)))
        if self.stands[place] not in self.withdrawn:
            self.staff.withdraw(*place)
            self.withdrawn.add(self.stands[place])
            self.publish()

    @rule()
    def publish(self) -> None:
        published = self.staff.publish()
        shown = {place: marker for place, marker in self.stands.items() if marker not in self.withdrawn}
        body = b"".join(path.read_bytes() for path in sorted(published.receipt.folder.iterdir()))
        inside = {marker for marker in self.markers if marker.encode() in body}
        assert inside == set(shown.values())
        files = self.built.setdefault(frozenset(shown.items()), published.manifest.files)
        assert files == published.manifest.files


@pytest.mark.parametrize(("weeks", "acts"), [(10, 25), pytest.param(200, 60, marks=pytest.mark.slow)])
def test_an_edition_holds_what_stands_and_nothing_else(sqlite_template: Path, weeks: int, acts: int) -> None:
    machine = type("WithTemplate", (OfficeAtWork,), {"template": sqlite_template})
    wanted = settings(
        max_examples=weeks, stateful_step_count=acts, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(machine, settings=wanted)
