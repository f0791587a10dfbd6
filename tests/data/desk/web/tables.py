"""Records of every kind, and the forms in which their tables are sent."""

from datetime import UTC, date, datetime

import httpx
import lxml.html

from data.records import (
    Access,
    Basis,
    Branch,
    Category,
    Channel,
    Disclosure,
    Entry,
    Fee,
    Group,
    Hall,
    HallDay,
    Kind,
    Material,
    Membership,
    Notice,
    Office,
    Person,
    Picture,
    Post,
    PostRole,
    Power,
    Question,
    Record,
    Risk,
    Room,
    Seat,
    SignFact,
    Site,
    Step,
    StepKind,
    TimeLimit,
    Urgency,
    Window,
)
from data.store.drafts import draft_records
from tests.helpers.staff import Staff
from tests.helpers.web import Browser, words

STEPS = (
    Step(1, "受理", StepKind.START, "受理", "窗口", "bgs", "1 个工作日", "齐全", "受理通知书", ("申请表",)),
    Step(
        2,
        "审查",
        StepKind.DECISION,
        risks=(Risk("打招呼", "高", "口头", "双人审查", "处长"),),
        branches=(Branch(3, "是"),),
    ),
    Step(3, "办结", StepKind.END),
)
POWER = Power(
    "CW-01",
    "会计师事务所设立审批",
    "xk",
    "bgs",
    in_hall=True,
    disclosure=Disclosure.CATALOGUE,
    bases=(Basis("注册会计师法", "主席令 13 号", "第二十五条", "第一行\n第二行"),),
    conditions=("有五名以上合伙人", "有固定场所"),
    materials=(Material("申请表", "原件", "纸质", "必要", "1"), Material("身份证明")),
    legal_limit=TimeLimit(20),
    promised_limit=TimeLimit(0, "日", "即时办结"),
    fee=Fee(),
    room="301",
    questions=(Question("要多久？", "二十个工作日"),),
    steps=STEPS,
    pictures=(Picture("ab" * 32, 1200, 1600), Picture("cd" * 32, 1600, 1200)),
)
RECORDS: tuple[Record, ...] = (
    Site("省财政厅", telephone="024-0000 0100", signs=(SignFact("hall", 128, 16), SignFact("gate", 96, 32, "amber"))),
    Office("bgs", "办公室", position=1, duties=("负责文电", "一条\n写成两行"), duties_en=("Papers",)),
    Office("kjc", "会计处", parent="bgs"),
    Person("p1", "王示例", posts=(Post("主任", "bgs", PostRole.HEAD),), in_charge_of=("kjc", "bgs"), room="301"),
    Group("g1", "领导小组", members=(Membership("p1", Seat.CHAIR, "兼"),), seat_office="bgs", seat_head="p1"),
    Category("xk", "行政许可"),
    POWER,
    Room("301", "会议室", office="bgs", floor="三层"),
    Hall("大厅", room="301", weekdays=(1, 2, 5), windows=(Window("1", "会计", ("CW-01",)),), preparation=("带证件",),
         exceptions=(HallDay(date(2026, 10, 1), open=False, reason="国庆"),)),
    Channel("c1", "政务公开", "https://example.cn/"),
    Entry("000-1", "目录", made_on=date(2026, 11, 1), access=Access.ON_REQUEST),
    Notice("n1", "停电", urgency=Urgency.URGENT, starts=datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC), prepared=True),
)  # fmt: skip
Fields = list[tuple[str, str]]


def form_at(browser: Browser, path: str, number: int = 1) -> Fields:
    """What a browser would send of a page's form, counted without the one that signs out."""
    answer = browser.client.get(path)
    assert answer.status_code == 200, words(answer.text)
    return fields_of(answer.text, number)


def fields_of(page: str, number: int = 1) -> Fields:
    form = lxml.html.fromstring(page).forms[number]
    return [(name, value or "") for name, value in form.form_values()]


def send(browser: Browser, path: str, fields: Fields) -> httpx.Response:
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return browser.client.post(path, data=data)


def changed(fields: Fields, **values: str) -> Fields:
    """The form with some of its inputs typed over; `__` stands for a point."""
    typed = {name.replace("__", "."): value for name, value in values.items()}
    return [*((name, value) for name, value in fields if name not in typed), *typed.items()]


def drafts(staff: Staff, kind: Kind) -> tuple[Record, ...]:
    with staff.desk.reading() as session:
        return draft_records(session, kind)
