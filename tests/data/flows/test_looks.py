"""What boxes of a chart look like, wherever they are drawn."""

import pytest

from data.flows.looks import corner_of
from data.flows.measure import LINE, size_of
from data.records import Box, StepKind


@pytest.mark.parametrize("lines", range(1, 9))
def test_the_ends_of_a_full_first_line_stay_inside_a_round_box(lines: int) -> None:
    size = size_of(StepKind.END, "\n".join(["出具不予受理通知"] * lines))
    corner = corner_of(Box(1, "end", 0, 0, size.width, size.height, ""))
    beside = 2.2  # what a box keeps free around its text
    level = (size.height - lines * LINE) / 2 + LINE / 4
    cut = corner - (corner**2 - max(0.0, corner - level) ** 2) ** 0.5
    assert cut <= beside
    assert corner > 4, "still told from a step by its shape"


def test_a_circle_stays_a_circle() -> None:
    assert corner_of(Box(1, "event", 0, 0, 18, 18, "")) == 9
    assert corner_of(Box(1, "step", 0, 0, 18, 18, "")) < 2
