"""Whatever an office can say, the store gives back as it was said, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.records import RECORD_TYPES, Fee, Hall, Kind, Power, Record, Site, TimeLimit, content_of
from data.store.act import Act
from data.store.changes import Change, change, put
from data.store.database import Store
from data.store.draft import ListedRow
from data.store.drafts import draft
from data.store.kinds import ROW_TYPES
from tests.helpers.records import anything

ACT = Act("编辑", datetime(2026, 11, 23, 1, tzinfo=UTC))


@pytest.mark.parametrize("kind", RECORD_TYPES)
@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(choices=st.data())
def test_a_record_comes_back_from_its_rows(store: Store, kind: Kind, choices: st.DataObject) -> None:
    record, other = choices.draw(anything(kind)), choices.draw(anything(kind))
    for version, one in enumerate((record, other, record)):
        key = record.key
        replaced = _under(one, key)
        with store.writing() as session:
            change(session, ACT, [put(replaced)])
        with store.reading() as session:
            found = draft(session, kind, key)
        assert found is not None, version
        assert content_of(found[0]) == content_of(replaced)
        assert found[0] == replaced
    with store.writing() as session:
        change(session, ACT, [Change(kind, record.key, None)])
    with store.reading() as session:
        assert draft(session, kind, record.key) is None
        for row_type in _list_rows(kind):
            assert session.query(row_type).count() == 0, f"{row_type.__tablename__} keeps what its owner had"


def test_a_fee_that_nobody_gave_is_not_a_fee_of_nothing(store: Store) -> None:
    for fee, limit in ((None, None), (Fee(), TimeLimit()), (Fee(charged=True), TimeLimit(3))):
        power = Power("CW-01", "会计师事务所设立审批", "xk", "kj", fee=fee, legal_limit=limit)
        with store.writing() as session:
            change(session, ACT, [put(power)])
        with store.reading() as session:
            found = draft(session, "power", "CW-01")
        assert found is not None
        assert found[0] == power


def _under(record: Record, key: str) -> Record:
    """The same record under another key, so that one row is written again and again."""
    return record if isinstance(record, Site | Hall) else replace(record, key=key)


def _list_rows(kind: Kind) -> list[type[ListedRow]]:
    return [relation.mapper.class_ for relation in ROW_TYPES[kind].__mapper__.relationships]
