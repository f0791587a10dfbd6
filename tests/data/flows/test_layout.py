"""Flow charts are laid out so that one can follow them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from data.flows.layout import drawing_of
from data.records import Arrow, Box, Branch, Drawing, Power, Risk, Step, StepKind
from tests.data.flows.flows import covered, crossed, outside, overlapping, powers, slanting

PORTRAIT_WIDTH = 205.0
"""Drawing units that a portrait screen of 55 inches shows at 3.3 mm of glass a unit."""

LICENCE = (
    Step(1, "提交申请材料", StepKind.START, actor="申请人"),
    Step(
        2, "是否受理", StepKind.DECISION, actor="窗口", branches=(Branch(4, "是"), Branch(3, "否"), Branch(1, "补正"))
    ),
    Step(3, "不予受理通知书", StepKind.END, actor="窗口"),
    Step(4, "材料审查", actor="会计处", limit="15个工作日", risks=(Risk("审查不严", "高", measure="双人审查"),)),
    Step(5, "是否批准", StepKind.DECISION, actor="厅领导", branches=(Branch(6, "批准"), Branch(4, "退回"))),
    Step(6, "送达归档", StepKind.END, actor="窗口"),
)


def chart(*steps: Step) -> Drawing:
    """The drawing of a power with these steps."""
    return drawing_of(Power("x", "事项", "k", "o", steps=steps))


def box(drawing: Drawing, number: int) -> Box:
    """The box of a step."""
    return next(box for box in drawing.boxes if box.number == number and box.shape not in ("risk", "document"))


def arrow(drawing: Drawing, source: int, target: int) -> Arrow:
    """The arrow from one step to another."""
    return next(arrow for arrow in drawing.arrows if (arrow.source, arrow.target) == (source, target))


@pytest.mark.parametrize("flows", [100, pytest.param(500, marks=pytest.mark.slow)])
def test_flows_of_up_to_sixty_steps_and_six_lanes_can_be_followed(flows: int) -> None:
    sizes: list[tuple[int, int]] = []

    @settings(max_examples=flows, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(powers())
    def followed(power: Power) -> None:
        drawing = drawing_of(power)
        assert overlapping(drawing) == []
        assert slanting(drawing) == []
        assert crossed(drawing) == []
        assert outside(drawing) == []
        assert covered(drawing) == []
        assert drawing_of(power) == drawing
        sizes.append((len(power.steps), len(drawing.lanes)))

    followed()
    assert len(sizes) >= flows
    assert max(steps for steps, _ in sizes) == 60
    assert max(lanes for _, lanes in sizes) == 6
    assert sum(steps >= 30 for steps, _ in sizes) >= flows // 5


@settings(max_examples=100)
@given(powers(most_steps=20, most_lanes=3))
def test_so_it_is_with_risks_and_documents_beside_the_steps(power: Power) -> None:
    drawing = drawing_of(power, beside=True)
    assert overlapping(drawing) == []
    assert slanting(drawing) == []
    assert crossed(drawing) == []
    assert outside(drawing) == []
    assert covered(drawing) == []


@given(powers(most_steps=30))
def test_every_step_stands_in_the_lane_of_who_acts(power: Power) -> None:
    drawing = drawing_of(power)
    lanes = {lane.name: lane for lane in drawing.lanes}
    for step in power.steps:
        if step.actor:
            lane, here = lanes[step.actor], box(drawing, step.number)
            assert lane.x <= here.x
            assert here.x + here.width <= lane.x + lane.width


@given(powers(most_steps=30))
def test_every_arrow_begins_and_ends_at_its_boxes(power: Power) -> None:
    drawing = drawing_of(power)
    for one in drawing.arrows:
        for point, number in ((one.points[0], one.source), (one.points[-1], one.target)):
            assert any(_on_edge(point, here) for here in drawing.boxes if here.number == number)


def _on_edge(point: tuple[float, float], here: Box) -> bool:
    x, y = point
    across = x == pytest.approx(here.x, abs=0.02) or x == pytest.approx(here.x + here.width, abs=0.02)
    down = y == pytest.approx(here.y, abs=0.02) or y == pytest.approx(here.y + here.height, abs=0.02)
    return across or down


def test_what_follows_stands_below() -> None:
    drawing = chart(*LICENCE)
    for source, target in ((1, 2), (2, 3), (2, 4), (4, 5), (5, 6)):
        above, below = box(drawing, source), box(drawing, target)
        assert above.y + above.height < below.y


def test_loops_run_outside_all_boxes() -> None:
    drawing = chart(*LICENCE)
    left = min(here.x for here in drawing.boxes)
    right = max(here.x + here.width for here in drawing.boxes)
    for source, target in ((2, 1), (5, 4)):
        assert any(x < left or x > right for x, _ in arrow(drawing, source, target).points)


def test_every_way_out_of_a_decision_has_its_label_near_its_beginning() -> None:
    drawing = chart(*LICENCE)
    here = box(drawing, 2)
    for target, label in ((4, "是"), (3, "否"), (1, "补正")):
        way = arrow(drawing, 2, target)
        assert way.label == label
        assert way.label_at is not None
        x, y = way.label_at
        assert here.x - 12 <= x <= here.x + here.width + 12
        assert here.y - 4 <= y <= here.y + here.height + 12


def test_four_lanes_fit_a_portrait_screen() -> None:
    drawing = chart(*LICENCE)
    assert [lane.name for lane in drawing.lanes] == ["申请人", "窗口", "会计处", "厅领导"]
    assert drawing.width <= PORTRAIT_WIDTH


def test_a_risk_is_a_badge_where_lanes_leave_no_room_and_a_box_where_they_do() -> None:
    narrow = chart(*LICENCE)
    assert [here.shape for here in narrow.boxes if here.shape == "risk"] == []
    assert box(narrow, 4).risk == "high"
    wide = chart(*(replace(step, actor="窗口") for step in LICENCE))
    beside = next(here for here in wide.boxes if here.shape == "risk")
    assert beside.text == "风险点（高）：审查不严\n防控措施：双人审查"
    assert any(one.dashed and (one.source, one.target) == (4, 4) for one in wide.arrows)


def test_nobody_named_means_no_lanes() -> None:
    assert chart(Step(1, "申请"), Step(2, "受理")).lanes == ()


def test_a_step_without_an_actor_stays_with_who_acted_before() -> None:
    drawing = chart(Step(1, "申请", actor="申请人"), Step(2, "受理", actor="窗口"), Step(3, "登记"))
    assert box(drawing, 3).x == box(drawing, 2).x


def test_no_steps_are_an_empty_drawing() -> None:
    assert chart() == Drawing(0.0, 0.0)


def test_ways_to_nowhere_are_left_out() -> None:
    assert chart(Step(1, "申请", branches=(Branch(9, "是"),))).arrows == ()
