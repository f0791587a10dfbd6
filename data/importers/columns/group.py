"""The template for leading groups (领导小组) and who sits in them."""

from collections.abc import Iterator

from data.importers.columns.column import Choices, Column, Layout, Look, Sheet, Written, layout, lines
from data.importers.columns.office import CODE, POSITION
from data.importers.known import Known
from data.records import Group, Seat

SEATS: Choices[Seat] = Choices(
    {"组长": Seat.CHAIR, "副组长": Seat.DEPUTY, "成员": Seat.MEMBER},
    {"主任": Seat.CHAIR, "副主任": Seat.DEPUTY, "委员": Seat.MEMBER, "组员": Seat.MEMBER},
)

GROUPS = Sheet(
    "领导小组",
    (
        POSITION,
        CODE,
        Column("名称", "name", ("领导小组", "小组名称", "领导小组名称"), required=True, example="政府信息公开领导小组"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("职责", "duties", ("主要职责", "工作职责"), look=Look.LONG, comment="一行一条（Alt+Enter 换行）。"),
        Column("办公室所在处室", "seat_office", ("办公室设在", "办事机构"), refers="office", example="办公室"),
        Column("办公室主任", "seat_head", ("办公室负责人",), refers="person"),
    ),
    ("小组", "议事协调机构"),
)
MEMBERS = Sheet(
    "成员",
    (
        Column(
            "领导小组",
            "group",
            ("小组", "小组名称", "领导小组名称"),
            required=True,
            owner=True,
            refers="group",
            example="政府信息公开领导小组",
        ),
        Column("姓名", "person", ("名字", "人员", "成员"), required=True, refers="person", example="王示例"),
        Column("小组职务", "seat", ("职务", "组内职务"), choices=SEATS.words, example="组长"),
        Column("备注", "note", ("说明",)),
    ),
    ("小组成员", "成员名单"),
)


def _rows(group: Group, known: Known) -> Iterator[Written]:
    yield (
        GROUPS.title,
        {
            "position": group.position,
            "key": group.key,
            "name": group.name,
            "name_en": group.name_en,
            "duties": lines(group.duties),
            "seat_office": known.name("office", group.seat_office),
            "seat_head": known.name("person", group.seat_head),
        },
    )
    for member in group.members:
        yield (
            MEMBERS.title,
            {
                "group": known.name("group", group.key),
                "person": known.name("person", member.person),
                "seat": SEATS.word(member.seat),
                "note": member.note,
            },
        )


LAYOUT: Layout = layout("group", "领导小组", Group, (GROUPS, MEMBERS), _rows)
