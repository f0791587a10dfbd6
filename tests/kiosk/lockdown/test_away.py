import pytest

from tests.kiosk.lockdown.case import Case, to_try
from tests.kiosk.lockdown.cases_away import CASES, back_again, calm
from tests.kiosk.lockdown.lobby import Lobby
from tests.kiosk.lockdown.trying import attempt, look_around


@pytest.mark.parametrize("case", to_try(CASES))
def test_nothing_gets_out_and_nothing_stays(lobby: Lobby, case: Case) -> None:
    attempt(lobby, case)
    look_around(lobby)


@pytest.mark.slow
def test_a_site_that_does_not_answer_at_all_is_told_to_be_away_and_comes_by_itself(lobby: Lobby) -> None:
    lobby.leave()
    with lobby.site.trouble(slow_s=40):
        lobby.do("open", page="web")
        calm(lobby, "network", 40)
    assert back_again(lobby).url == f"{lobby.site.own}/"
    look_around(lobby)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "why"), [("{signed}/", "certificate"), ("{own}/secret", "password")])
def test_a_page_that_never_will_come_is_followed_by_the_first_by_itself(lobby: Lobby, path: str, why: str) -> None:
    lobby.enter()
    lobby.do("go", url=path.format(own=lobby.site.own, signed=lobby.site.signed))
    calm(lobby, why)
    assert back_again(lobby).url == f"{lobby.site.own}/"
    look_around(lobby)
