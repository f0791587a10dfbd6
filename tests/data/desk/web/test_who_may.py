"""Every page and every action of the desk with the roles it is for: a route that is not listed here fails."""

import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from data.desk.web.app import make_app
from data.records import Office
from data.review.standing import standing
from data.review.submissions import waiting
from data.store.accounts import users
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.helpers.staff import Staff
from tests.helpers.web import HOST

EVERYBODY = frozenset({EDITOR, REVIEWER, PUBLISHER, AUDITOR, ADMINISTRATOR})
READERS = EVERYBODY - {ADMINISTRATOR}
HANDS = frozenset({EDITOR, REVIEWER, PUBLISHER})
OPEN = {"/", "/status.json", "/language/{language}", "/sign-in"}
"""For strangers, too."""
PAGES = {
    "/account": EVERYBODY,
    "/today": READERS,
    "/preview": READERS,
    "/preview.json": READERS,
    "/review": READERS,
    "/review/{number:int}": READERS,
    "/review/{number:int}/glass.json": READERS,
    "/review/{number:int}/glass/{place:int}/{which}.png": READERS,
    "/documents/{digest}": READERS,
    "/lobby": READERS,
    "/lobby.json": READERS,
    "/hall": READERS,
    "/checks": READERS,
    "/publish": READERS,
    "/files": READERS - {PUBLISHER},
    "/template/{kind}.xlsx": READERS - {PUBLISHER},
    "/users": {AUDITOR, ADMINISTRATOR},
    "/history": {REVIEWER, AUDITOR, ADMINISTRATOR},
    "/history.csv": {AUDITOR, ADMINISTRATOR},
}
ACTIONS = {
    "/account/password": EVERYBODY,
    "/account/leave": EVERYBODY,
    "/sign-out": EVERYBODY,
    "/today/read": {EDITOR},
    "/today/save": {EDITOR},
    "/today/lamps": READERS,
    "/review": {EDITOR},
    "/review/{number:int}": {REVIEWER},
    "/hall": HANDS,
    "/publish": {PUBLISHER},
    "/publish/rollback": {PUBLISHER},
    "/publish/at": {PUBLISHER},
    "/publish/cancel": {PUBLISHER},
    "/publish/notice": HANDS,
    "/notices/write": {EDITOR},
    "/files": {EDITOR},
    "/files/write": {EDITOR},
    "/files/undo": {EDITOR},
    "/users": {ADMINISTRATOR},
    "/users/roles": {ADMINISTRATOR},
    "/users/password": {ADMINISTRATOR},
    "/users/switch": {ADMINISTRATOR},
}
FILLED = {
    "number": "2",
    "place": "1",
    "which": "before",
    "kind": "office",
    "language": "en",
    "key": "office",
    "digest": "a" * 64,
}
QUERIES = {"/preview": "?sign=hall&text=要闻", "/preview.json": "?sign=hall&text=要闻"}
DRAWN = {
    "/review/{number:int}/glass.json",
    "/review/{number:int}/glass/{place:int}/{which}.png",
    "/documents/{digest}",
}
"""Pictures that are not there, or that the touchscreen's program draws: that readers get them is tried elsewhere."""
FORM: dict[str, str | list[str]] = {
    "verdict": "approve",
    "checked": ["0", "1", "2", "3"],
    "name": EDITOR,
    "role": "auditor",
    "turn": "off",
}
NO_RIGHT = "您的角色不能做这件事"


@pytest.fixture(autouse=True)
def submitted(staff: Staff) -> None:
    """Submission 2 waits."""
    staff.edit(Office("bgs", "办公室"))
    assert staff.submit() == 2


def routes(app: Starlette, method: str) -> Iterator[str]:
    """The desk's own addresses that answer to a method."""
    for route in app.routes:
        if isinstance(route, Route) and method in (route.methods or set()):
            yield route.path


def filled(path: str) -> str:
    """An address with something where a pattern has a name."""
    return re.sub(r"{(\w+)(:\w+)?}", lambda found: FILLED[found[1]], path) + QUERIES.get(path, "")


def state(staff: Staff) -> tuple[object, ...]:
    with staff.desk.reading() as session:
        people = [
            (user.name, user.active, user.password, sorted(row.role for row in user.roles)) for user in users(session)
        ]
        return standing(session), [one.id for one in waiting(session)], people


def test_every_route_is_listed_with_its_roles(staff: Staff) -> None:
    app = make_app(staff.desk, [HOST])
    assert set(routes(app, "GET")) == {*OPEN, *PAGES}
    assert set(routes(app, "POST")) == {"/sign-in", *ACTIONS}


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_a_page_opens_for_its_roles_only(browse: OpenBrowser, name: str) -> None:
    browser = browse(name)
    for path, holders in PAGES.items():
        if name in holders and path in DRAWN:
            continue
        answer = browser.client.get(filled(path))
        assert (answer.status_code == 200) == (name in holders), path
        assert (NO_RIGHT in answer.text) == (name not in holders), path


def test_who_is_not_signed_in_is_sent_to_sign_in(browse: OpenBrowser) -> None:
    stranger = browse().client
    for method, path in [*(("GET", path) for path in PAGES), *(("POST", path) for path in ACTIONS)]:
        answer = stranger.request(method, filled(path))
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/sign-in"), path


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_an_action_is_for_its_roles_only_even_by_direct_request(browse: OpenBrowser, staff: Staff, name: str) -> None:
    before = state(staff)
    browser = browse(name)
    for path, holders in ACTIONS.items():
        if name not in holders:
            assert NO_RIGHT in browser.send(filled(path), FORM).text, path
    assert state(staff) == before


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_a_form_without_the_sessions_secret_does_nothing(browse: OpenBrowser, staff: Staff, name: str) -> None:
    before = state(staff)
    other, browser = browse(name).secret(), browse(name)
    for path in (path for path, holders in ACTIONS.items() if name in holders):
        for secret in ("", "0" * 64, other):
            answer = browser.client.post(filled(path), data={**FORM, "csrf": secret})
            assert "表单已过期" in answer.text, path
    assert state(staff) == before


def test_no_action_of_the_tables_is_for_who_is_no_editor(browse: OpenBrowser, staff: Staff) -> None:
    app = make_app(staff.desk, [HOST])
    (tables,) = (route for route in app.routes if isinstance(route, Mount) and route.path == "/tables")
    paths = sorted({path for path in addresses(tables) if path.startswith("/tables/")})
    assert "/tables/office/edit" in paths
    assert "/tables/_api/office/row-action" in paths
    before = state(staff)
    for name in (AUDITOR, REVIEWER, PUBLISHER, ADMINISTRATOR):
        browser = browse(name)
        browser.client.get("/tables/office/list")
        token = browser.client.cookies.get("starlette_admin_csrftoken") or ""
        for path in paths:
            answer = browser.client.post(path, data={"csrftoken": token, "name": "改"}, params={"pk": "bgs"})
            assert answer.status_code in {400, 403, 404, 405, 409}, path
    stranger = browse().client
    for path in paths:
        assert stranger.post(path).headers["location"].startswith("/sign-in"), path
    with staff.desk.reading() as session:
        assert state(staff) == before
        assert not session.new


def addresses(mount: Mount, before: str = "") -> Iterator[str]:
    """Every address below a mount that takes a form."""
    for route in mount.routes:
        if isinstance(route, Mount):
            yield from addresses(route, before + mount.path)
        elif isinstance(route, Route) and "POST" in (route.methods or set()):
            path = before + mount.path + route.path
            yield re.sub(r"{(\w+)(:\w+)?}", lambda found: FILLED.get(found[1], "x"), path)
