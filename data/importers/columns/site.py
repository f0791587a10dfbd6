"""The template for the office as a whole and the signs in its halls."""

from collections.abc import Iterator

from data.importers.columns.column import YES_NO, Choices, Column, Layout, Look, Sheet, Written, layout
from data.importers.known import Known
from data.records import Site

COLOURS: Choices[str] = Choices(
    {"红": "red", "绿": "green", "黄": "amber", "红绿": "red-green", "全彩": "full"},
    {"单红": "red", "单色": "red", "单绿": "green", "琥珀": "amber", "双色": "red-green", "彩色": "full"},
)

SITE = Sheet(
    "单位",
    (
        Column("单位名称", "name", ("名称", "机关名称"), required=True, example="示例省财政厅"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("副标题", "subtitle", ("大厅名称",), example="政务公开大厅"),
        Column("英文副标题", "subtitle_en"),
        Column("电话", "telephone", ("总机", "联系电话", "咨询电话"), example="0000-12345678"),
        Column("监督电话", "complaint_telephone", ("投诉电话", "监督投诉电话")),
        Column("地址", "address", ("单位地址",)),
        Column("英文地址", "address_en"),
        Column("办公时间", "hours", ("开放时间", "工作时间"), look=Look.LONG),
        Column("英文办公时间", "hours_en", look=Look.LONG),
        Column("网址", "website", ("门户网站", "网站")),
        Column("示例数据", "sample", choices=YES_NO.words, comment="填“是”时屏幕上注明“示例”。"),
    ),
    ("基本信息", "单位信息"),
)
SIGNS = Sheet(
    "显示屏",
    (
        Column(
            "屏名",
            "name",
            ("名称", "显示屏名称"),
            required=True,
            comment="与 openhall.toml 里的屏名相同。",
            example="hall",
        ),
        Column("宽（点）", "width_dots", ("宽", "点宽", "宽度"), required=True, example=256, look=Look.NUMBER),
        Column("高（点）", "height_dots", ("高", "点高", "高度"), required=True, example=32, look=Look.NUMBER),
        Column("颜色", "colours", choices=COLOURS.words, example="红"),
    ),
    ("LED屏", "LED显示屏", "屏幕"),
)


def _rows(site: Site, _: Known) -> Iterator[Written]:
    yield (
        SITE.title,
        {
            "name": site.name,
            "name_en": site.name_en,
            "subtitle": site.subtitle,
            "subtitle_en": site.subtitle_en,
            "telephone": site.telephone,
            "complaint_telephone": site.complaint_telephone,
            "address": site.address,
            "address_en": site.address_en,
            "hours": site.hours,
            "hours_en": site.hours_en,
            "website": site.website,
            "sample": YES_NO.word(site.sample),
        },
    )
    for sign in site.signs:
        yield (
            SIGNS.title,
            {
                "name": sign.name,
                "width_dots": sign.width_dots,
                "height_dots": sign.height_dots,
                "colours": COLOURS.word(sign.colours),
            },
        )


LAYOUT: Layout = layout("site", "单位信息", Site, (SITE, SIGNS), _rows)
