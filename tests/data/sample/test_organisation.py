"""The invented department is whole: every office has a head, every pointer an end, and nobody in it could be real."""

import re
from collections import Counter

import pytest

from data.records import PostRole, Record, Seat, references
from data.sample import organisation, portal, powers
from data.sample.reading import CONTENT

OFFICES = organisation.offices()
PERSONS = organisation.persons()
ROOMS = organisation.rooms()
EVERYTHING: tuple[Record, ...] = (
    organisation.site(),
    *OFFICES,
    *PERSONS,
    *organisation.groups(),
    *ROOMS,
    *powers.categories(),
    *powers.powers(),
    portal.hall(),
    *portal.channels(),
    *portal.entries(),
    *portal.notices(),
)


def test_the_department_is_as_large_as_it_is_said_to_be() -> None:
    assert (len(OFFICES), len(PERSONS), len(organisation.groups())) == (24, 120, 2)
    assert 95 <= len(ROOMS) <= 115


def test_it_says_that_it_is_invented() -> None:
    assert organisation.site().sample
    assert "示例" in organisation.site().name


def test_keys_are_given_once() -> None:
    counted = Counter((type(record), record.key) for record in EVERYTHING)
    assert counted.most_common(1)[0][1] == 1


def test_every_pointer_has_an_end() -> None:
    there = {(type(record).__name__.lower(), record.key) for record in EVERYTHING}
    missing = [
        (record.key, reference)
        for record in EVERYTHING
        for reference in references(record)
        if (reference.kind, reference.key) not in there
    ]
    assert not missing


def test_names_are_all_different() -> None:
    assert len({person.name for person in PERSONS}) == len(PERSONS)


def test_every_office_has_one_head_one_liaison_and_a_leader_in_charge() -> None:
    keys = {office.key for office in OFFICES}
    heads = Counter(post.office for person in PERSONS for post in person.posts if post.role is PostRole.HEAD)
    liaisons = Counter(office for person in PERSONS for office in person.liaison_for)
    led = {office for person in PERSONS for office in person.in_charge_of}
    assert heads == liaisons == Counter(keys)
    assert led == keys


def test_every_office_has_duties_in_both_languages() -> None:
    for office in OFFICES:
        assert 5 <= len(office.duties) <= 9, office.name
        assert len(office.duties_en) == len(office.duties), office.name
        assert office.name_en
        assert office.summary_en


def test_everybody_sits_in_a_room_of_their_own_office() -> None:
    users = {room.key: room.office for room in ROOMS}
    strangers = [person.name for person in PERSONS if users[person.room] != person.posts[0].office]
    assert not strangers


def test_no_ordinary_office_stands_empty() -> None:
    taken = {person.room for person in PERSONS}
    assert not [room.key for room in ROOMS if not room.name and room.key not in taken]


def test_the_posts_of_the_leaders_are_those_of_the_report() -> None:
    titles = [person.posts[0].title for person in PERSONS if person.posts[0].role is PostRole.LEADER]
    assert titles == [
        "厅长、党组书记",
        "党组副书记、常务副厅长",
        "副厅长",
        "副厅长",
        "副厅长",
        "纪检组长",
        "总会计师",
        "省债务办副主任",
    ]


def test_both_leading_groups_have_a_chair_and_a_seat() -> None:
    for group in organisation.groups():
        assert [member.seat for member in group.members].count(Seat.CHAIR) == 1
        assert group.seat_office
        assert group.seat_head in {member.person for member in group.members}
    assert organisation.groups()[1].seat_office == "zhfg"


@pytest.mark.parametrize("sign", ["𬀩", "䶮", "·"])
def test_some_names_are_hard_to_write(sign: str) -> None:
    assert any(sign in person.name for person in PERSONS)


@pytest.mark.parametrize("surname", [*"单仇解曾区查朴盖翟覃员任华纪缪种薄折黑祭繁", "欧阳", "司马", "慕容"])
def test_some_surnames_are_hard_to_read(surname: str) -> None:
    assert any(person.name.startswith(surname) for person in PERSONS)


def test_every_telephone_is_in_a_range_that_does_not_exist() -> None:
    written = [text for path in sorted(CONTENT.rglob("*.t*")) for text in _telephones(path.read_text("utf-8"))]
    made = [text for record in PERSONS for text in _telephones(record.telephone)]
    assert len(written) > 24
    assert len(made) == 112
    assert all(re.fullmatch(r"024-0000 0\d{3}", text) for text in (*written, *made))


def test_nothing_looks_like_an_identity_or_mobile_number() -> None:
    for path in CONTENT.rglob("*.t*"):
        assert not re.search(r"\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)", path.read_text("utf-8")), path.name


def _telephones(text: str) -> list[str]:
    """Whatever in a text is written like a telephone number: an area code, a dash, digits."""
    return re.findall(r"(?<!\d)0\d{2,3}-\d[\d ]*\d", text)
