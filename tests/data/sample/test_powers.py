"""The powers can be followed from application to answer, and what they cite is what the law says."""

import re
from collections import Counter

import pytest

from data.records import Power, Risk, Step, StepKind
from data.sample import portal, powers

POWERS = powers.powers()
HALL_ITEMS = (
    "会计师事务所及分支机构设立的审批",
    "中外合作会计师事务所设立的审批",
    "外国会计师事务所在中国境内临时办理有关业务的审批",
    "会计从业资格的审批",
    "资产评估机构设立的审批",
    "注册会计师执业资格的审批",
    "政府采购代理机构资格的认定",
)
each_hall_item = pytest.mark.parametrize(
    "power", [power for power in POWERS if power.in_hall], ids=lambda power: power.key
)


def ways_out(power: Power) -> dict[int, tuple[int, ...]]:
    """Where one can go from each step: its branches, else the next step; nowhere from an end."""
    following = {step.number: later.number for step, later in zip(power.steps, power.steps[1:], strict=False)}
    return {
        step.number: ()
        if step.kind is StepKind.END
        else tuple(branch.to for branch in step.branches) or (following[step.number],)
        for step in power.steps
    }


def reached(power: Power) -> set[int]:
    """The steps one can come to from the first."""
    ways, found, waiting = ways_out(power), set[int](), [power.steps[0].number]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting.extend(ways[number])
    return found


def test_there_are_sixty_in_the_nine_categories() -> None:
    names = [category.name for category in powers.categories()]
    assert names == [
        "行政许可",
        "行政审批",
        "行政处罚",
        "行政强制",
        "行政征收",
        "行政奖励",
        "行政确认",
        "内部重大事项",
        "其他权力",
    ]
    assert len(POWERS) == 60
    assert {power.category for power in POWERS} == {category.key for category in powers.categories()}


def test_every_category_is_explained_in_both_languages() -> None:
    assert all(category.explanation and category.explanation_en for category in powers.categories())


def test_all_three_stages_of_disclosure_occur() -> None:
    assert len(Counter(power.disclosure for power in POWERS)) == 3


def test_the_seven_items_of_the_hall_are_those_of_the_report() -> None:
    assert tuple(power.name for power in POWERS if power.in_hall) == HALL_ITEMS


def test_every_item_of_the_hall_has_one_window() -> None:
    at_windows = [key for window in portal.hall().windows for key in window.powers]
    assert sorted(at_windows) == sorted(power.key for power in POWERS if power.in_hall)


@each_hall_item
def test_an_item_of_the_hall_is_complete(power: Power) -> None:
    assert power.summary
    assert len(power.conditions) >= 3
    assert len(power.materials) >= 5
    assert len(power.questions) >= 4
    assert power.bases or "示例" in power.remark
    assert power.legal_limit
    assert power.promised_limit
    assert power.fee is not None
    assert not power.fee.charged
    for text in (power.service_object, power.place, power.room, power.hours, power.telephone, power.complaint):
        assert text
    for text in (power.result, power.duties, power.accountability):
        assert text


@each_hall_item
def test_a_promised_limit_is_not_longer_than_the_legal_one(power: Power) -> None:
    assert power.legal_limit
    assert power.promised_limit
    assert power.promised_limit.number < power.legal_limit.number


@each_hall_item
def test_materials_say_what_and_how_many(power: Power) -> None:
    for material in power.materials:
        assert material.kind
        assert material.form
        assert material.necessity in {"必要", "非必要", "容缺后补"}
        assert material.copies
        assert material.source
        assert material.notes
        assert material.standard


@each_hall_item
def test_an_item_of_the_hall_asks_for_missing_papers_and_decides_twice(power: Power) -> None:
    decisions = [step for step in power.steps if step.kind is StepKind.DECISION]
    labels = {branch.label for step in power.steps for branch in step.branches}
    assert len(decisions) >= 2
    assert "补正后" in labels
    assert any(branch.to < step.number for step in power.steps for branch in step.branches)
    assert sum(step.kind is StepKind.END for step in power.steps) >= 3


def begins_once(power: Power) -> bool:
    """Whether the first step, and no other, is a start, and steps are in order."""
    numbers = [step.number for step in power.steps]
    starts = [step.number for step in power.steps if step.kind is StepKind.START]
    return numbers == sorted(set(numbers)) and starts == numbers[:1]


def always_ends(power: Power) -> bool:
    """Whether from every step one can come to an end."""
    ways = ways_out(power)
    ending = {step.number for step in power.steps if step.kind is StepKind.END}
    while more := {number for number, to in ways.items() if number not in ending and ending & set(to)}:
        ending |= more
    return ending == set(ways)


def well_branched(step: Step) -> bool:
    """Whether a decision has ways out with labels of their own, an end none, any other step at most one."""
    if step.kind is StepKind.DECISION:
        return len({branch.label for branch in step.branches if branch.label}) == len(step.branches) >= 2
    return len(step.branches) <= (step.kind is not StepKind.END)


def complete(risk: Risk) -> bool:
    """Whether a risk point says what could happen, how bad it is, what prevents it and who sees to that."""
    return risk.grade in {"高", "中", "低"} and all((risk.form, risk.description, risk.measure, risk.responsible))


def test_every_flow_begins_once() -> None:
    assert not [power.key for power in POWERS if not begins_once(power)]


def test_every_step_can_be_reached() -> None:
    assert not [power.key for power in POWERS if reached(power) != {step.number for step in power.steps}]


def test_every_step_leads_to_an_end() -> None:
    assert not [power.key for power in POWERS if not always_ends(power)]


def test_decisions_have_labelled_ways_out_and_other_steps_at_most_one() -> None:
    assert not [(power.key, step.number) for power in POWERS for step in power.steps if not well_branched(step)]


def test_every_step_says_who_acts_and_how_long() -> None:
    silent = [
        (power.key, step.number)
        for power in POWERS
        for step in power.steps
        if not all((step.name, step.link, step.actor, step.limit))
    ]
    assert not silent


def test_every_power_has_risk_points_and_every_risk_point_is_complete() -> None:
    risks = {power.key: [risk for step in power.steps for risk in step.risks] for power in POWERS}
    assert not [key for key, found in risks.items() if not found]
    assert not [(key, risk) for key, found in risks.items() for risk in found if not complete(risk)]


def test_a_cited_article_comes_with_its_text() -> None:
    bases = [basis for power in POWERS for basis in power.bases]
    assert len(bases) > 60
    assert all(re.fullmatch(r"第[一二三四五六七八九十]+条", basis.article) for basis in bases)
    assert all(len(basis.text) > 20 and basis.number and "《" not in basis.law for basis in bases)
