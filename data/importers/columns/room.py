"""The template for rooms: the number on the door and who is in it."""

from collections.abc import Iterator

from data.importers.columns.column import Column, Layout, Look, Sheet, Written, layout
from data.importers.columns.office import POSITION
from data.importers.known import Known
from data.records import Room

ROOMS = Sheet(
    "房间",
    (
        POSITION,
        Column(
            "房间号",
            "key",
            ("房号", "房间", "门牌", "门牌号", "办公室号"),
            required=True,
            example="301",
            comment="门上的号码，和平面图上的一致。",
        ),
        Column("名称", "name", ("房间名称", "门牌名称"), example="办公室"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column(
            "使用处室",
            "office",
            ("处室", "部门", "科室", "使用部门", "单位", "处室名称"),
            refers="office",
            example="办公室",
            comment="会议室、卫生间等不填。",
        ),
        Column("楼层", "floor", ("层", "所在楼层")),
        Column("用途", "purpose", ("房间用途", "说明"), look=Look.LONG),
        Column("电话", "telephone", ("联系电话", "办公电话")),
    ),
    ("房间分布", "处室房间", "处室房间分布", "办公室分布"),
)


def _rows(room: Room, known: Known) -> Iterator[Written]:
    yield (
        ROOMS.title,
        {
            "position": room.position,
            "key": room.key,
            "name": room.name,
            "name_en": room.name_en,
            "office": known.name("office", room.office),
            "floor": room.floor,
            "purpose": room.purpose,
            "telephone": room.telephone,
        },
    )


LAYOUT: Layout = layout("room", "房间", Room, (ROOMS,), _rows)
