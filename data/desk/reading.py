"""Staff's files into drafts: read, tell the difference, write. For `desk import`, `desk init` and the web page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from data.building.archive import packed
from data.building.names import plain_number
from data.desk.bootstrap import Desk
from data.desk.console import act_of
from data.desk.documents import keep_documents
from data.edition.collecting import uncollected
from data.importers.building import undrawn
from data.importers.known import Known
from data.importers.problem import Level, Problem, error
from data.importers.reader import read
from data.records import Room
from data.records.kinds import KINDS, Kind
from data.store.accounts import require
from data.store.act import Act
from data.store.apply import SourceFile, apply
from data.store.database import Session
from data.store.difference import Changed, Difference
from data.store.drafts import draft_records, drawn_numbers
from data.store.refusal import Refused
from data.store.roles import Role

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; readers have limits of their own for what is packed inside."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as staff handed it in: name without folders, and bytes."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file: what it was read as, what is wrong, what it changes, what it brings along."""

    file: File
    kind: Kind
    problems: tuple[Problem, ...]
    difference: Difference
    documents: tuple[bytes, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether nothing found is an error."""
        return all(problem.level is not Level.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of all files; `written` says whether the drafts have changed."""

    results: tuple[Result, ...]
    written: bool

    @property
    def usable(self) -> bool:
        """Whether no file has an error."""
        return all(result.usable for result in self.results)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, file by file."""
        return tuple(problem for result in self.results for problem in result.problems)

    @property
    def changes(self) -> tuple[Changed, ...]:
        """Every change, file by file."""
        return tuple(change for result in self.results for change in result.difference.all())

    def counts(self) -> dict[str, int]:
        """Added, changed and removed over all files."""
        counts = [result.difference.counts() for result in self.results]
        return {name: sum(count[name] for count in counts) for name in ("added", "changed", "removed")}


def open_file(path: Path) -> File:
    """The file at `path`. Refused where it is none or too large; OSError where it cannot be read."""
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise Refused(f"没有这个文件：{path}")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Refused(f"{path.name} 有 {size // 1024**2} MB，超过 {LARGEST_FILE // 1024**2} MB，不导入")
    return File(path.name, path.read_bytes())


def _folder(path: Path) -> File:
    """A folder of drawings as the archive it would be. Refused where it is too large."""
    try:
        return File(f"{path.name}.zip", packed(path))
    except ValueError as error:
        raise Refused(f"{path}：{error}") from error


@uncollected()
def import_files(desk: Desk, by: str, files: Sequence[File], kind: Kind | None, *, keep: bool) -> Outcome:
    """Read files in turn, each against what those before it brought, and write all of it or nothing.

    Nothing is written without `keep`, nor where any file has an error; the outcome says what would be. Refused where
    `by` names no editor.
    """
    with desk.writing() as session:
        act = _act(session, desk, by)
        results = tuple(_take(session, desk, act, file, kind) for file in files)
        written = keep and all(result.usable for result in results)
        if written:
            keep_documents(desk.home, (body for result in results for body in result.documents))
        else:
            session.rollback()
    return Outcome(results, written)


def _act(session: Session, desk: Desk, name: str) -> Act:
    if name:
        require(session, name, Role.EDITOR)
    return act_of(desk, name)


def _take(session: Session, desk: Desk, act: Act, file: File, kind: Kind | None) -> Result:
    known = directory(session, desk)
    parsed = read(file.name, file.body, kind, known, desk.today())
    if known.drawn:
        rooms = [record for record in parsed.records if isinstance(record, Room)]
        parsed = replace(parsed, problems=(*parsed.problems, *undrawn(rooms, known.drawn)))
    if not parsed.usable:
        return Result(file, parsed.kind, parsed.problems, Difference())
    source = SourceFile(file.name, sha256(file.body).hexdigest(), parsed.kind)
    try:
        difference = apply(session, act, parsed.records, parsed.scope, source)
    except Refused as refusal:
        return Result(file, parsed.kind, (*parsed.problems, error(file.name, str(refusal))), Difference())
    return Result(file, parsed.kind, parsed.problems, difference, parsed.documents)


def directory(session: Session, desk: Desk) -> Known:
    """The names that a file may refer to: those of all drafts. Of floors, which are large, the room numbers only."""
    known = Known.of(record for kind in KINDS if kind != "floor" for record in draft_records(session, kind))
    drawn = frozenset(plain_number(number) for number in drawn_numbers(session))
    return replace(known, zone=desk.settings.zone, drawn=drawn)
