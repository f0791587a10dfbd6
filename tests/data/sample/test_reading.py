"""What the importers read from the sample's files is what its content says, and they find nothing to complain of."""

from collections.abc import Iterator

import pytest

from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.problem import Level
from data.importers.reader import read
from data.records import Kind, Record, kind_of
from data.sample import organisation, portal, powers, sample_files
from data.sample.bulletins import bulletin


def loaded() -> Iterator[tuple[str, Parsed]]:
    """The files read one after the other, each knowing what the ones before it said."""
    known = Known()
    for path in sample_files():
        parsed = read(path.name, path.read_bytes(), known=known)
        known = known.joined(Known.of(parsed.records))
        yield path.name, parsed


LOADED = dict(loaded())
WRITTEN: tuple[Record, ...] = (
    organisation.site(),
    *organisation.offices(),
    *organisation.rooms(),
    *organisation.persons(),
    *organisation.groups(),
    *powers.categories(),
    *powers.powers(),
    portal.hall(),
    *portal.channels(),
    *portal.entries(),
    *portal.notices(),
    *bulletin(),
)
KINDS = tuple(dict.fromkeys(kind_of(record) for record in WRITTEN))


def test_no_file_gives_an_error_or_a_warning_but_for_laws_nobody_found() -> None:
    """A law is cited only where a source was found; the report says of which powers none is."""
    found = [problem for parsed in LOADED.values() for problem in parsed.problems]
    without_law = [problem for problem in found if "没有设定依据" in problem.message]
    assert [problem for problem in found if problem.level is not Level.NOTE and problem not in without_law] == []
    assert len(without_law) == len([power for power in powers.powers() if not power.bases])


def test_the_kind_of_every_file_is_recognised() -> None:
    assert set(KINDS) | {"building"} == {parsed.kind for parsed in LOADED.values()}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_read_is_what_was_written(kind: Kind) -> None:
    read_back = [record for parsed in LOADED.values() for record in parsed.records if kind_of(record) == kind]
    assert read_back == [record for record in WRITTEN if kind_of(record) == kind]


def test_each_bulletin_replaces_one_day() -> None:
    days = [parsed.scope.days for parsed in LOADED.values() if parsed.kind == "bulletin"]
    assert len(days) == 10
    assert all(len(of_file) == 1 for of_file in days)
