"""A small invented department (示例) with long names and every kind of fact, as records."""

from datetime import UTC, date, datetime

from data.records import (
    Basis,
    Branch,
    Category,
    Channel,
    Entry,
    Fee,
    Group,
    Hall,
    Material,
    Membership,
    Office,
    Person,
    Post,
    PostRole,
    Power,
    Question,
    Record,
    Risk,
    Seat,
    Site,
    Step,
    StepKind,
    TimeLimit,
    Window,
)
from tests.kiosk.house import building

NOW = datetime(2026, 11, 23, 1, 12, tzinfo=UTC)
"""Monday 23 November 2026, 9:12 in the office."""
LONG_NAME = "财政监督评价与行政事业单位国有资产管理综合协调及政府购买服务改革推进办公室"
LONG_PERSON = "阿卜杜热西提·买买提明江"

OFFICES = (
    ("office", "办公室", "机关处室", "协助厅领导组织机关日常工作；负责文电、会务、机要、档案、督查和政务公开。"),
    ("law", "综合法规处", "机关处室", "拟订财政管理制度，承担规范性文件的合法性审查，组织行政复议和应诉。"),
    ("personnel", "人事处", "机关处室", "承担机关和直属单位的人事、机构编制和干部教育培训工作。"),
    ("budget", "预算处", "机关处室", "编制省级预算草案，管理省级预算执行，办理预算调整。"),
    ("accounting", "会计处", "机关处室", "管理全省会计工作，承担会计人员和会计师事务所的管理。"),
    ("procurement", "政府采购监督管理处", "机关处室", "拟订政府采购制度，监督管理政府采购活动。"),
    ("long", LONG_NAME, "机关处室", "名称很长的处室，用来检查换行。"),
    ("party", "机关党委", "机关处室", "负责机关和直属单位的党群工作。"),
    ("debt", "省债务办", "厅属事业单位", "承担政府性债务的统计、监测和偿还管理。"),
    ("treasury", "国库支付中心", "厅属事业单位", "办理省级财政资金集中支付。"),
    ("training", "财政干部教育中心", "厅属事业单位", "承担财政干部教育培训的事务性工作。"),
)

PEOPLE = (
    ("p01", "张明远", "厅长、党组书记", "", PostRole.LEADER, "主持全面工作，分管人事处。", ("personnel",), "509"),
    (
        "p02",
        "李慧兰",
        "党组副书记、常务副厅长",
        "",
        PostRole.LEADER,
        "分管办公室、预算处、综合法规处。",
        ("office", "budget", "law"),
        "507",
    ),
    (
        "p03",
        "单国强",
        "总会计师",
        "",
        PostRole.LEADER,
        "分管会计处、政府采购监督管理处。",
        ("accounting", "procurement"),
        "511",
    ),
    ("p04", "王立新", "主任", "office", PostRole.HEAD, "", (), "301"),
    ("p05", "赵婷", "处长", "law", PostRole.HEAD, "", (), "512"),
    ("p06", "仇志和", "副处长", "law", PostRole.DEPUTY, "", (), "512"),
    ("p07", LONG_PERSON, "四级调研员", "law", PostRole.STAFF, "", (), "510"),
    ("p08", "周𬀩", "处长", "accounting", PostRole.HEAD, "", (), "305"),
    ("p09", "䶮文博", "科员", "accounting", PostRole.STAFF, "", (), "305"),
    ("p10", "陈一", "处长", "budget", PostRole.HEAD, "", (), "401"),
    ("p11", "区敏", "处长", "procurement", PostRole.HEAD, "", (), "306"),
    ("p12", "欧阳岚", "主任", "debt", PostRole.HEAD, "", (), "601"),
)


