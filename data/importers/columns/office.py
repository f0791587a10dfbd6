"""The template for offices and what they are there for."""

from collections.abc import Iterator
from itertools import zip_longest

from data.importers.columns.column import Column, Layout, Look, Sheet, Written, layout, lines
from data.importers.known import Known
from data.records import Office

POSITION = Column(
    "显示次序", "position", ("次序", "排序", "顺序"), look=Look.NUMBER, comment="显示的次序；不填则按行的次序。"
)
CODE = Column("代码", "key", ("编码", "代号", "编号"), comment="可不填：系统自动给出，以后不再改变。")

OFFICES = Sheet(
    "处室",
    (
        POSITION,
        CODE,
        Column(
            "处室名称",
            "name",
            ("名称", "处室", "部门", "科室", "部门名称", "单位名称", "机构名称", "内设机构"),
            required=True,
            example="办公室",
        ),
        Column("简称", "short_name"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("拼音", "pinyin", ("读音",), comment="只在读音特殊时填，音节之间空格。"),
        Column("类别", "section", ("分类", "单位类别", "机构类别"), example="机关处室"),
        Column("英文类别", "section_en", comment="同一类别写一处就够。"),
        Column("上级处室", "parent", ("上级", "上级部门", "隶属", "所属处室"), refers="office"),
        Column("简介", "summary", ("概况",), look=Look.LONG),
        Column("英文简介", "summary_en", look=Look.LONG),
        Column(
            "职责",
            "duties",
            ("主要职责", "工作职责", "部门职责", "职能"),
            look=Look.LONG,
            comment="一行一条（Alt+Enter 换行）；也可写在“职责”表里。",
            example="负责文电、会务、机要、档案等机关日常运转工作",
        ),
        Column("电话", "telephone", ("联系电话", "办公电话"), example="0000-12345678"),
        Column("办公时间", "hours", ("工作时间",)),
    ),
    ("部门", "科室", "内设机构", "机构", "处室职责"),
)
DUTIES = Sheet(
    "职责",
    (
        Column(
            "处室名称", "office", ("处室", "部门", "科室"), required=True, owner=True, refers="office", example="办公室"
        ),
        Column("职责", "duty", ("主要职责", "工作职责", "职责内容"), look=Look.LONG, example="负责机关日常运转工作"),
        Column("英文职责", "duty_en", look=Look.LONG),
    ),
    ("工作职责", "主要职责"),
)


def _rows(office: Office, known: Known) -> Iterator[Written]:
    apart = bool(office.duties_en) or any("\n" in duty for duty in office.duties)
    yield (
        OFFICES.title,
        {
            "position": office.position,
            "key": office.key,
            "name": office.name,
            "short_name": office.short_name,
            "name_en": office.name_en,
            "pinyin": office.pinyin,
            "section": office.section,
            "section_en": office.section_en,
            "parent": known.name("office", office.parent),
            "summary": office.summary,
            "summary_en": office.summary_en,
            "duties": "" if apart else lines(office.duties),
            "telephone": office.telephone,
            "hours": office.hours,
        },
    )
    if apart:
        for duty, duty_en in zip_longest(office.duties, office.duties_en, fillvalue=""):
            yield DUTIES.title, {"office": known.name("office", office.key), "duty": duty, "duty_en": duty_en}


LAYOUT: Layout = layout("office", "处室与职责", Office, (OFFICES, DUTIES), _rows)
