"""What a filled template holds is read back as the very records it was filled with."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.importers.problem import Level
from data.importers.reader import read
from data.importers.template import write_template
from data.records import Kind
from tests.data.importers.strategies import RECORD_SETS


@pytest.mark.parametrize("kind", RECORD_SETS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_filled_template_reads_back_as_its_records(kind: Kind, data: st.DataObject) -> None:
    records = data.draw(RECORD_SETS[kind])
    parsed = read("模板.xlsx", write_template(kind, records))
    assert [problem for problem in parsed.problems if problem.level is Level.ERROR] == []
    assert parsed.records == records
    assert parsed.kind == kind