def offices() -> list[Record]:
    """The offices, some with several duties."""
    return [
        Office(
            key=key,
            name=name,
            name_en="Office of Law and General Affairs" if key == "law" else "",
            section=section,
            position=position,
            summary=summary,
            duties=(
                summary,
                "办理厅领导交办的其他事项，并就涉及两个以上处室的事项组织会商，形成一致意见后报厅务会议审定。",
                "负责本处室职责范围内的政府信息公开工作。",
            ),
            telephone=f"024-0000 0{position:02d}1（示例）",
            hours="工作日 8:30–11:30，13:00–17:00",
        )
        for position, (key, name, section, summary) in enumerate(OFFICES)
    ]


def people() -> list[Record]:
    """Leaders, heads and staff."""
    return [
        Person(
            key=key,
            name=name,
            position=position,
            posts=(Post(title, office, role),),
            duties=("负责处内综合协调、文件审核。",) if not leads else (),
            leads=leads,
            in_charge_of=in_charge,
            liaison_for=("law",) if key == "p06" else (),
            room=room,
            telephone=f"024-0000 1{position:02d}0（示例）",
        )
        for position, (key, name, title, office, role, leads, in_charge, room) in enumerate(PEOPLE)
    ]


def powers() -> list[Record]:
    """Two categories, a power with a whole flow, and some with only a name."""
    return [
        Category("licence", "行政许可", explanation="经审查，准许您从事某项活动。", position=1),
        Category("penalty", "行政处罚", explanation="对违反财政法规的行为依法给予处罚。", position=2),
        licence(),
        *(
            Power(
                key=f"XK-{number:03d}",
                name=name,
                category="licence",
                office="accounting",
                position=number,
                in_hall=True,
                steps=tuple(steps()),
            )
            for number, name in enumerate(
                (
                    "会计从业资格的审批",
                    "会计师事务所及分支机构设立的审批",
                    "中外合作会计师事务所设立的审批",
                    "资产评估机构设立的审批",
                ),
                2,
            )
        ),
        *(
            Power(
                key=f"CF-{number:03d}",
                name=f"对违反财政收支管理规定行为第{number}类情形的处罚",
                category="penalty",
                office="law",
                position=number,
            )
            for number in range(1, 9)
        ),
    ]


def licence() -> Power:
    """A service item with everything a visitor needs."""
    return Power(
        key="XK-001",
        name="政府采购代理机构资格的认定",
        category="licence",
        office="procurement",
        position=1,
        in_hall=True,
        service_object="企业法人",
        item_type="承诺件",
        summary="认定从事政府采购代理业务的机构的资格。",
        bases=(Basis("中华人民共和国政府采购法", "", "第十九条"),),
        conditions=("具有法人资格。", "有与代理业务相适应的专职人员和固定的办公场所。"),
        materials=(
            Material("申请表", "原件", "纸质", "必要", "2 份"),
            Material("营业执照副本", "复印件", "纸质", "必要", "1 份", notes="加盖公章"),
            Material("专职人员劳动合同及社会保险缴纳证明", "复印件", "纸质", "容缺后补", "1 份"),
        ),
        legal_limit=TimeLimit(20),
        promised_limit=TimeLimit(10),
        fee=Fee(),
        place="审批大厅 3 号窗口",
        room="101",
        hours="周二、周四 8:30–16:30",
        telephone="024-0000 3003（示例）",
        complaint="024-0000 9999（示例）",
        result="资格证书",
        questions=(Question("可以委托他人办理吗？", "可以，请带委托书和代办人身份证明。"),),
        steps=tuple(steps()),
    )


