"""The template for the channels of the department's website."""

from collections.abc import Iterator

from data.importers.columns.column import Column, Layout, Look, Sheet, Written, layout
from data.importers.columns.office import CODE, POSITION
from data.importers.known import Known
from data.records import Channel

CHANNELS = Sheet(
    "门户栏目",
    (
        POSITION,
        CODE,
        Column("栏目名称", "name", ("名称", "栏目"), required=True, example="财政动态"),
        Column("网址", "url", ("链接", "地址", "栏目网址"), required=True, example="https://example.invalid/news"),
        Column("板块", "board", ("所属板块", "一级栏目"), example="政务信息"),
        Column("英文板块", "board_en", comment="同一板块写一处就够。"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("说明", "description", ("栏目说明", "简介"), look=Look.LONG),
        Column("英文说明", "description_en", look=Look.LONG),
    ),
    ("栏目", "门户网站", "网站栏目"),
)


def _rows(channel: Channel, _: Known) -> Iterator[Written]:
    yield (
        CHANNELS.title,
        {
            "position": channel.position,
            "key": channel.key,
            "name": channel.name,
            "url": channel.url,
            "board": channel.board,
            "board_en": channel.board_en,
            "name_en": channel.name_en,
            "description": channel.description,
            "description_en": channel.description_en,
        },
    )


LAYOUT: Layout = layout("channel", "门户栏目", Channel, (CHANNELS,), _rows)
