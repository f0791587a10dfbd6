"""The page of checks shows what standing powers lack, and leads to where it is mended."""

import pytest

from data.records import Basis, Category, Office, Power, Step, StepKind
from tests.data.desk.web.conftest import AUDITOR, EDITOR, OpenBrowser
from tests.helpers.staff import Staff


@pytest.fixture
def powers(staff: Staff) -> None:
    """A power that is complete and two that are not."""
    steps = (Step(1, "受理", actor="经办人", limit="1日"), Step(2, "归档", StepKind.END))
    basis = (Basis("《会计法》"),)
    staff.edit(
        Category("xk", "行政许可"),
        Office("kjc", "会计处"),
        Power("1001", "完整的事项", "xk", "kjc", bases=basis, steps=steps),
        Power("1002", "没有依据的事项", "xk", "kjc", steps=steps),
        Power("A&3", "没有时限的事项", "xk", "kjc", bases=basis, steps=(Step(1, "受理", actor="经办人"), steps[1])),
    )


@pytest.mark.usefixtures("powers")
def test_what_is_lacking_stands_under_its_power_with_the_way_to_mend_it(browse: OpenBrowser) -> None:
    page = browse(EDITOR).client.get("/checks").text
    assert "完整的事项" not in page
    assert "没有设定依据。有依据的请补上" in page
    assert 'href="/tables/power/edit?pk=A%263"' in page
    assert 'href="/tables/power/detail?pk=1002"' in browse(AUDITOR).client.get("/checks").text


@pytest.mark.usefixtures("powers")
def test_one_sort_of_problem_can_be_looked_at_alone(browse: OpenBrowser) -> None:
    client = browse(EDITOR).client
    page = client.get("/checks?sort=limit").text
    assert "没有时限的事项" in page
    assert "没有依据的事项" not in page
    assert "没有依据的事项" in client.get("/checks?sort=nonsense").text


@pytest.mark.usefixtures("powers")
def test_it_is_told_in_english_too(browse: OpenBrowser) -> None:
    client = browse(EDITOR).client
    client.get("/language/en")
    page = client.get("/checks").text
    assert "No time limit at step 1." in page
    assert "declared" in page.casefold()


def test_nothing_found_is_said(browse: OpenBrowser) -> None:
    assert "没有发现问题" in browse(EDITOR).client.get("/checks").text
