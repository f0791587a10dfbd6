"""The template for persons, their posts and the division of duties among them (分工)."""

from collections.abc import Iterator
from itertools import zip_longest

from data.importers.columns.column import Choices, Column, Layout, Look, Row, Sheet, Written, layout, lines, listed
from data.importers.columns.office import CODE, POSITION
from data.importers.known import Known
from data.records import Person, Post, PostRole

ROLES: Choices[PostRole] = Choices(
    {"厅领导": PostRole.LEADER, "负责人": PostRole.HEAD, "副职": PostRole.DEPUTY, "工作人员": PostRole.STAFF},
    {"局领导": PostRole.LEADER, "领导": PostRole.LEADER, "单位领导": PostRole.LEADER, "正职": PostRole.HEAD}
    | {"主要负责人": PostRole.HEAD, "副负责人": PostRole.DEPUTY, "一般人员": PostRole.STAFF, "干部": PostRole.STAFF},
)

_OFFICE = Column(
    "处室",
    "office",
    ("部门", "科室", "所在处室", "所在部门", "单位", "处室名称"),
    refers="office",
    example="办公室",
    comment="填处室名称或代码；厅领导不填。",
)
_TITLE = Column("职务", "title", ("岗位", "职务名称", "现任职务"), example="主任")
_ROLE = Column(
    "职务类别", "role", ("类别", "人员类别"), choices=ROLES.words, comment="不填则按职务判断。", example="负责人"
)
_TITLE_EN = Column("英文职务", "title_en")

PERSONS = Sheet(
    "人员",
    (
        POSITION,
        CODE,
        Column("姓名", "name", ("名字", "人员", "人员姓名"), required=True, example="王示例"),
        _OFFICE,
        _TITLE,
        _ROLE,
        _TITLE_EN,
        Column(
            "职责",
            "duties",
            ("工作职责", "岗位职责", "主要职责"),
            look=Look.LONG,
            comment="一行一条（Alt+Enter 换行）。",
        ),
        Column("英文职责", "duties_en", look=Look.LONG),
        Column(
            "分工", "leads", ("领导分工", "工作分工", "分管工作"), look=Look.LONG, comment="领导分工，照公布的文字。"
        ),
        Column("英文分工", "leads_en", look=Look.LONG),
        Column("分管处室", "in_charge_of", ("分管部门", "分管单位"), refers="office", comment="多个处室用顿号分开。"),
        Column(
            "联络处室", "liaison_for", ("联络部门", "联络员"), refers="office", comment="这个人是哪些处室的联络员。"
        ),
        Column("房间", "room", ("房号", "房间号", "办公室", "办公地点", "门牌"), example="301"),
        Column(
            "电话", "telephone", ("办公电话", "联系电话"), comment="填办公电话，不填个人手机。", example="0000-12345678"
        ),
        Column("拼音", "pinyin", ("读音",), comment="只在读音特殊时填，音节之间空格。"),
        Column("英文姓名", "name_en", ("英文名", "英文")),
    ),
    ("人员分工", "干部分工", "工作人员", "领导分工", "干部", "职工"),
)
POSTS = Sheet(
    "其他职务",
    (
        Column(
            "姓名", "person", ("人员", "名字", "代码"), required=True, owner=True, refers="person", example="王示例"
        ),
        _OFFICE,
        Column("职务", "title", ("岗位", "职务名称"), required=True, example="机关党委书记"),
        _ROLE,
        _TITLE_EN,
    ),
    ("兼职", "兼任职务"),
)
DUTIES = Sheet(
    "人员职责",
    (
        Column(
            "姓名", "person", ("人员", "名字", "代码"), required=True, owner=True, refers="person", example="王示例"
        ),
        Column("职责", "duty", ("工作职责", "岗位职责"), look=Look.LONG, example="负责文电运转"),
        Column("英文职责", "duty_en", look=Look.LONG),
    ),
    ("岗位职责",),
)


def _rows(person: Person, known: Known) -> Iterator[Written]:
    apart = bool(person.duties_en) or any("\n" in duty for duty in person.duties)
    first = _post(person.posts[0], known) if person.posts else {}
    yield (
        PERSONS.title,
        {
            **first,
            "position": person.position,
            "key": person.key,
            "name": person.name,
            "name_en": person.name_en,
            "pinyin": person.pinyin,
            "duties": "" if apart else lines(person.duties),
            "leads": person.leads,
            "leads_en": person.leads_en,
            "in_charge_of": listed(known, "office", person.in_charge_of),
            "liaison_for": listed(known, "office", person.liaison_for),
            "room": person.room,
            "telephone": person.telephone,
        },
    )
    named = known.name("person", person.key)
    for post in person.posts[1:]:
        yield POSTS.title, {"person": named, **_post(post, known)}
    if apart:
        for duty, duty_en in zip_longest(person.duties, person.duties_en, fillvalue=""):
            yield DUTIES.title, {"person": named, "duty": duty, "duty_en": duty_en}


def _post(post: Post, known: Known) -> Row:
    return {
        "office": known.name("office", post.office),
        "title": post.title,
        "role": ROLES.word(post.role),
        "title_en": post.title_en,
    }


LAYOUT: Layout = layout("person", "人员与分工", Person, (PERSONS, POSTS, DUTIES), _rows)
