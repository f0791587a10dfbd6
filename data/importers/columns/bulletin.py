"""The template for the daily bulletin (每日要闻)."""

from collections.abc import Iterator

from data.importers.columns.column import Choices, Column, Layout, Look, Sheet, Written, layout
from data.importers.known import Known
from data.records import BulletinItem, ItemKind

KINDS_OF_ITEM: Choices[ItemKind] = Choices(
    {"新闻": ItemKind.NEWS, "政府信息": ItemKind.DISCLOSED},
    {"要闻": ItemKind.NEWS, "动态": ItemKind.NEWS, "公开信息": ItemKind.DISCLOSED, "主动公开": ItemKind.DISCLOSED}
    | {"政务信息": ItemKind.DISCLOSED, "信息公开": ItemKind.DISCLOSED, "政府信息公开": ItemKind.DISCLOSED},
)

ITEMS = Sheet(
    "每日要闻",
    (
        Column("日期", "day", ("发布日期",), look=Look.DATE, comment="每天的第一行必须有日期。", example="2026-01-04"),
        Column("序号", "position", ("次序", "编号"), look=Look.NUMBER, example=1),
        Column("类别", "kind", ("类型", "信息类别"), choices=KINDS_OF_ITEM.words, example="新闻"),
        Column(
            "内容",
            "text",
            ("要闻", "正文", "标题", "信息内容", "新闻内容"),
            required=True,
            look=Look.LONG,
            example="全省财政工作会议召开",
        ),
        Column("来源", "source", ("信息来源", "供稿", "提供处室", "处室"), example="办公室"),
        Column(
            "开始日期", "valid_from", ("起始日期", "自", "开始时间"), look=Look.DATE, comment="不填则只在当天显示。"
        ),
        Column("结束日期", "valid_until", ("截止日期", "至", "结束时间", "有效期至"), look=Look.DATE),
    ),
    ("要闻", "电子屏", "显示屏信息"),
)

READ = Sheet(
    ITEMS.title,
    (*ITEMS.columns, Column("起止时间", "validity", ("起止日期", "有效期", "显示时间", "播放时间", "展示时间"))),
    ITEMS.synonyms,
)
"""The sheet as it is read: staff's own tables often have both days in one column."""


def _rows(item: BulletinItem, _: Known) -> Iterator[Written]:
    yield (
        ITEMS.title,
        {
            "day": item.day,
            "position": item.position,
            "kind": KINDS_OF_ITEM.word(item.kind),
            "text": item.text,
            "source": item.source,
            "valid_from": item.valid_from,
            "valid_until": item.valid_until,
        },
    )


LAYOUT: Layout = layout("bulletin", "每日要闻", BulletinItem, (ITEMS,), _rows)
