"""A drawing becomes a picture with all of its text, whatever the text is."""

from xml.etree.ElementTree import fromstring

from hypothesis import given

from data.flows.layout import drawing_of
from data.flows.svg import svg_of
from data.records import Box, Drawing, Lane, Power, Risk, Step, StepKind
from tests.data.flows.flows import powers

SPACE = "{http://www.w3.org/2000/svg}"


def words(drawing: Drawing, title: str = "") -> list[str]:
    """Every line of text in the picture."""
    root = fromstring(svg_of(drawing, title))  # noqa: S314 - our own
    return [element.text or "" for element in root.iter(f"{SPACE}text")]


@given(powers(most_steps=12))
def test_every_flow_is_a_well_formed_picture_with_all_its_words(power: Power) -> None:
    drawing = drawing_of(power)
    drawn = "".join(words(drawing)).replace(" ", "")
    for step in power.steps:
        assert step.name.replace(" ", "") in drawn


def test_marks_that_xml_reads_are_text() -> None:
    assert "<&>" in words(drawing_of(Power("x", "a", "k", "o", steps=(Step(1, "<&>"),))))


def test_a_risk_has_its_word_and_not_only_its_colour() -> None:
    step = Step(1, "审查", StepKind.STEP, risks=(Risk("审查不严", "一级"),))
    assert "高" in words(drawing_of(Power("x", "a", "k", "o", steps=(step,)), beside=False))


def test_a_lane_that_lies_has_its_name_turned() -> None:
    drawing = Drawing(100, 40, (Lane("窗口", 0, 100, 0, 40, flat=True),), (Box(1, "step", 20, 10, 33, 20, "受理"),))
    root = fromstring(svg_of(drawing))  # noqa: S314 - our own
    (turned,) = root.findall(f"{SPACE}g")
    assert turned.get("transform", "").startswith("rotate(-90")
    assert [text.text for text in turned] == ["窗口"]
