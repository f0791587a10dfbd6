"""A large office made up from a seed: about 100,000 things to find, in the words of a finance department."""

from collections.abc import Iterator
from random import Random

from data.records import Category, Entry, Office, Person, Post, Power, Record, Room, Step

FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇解区查朴盖翟缪覃"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉"
_WORDS = """\
沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 全省 省本级
会计从业资格 会计师事务所 政府采购 资产评估 国库集中支付 部门预算 财政专项资金 行政事业单位国有资产 非税收入 政府债务 \
农业综合开发 社会保障资金 企业所得税 契税 耕地占用税 彩票公益金 住房公积金 科技经费 教育经费 公务卡 财政票据 \
注册会计师 政府信息公开 绩效评价 监督检查 国际金融组织贷款 家电下乡补贴 粮食直补 村级公益事业 预算外资金
管理 审批 认定 备案 核准 检查 处罚 征收 拨付 清算 公示 核算 培训 考核 统计 决算 审核 登记 评审 通报
办法 通知 意见 细则 规定 公告 方案 批复 报告 通报"""
PLACES, SUBJECTS, ACTS, FORMS = (line.split() for line in _WORDS.split("\n"))


def office(seed: int, entries: int = 79_000) -> Iterator[Record]:
    """Give records that make about 21,000 documents and `entries` more."""
    random = Random(seed)
    yield Category("xk", "行政许可")
    for number in range(200):
        yield _office(random, number)
    for number in range(5_000):
        yield _person(random, number)
    for number in range(2_000):
        yield _power(random, number)
    for number in range(1_000):
        yield Room(f"{number // 40 + 1:02}{number % 40:02}", office=f"o{random.randrange(200)}")
    for number in range(entries):
        yield _entry(random, number)


def _subject(random: Random) -> str:
    return f"{random.choice(PLACES)}{random.choice(SUBJECTS)}{random.choice(ACTS)}"


def _office(random: Random, number: int) -> Office:
    duties = tuple(f"负责{_subject(random)}和{_subject(random)}工作" for _ in range(4))
    name, section = f"{_subject(random)}处", f"第{number % 9 + 1}片"
    return Office(f"o{number}", name, section=section, position=number, duties=duties)


def _person(random: Random, number: int) -> Person:
    name = random.choice(FAMILIES) + "".join(random.choices(GIVEN, k=random.choice((1, 2, 2))))
    posts = (Post(random.choice(("处长", "副处长", "科员", "主任科员")), f"o{random.randrange(200)}"),)
    leads = f"分管{_subject(random)}"
    return Person(f"p{number}", name, posts=posts, leads=leads, room=f"{random.randrange(100, 999)}")


def _power(random: Random, number: int) -> Power:
    steps = tuple(Step(at, f"{act}{_subject(random)}", actor="经办人") for at, act in enumerate(ACTS[:5], start=1))
    name = f"{_subject(random)}事项第{number}号"
    summary = f"为{_subject(random)}提供的服务，适用于{_subject(random)}。"
    return Power(f"{number:06}", name, "xk", f"o{random.randrange(200)}", summary=summary, steps=steps)


def _entry(random: Random, number: int) -> Entry:
    title = f"关于印发《{_subject(random)}{random.choice(FORMS)}》的{random.choice(FORMS)}"
    summary = f"{_subject(random)}有关事项，自{random.randrange(1998, 2011)}年起施行。"
    file = f"财{random.choice('预会综库')}〔{random.randrange(1998, 2011)}〕{number % 900}号"
    return Entry(f"A{number:06}", title, summary, number=file)
