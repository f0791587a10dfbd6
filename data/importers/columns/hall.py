"""The template for the approval hall: opening days, windows, days that are not as their weekday says."""

from collections.abc import Iterator

from data.importers.columns.column import Choices, Column, Layout, Look, Sheet, Written, layout, lines, listed
from data.importers.known import Known
from data.records import Hall

WEEKDAYS = "一二三四五六日"
"""The weekdays in ISO order."""

OPEN: Choices[bool] = Choices(
    {"开放": True, "不开放": False}, {"是": True, "否": False, "开": True, "闭馆": False, "休息": False}
)

HALL = Sheet(
    "审批大厅",
    (
        Column("名称", "name", ("大厅名称",), required=True, example="行政审批大厅"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("房间", "room", ("房间号", "房号", "地点"), refers="room", example="101"),
        Column(
            "开放日",
            "weekdays",
            ("开放时间（星期）", "星期", "办公日"),
            comment="例如：周二、周四。",
            example="周二、周四",
        ),
        Column("时间", "hours", ("开放时间", "办公时间", "办理时间"), example="9:00—11:30，13:30—16:30"),
        Column("电话", "telephone", ("联系电话", "咨询电话")),
        Column("办事准备", "preparation", ("须知", "办事须知"), look=Look.LONG, comment="一行一条（Alt+Enter 换行）。"),
    ),
    ("大厅", "办事大厅", "政务大厅"),
)
WINDOWS = Sheet(
    "窗口",
    (
        Column("窗口号", "number", ("窗口", "窗口编号"), required=True, example="1"),
        Column("名称", "name", ("窗口名称",), required=True, example="会计事项窗口"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("办理事项", "powers", ("事项", "办理事项代码"), refers="power", comment="事项代码或名称，一行一个。"),
        Column("电话", "telephone", ("联系电话",)),
    ),
    ("办事窗口",),
)
DAYS = Sheet(
    "特殊日期",
    (
        Column("日期", "day", required=True, look=Look.DATE, example="2026-10-01"),
        Column("是否开放", "open", ("开放",), required=True, choices=OPEN.words, example="不开放"),
        Column("原因", "reason", ("说明", "事由"), example="国庆节"),
    ),
    ("节假日", "例外"),
)


def _rows(hall: Hall, known: Known) -> Iterator[Written]:
    yield (
        HALL.title,
        {
            "name": hall.name,
            "name_en": hall.name_en,
            "room": hall.room,
            "weekdays": "、".join(f"周{WEEKDAYS[day - 1]}" for day in hall.weekdays),
            "hours": hall.hours,
            "telephone": hall.telephone,
            "preparation": lines(hall.preparation),
        },
    )
    for window in hall.windows:
        yield (
            WINDOWS.title,
            {
                "number": window.number,
                "name": window.name,
                "name_en": window.name_en,
                "powers": listed(known, "power", window.powers),
                "telephone": window.telephone,
            },
        )
    for day in hall.exceptions:
        yield DAYS.title, {"day": day.day, "open": OPEN.word(day.open), "reason": day.reason}


LAYOUT: Layout = layout("hall", "审批大厅", Hall, (HALL, WINDOWS, DAYS), _rows)
