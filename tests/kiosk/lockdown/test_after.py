import pytest

from tests.kiosk.lockdown.case import Case, to_try
from tests.kiosk.lockdown.cases_after import CASES
from tests.kiosk.lockdown.lobby import Lobby
from tests.kiosk.lockdown.trying import attempt, look_around


@pytest.mark.parametrize("case", to_try(CASES))
def test_nothing_gets_out_and_nothing_stays(lobby: Lobby, case: Case) -> None:
    attempt(lobby, case)
    look_around(lobby)