def steps() -> list[Step]:
    """A licence's way, with decisions, a loop and two risks."""
    return [
        Step(1, "提出申请", StepKind.START, "申请", "申请人", standard="按材料清单备齐。"),
        Step(
            2,
            "材料是否齐全",
            StepKind.DECISION,
            "受理",
            "审批大厅窗口",
            "office",
            "当场",
            branches=(Branch(4, "齐全"), Branch(3, "不齐全"), Branch(7, "不属于职权范围")),
            risks=(
                Risk("故意刁难，不一次性告知", "中", measure="一次性告知书；窗口录音录像", responsible="窗口负责人"),
            ),
        ),
        Step(
            3,
            "一次性告知补正",
            StepKind.STEP,
            "受理",
            "审批大厅窗口",
            "office",
            "5 个工作日",
            branches=(Branch(2, "补正后"),),
        ),
        Step(
            4,
            "审查",
            StepKind.STEP,
            "审查",
            "政府采购监督管理处",
            "procurement",
            "7 个工作日",
            documents=("审查意见表",),
        ),
        Step(
            5,
            "是否批准",
            StepKind.DECISION,
            "决定",
            "分管厅领导",
            "",
            "3 个工作日",
            branches=(Branch(6, "批准"), Branch(7, "不予批准")),
            risks=(Risk("超越条件或不按条件审批", "高", measure="集体审议；结果公开", responsible="厅领导"),),
        ),
        Step(6, "制发证书并送达", StepKind.END, "送达", "审批大厅窗口", "office", "2 个工作日", result="资格证书"),
        Step(7, "书面说明理由，告知救济途径", StepKind.END, "送达", "审批大厅窗口", "office", result="不予许可决定书"),
    ]


def the_rest() -> list[Record]:
    """Site, groups, hall, portal and catalogue."""
    return [
        Site(
            "省财政厅",
            name_en="Provincial Department of Finance",
            subtitle="政务公开查询",
            telephone="024-0000 0000（示例）",
            complaint_telephone="024-0000 9999（示例）",
            address="示例市和平大街 1 号",
            hours="工作日 8:30–11:30，13:00–17:00",
            website="https://czt.example.gov.cn/",
            sample=True,
        ),
        Group(
            "g1",
            "政府信息公开领导小组",
            duties=("领导、协调全厅政府信息公开工作。",),
            members=(
                Membership("p01", Seat.CHAIR),
                Membership("p02", Seat.DEPUTY),
                Membership("p04"),
                Membership("p05"),
                Membership("p08"),
            ),
            seat_office="office",
            seat_head="p04",
        ),
        Group(
            "g2",
            "加强行政权力运行制度建设工作领导小组",
            members=(Membership("p01", Seat.CHAIR), Membership("p03", Seat.DEPUTY), Membership("p05")),
            seat_office="law",
        ),
        Hall(
            "审批大厅",
            room="101",
            weekdays=(2, 4),
            hours="8:30–11:30，13:00–16:30",
            telephone="024-0000 3000（示例）",
            windows=(
                Window("1", "综合受理", ("XK-002", "XK-003"), "024-0000 3001（示例）"),
                Window("2", "会计服务", ("XK-004", "XK-005")),
                Window("3", "政府采购", ("XK-001",)),
            ),
            preparation=("请带身份证原件。", "代办请带委托书。"),
        ),
        *(
            Channel(
                f"c{number:02d}",
                name,
                f"https://czt.example.gov.cn/{number}/",
                board,
                description=f"{board}栏目",
                position=number,
            )
            for number, (name, board) in enumerate(
                (
                    ("财政动态", "政务信息"),
                    ("政府信息公开", "政务信息"),
                    ("财政政策", "政务信息"),
                    ("办事流程", "在线服务"),
                    ("网上办公", "在线服务"),
                    ("厅长信箱", "互动参与"),
                    ("财政知识", "财政文化"),
                )
            )
        ),
        *(
            Entry(
                f"000000-{number:04d}",
                title,
                summary="示例文件的内容概述。",
                made_on=date(2026, 11, number),
                publisher="省财政厅",
                number=f"财发〔2026〕{number}号",
                theme=theme,
                position=number,
            )
            for number, (title, theme) in enumerate(
                (
                    ("省级财政专项资金管理办法", "财政资金"),
                    ("政府采购集中目录", "政府采购"),
                    ("关于进一步加强和规范行政事业单位国有资产出租出借处置管理有关事项的通知", "国有资产"),
                    ("政府信息公开指南", "信息公开"),
                ),
                1,
            )
        ),
    ]


def department() -> list[Record]:
    """Every record of it."""
    return [*offices(), *people(), *powers(), *building(), *the_rest()]
