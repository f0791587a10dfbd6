"""A staff side for tests: a desk with a store, keys and users of its own, and verbs for what they do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data.desk.bootstrap import Desk
from data.desk.home import Home
from data.desk.publishing import Published, Publishing, publish
from data.desk.settings import Settings
from data.edition.signing import make_keys
from data.records import Kind, Notice, Record, Site
from data.review.decisions import approve, reject
from data.review.submissions import Selection, submit
from data.review.withdrawals import withdraw
from data.store.accounts import add_role
from data.store.act import Act
from data.store.changes import Change, change, put
from data.store.database import Store
from data.store.users import Role

SITE = "省财政厅（示例）"
EDITOR, REVIEWER, PUBLISHER = "示例-编辑", "示例-审核", "示例-发布"


@dataclass
class Clock:
    """A clock that a test turns; it moves a second each time it is asked, so that no two acts share an instant."""

    now: datetime = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Staff:
    """The people of an office at their desk, in a folder of their own."""

    folder: Path
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.desk = Desk(Home(self.folder), Settings("", SITE, ZoneInfo("Asia/Shanghai"), ()), self.clock)
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.desk.home.store.exists():
            store = Store(self.desk.store_url)
            store.create()
            store.close()
        if not self.desk.home.keys.exists():
            make_keys(self.desk.home.keys, "office")
            self._hire()

    def _hire(self) -> None:
        with self.desk.writing() as session:
            for name, role in ((EDITOR, Role.EDITOR), (REVIEWER, Role.REVIEWER), (PUBLISHER, Role.PUBLISHER)):
                add_role(session, Act("console", self.clock()), name, role)

    def act(self, name: str) -> Act:
        """Somebody does something now."""
        return Act(name, self.clock())

    def edit(self, *records: Record) -> None:
        """The editor puts records in their places."""
        with self.desk.writing() as session:
            change(session, self.act(EDITOR), [put(record) for record in records])

    def remove(self, kind: Kind, key: str) -> None:
        """The editor takes a draft away."""
        with self.desk.writing() as session:
            change(session, self.act(EDITOR), [Change(kind, key, None)])

    def submit(self, select: Selection | None = None) -> int:
        """The editor puts all that differs before the reviewer."""
        with self.desk.writing() as session:
            return submit(session, self.act(EDITOR), select or Selection()).id

    def approve(self, submission: int) -> None:
        """The reviewer lets it stand."""
        with self.desk.writing() as session:
            approve(session, self.act(REVIEWER), submission)

    def reject(self, submission: int) -> None:
        """The reviewer sends it back."""
        with self.desk.writing() as session:
            reject(session, self.act(REVIEWER), submission, "请核对")

    def stand(self, *records: Record) -> None:
        """Edit, submit and approve in one go."""
        self.edit(*records)
        self.approve(self.submit())

    def withdraw(self, kind: Kind, key: str) -> None:
        """One person takes back what stands."""
        with self.desk.writing() as session:
            withdraw(session, self.act(EDITOR), kind, key, "有误")

    def publish(self, **asked: object) -> Published:
        """Publish what stands, also where it shows already."""
        return publish(self.desk, Publishing(PUBLISHER, **{"again": True, **asked}))  # type: ignore[arg-type]  # what a test asks for

    def close(self) -> None:
        """Let go of the store."""
        self.desk.store.close()


def site(*more: Record) -> Sequence[Record]:
    """The office itself and whatever else a test needs to stand."""
    return (Site(SITE, telephone="024-0000 0100", sample=True), *more)


def prepared(key: str, text: str) -> Notice:
    """A notice approved beforehand."""
    return Notice(key, text, prepared=True)
