"""The template for notices: standing, urgent, and those approved beforehand for an emergency."""

from collections.abc import Iterator

from data.importers.columns.column import YES_NO, Choices, Column, Layout, Look, Sheet, Written, layout
from data.importers.columns.office import CODE
from data.importers.known import Known
from data.records import Notice, Urgency

URGENCIES: Choices[Urgency] = Choices(
    {"一般": Urgency.STANDING, "紧急": Urgency.URGENT}, {"常设": Urgency.STANDING, "普通": Urgency.STANDING}
)

NOTICES = Sheet(
    "通知",
    (
        CODE,
        Column(
            "内容",
            "text",
            ("通知内容", "通知", "正文"),
            required=True,
            look=Look.LONG,
            example="本厅周二、周四对外办公",
        ),
        Column("英文内容", "text_en", ("英文",), look=Look.LONG),
        Column("类型", "urgency", ("紧急程度", "类别"), choices=URGENCIES.words, example="一般"),
        Column("开始时间", "starts", ("起始时间", "自"), look=Look.INSTANT, comment="北京时间；不填则立即。"),
        Column("结束时间", "ends", ("截止时间", "至"), look=Look.INSTANT, comment="北京时间；不填则一直显示。"),
        Column(
            "预先批准",
            "prepared",
            ("预案",),
            choices=YES_NO.words,
            comment="填“是”：平时不显示，紧急时一个人就可以打开。",
        ),
    ),
    ("公告", "通知公告"),
)


def _rows(notice: Notice, known: Known) -> Iterator[Written]:
    yield (
        NOTICES.title,
        {
            "key": notice.key,
            "text": notice.text,
            "text_en": notice.text_en,
            "urgency": URGENCIES.word(notice.urgency),
            "starts": known.local(notice.starts),
            "ends": known.local(notice.ends),
            "prepared": YES_NO.word(notice.prepared),
        },
    )


LAYOUT: Layout = layout("notice", "通知", Notice, (NOTICES,), _rows)
