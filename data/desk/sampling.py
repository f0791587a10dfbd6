"""The sample department on a new machine: loaded from its files, submitted, approved by another, published."""

from dataclasses import replace

from data.desk.bootstrap import Desk
from data.desk.console import act_of
from data.desk.reading import import_files, open_file
from data.desk.settings import read_settings
from data.desk.setup import write_settings
from data.records.site import Site
from data.review.decisions import approve
from data.review.standing import standing
from data.review.submissions import submit, unsubmitted, waiting
from data.sample.files import redated, sample_files
from data.store.accounts import add_role, roles_of
from data.store.changes import Change, change
from data.store.database import Session
from data.store.difference import difference_between
from data.store.drafts import draft, draft_records
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.signing_in import set_password
from data.store.users import UserRow

ADMINISTRATOR = "示例-管理"
EDITOR = "示例-编辑"
REVIEWER = "示例-审核"
PUBLISHER = "示例-发布"

PASSWORD = "kaifang-dating"  # noqa: S105 - no secret: see below
"""Of the three sample users; the sign-in page tells it for as long as the office is invented."""

_USERS = {EDITOR: Role.EDITOR, REVIEWER: Role.REVIEWER, PUBLISHER: Role.PUBLISHER}


def load_sample(desk: Desk) -> int:
    """Load and approve the sample; how many records stand because of it.

    What an interrupted run did already is not done twice. Refused where the store holds an office of its own.
    """
    with desk.writing() as session:
        _refuse_real_office(session)
        _add_users(session, desk)
    _import(desk)
    with desk.writing() as session:
        _redate_bulletin(session, desk)
    return _approve_all(desk)


def settled(desk: Desk, *, write: bool) -> Desk:
    """The desk with the sample's office and signs in its settings; `write` puts them into openhall.toml."""
    with desk.reading() as session:
        found = draft(session, "site", "site")
    site = found[0] if found else None
    if not isinstance(site, Site) or not write:
        return desk
    write_settings(desk.home.settings, desk.settings.store, site.name, tuple(sign.name for sign in site.signs))
    store = desk.settings.store
    return replace(desk, settings=replace(read_settings(desk.home.settings), store=store))


def is_sample(session: Session) -> bool:
    """Whether the office in the drafts is an invented one."""
    found = draft(session, "site", "site")
    return found is not None and isinstance(found[0], Site) and found[0].sample


def is_sample_user(name: str) -> bool:
    """Whether everybody knows this user's password."""
    return name in _USERS


def _refuse_real_office(session: Session) -> None:
    if draft(session, "site", "site") and not is_sample(session):
        raise Refused("资料库里已有真实单位的内容，不装入示例")


def _add_users(session: Session, desk: Desk) -> None:
    for name, role in _USERS.items():
        user = session.get(UserRow, name)
        if user is None or role not in roles_of(user):
            add_role(session, act_of(desk), name, role)
            set_password(session, act_of(desk), name, PASSWORD)


def _import(desk: Desk) -> None:
    outcome = import_files(desk, EDITOR, [open_file(path) for path in sample_files()], None, keep=True)
    for problem in outcome.problems:
        if problem.level == "error":
            raise Refused(f"示例文件有错误：{problem.place} {problem.message}")


def _redate_bulletin(session: Session, desk: Desk) -> None:
    """News of today, whatever day the sample is loaded on."""
    before = draft_records(session, "bulletin")
    after = redated(before, desk.today())
    difference = difference_between(
        {("bulletin", item.key): item for item in before}, {("bulletin", item.key): item for item in after}
    )
    change(session, act_of(desk, EDITOR), [Change(one.kind, one.key, one.after) for one in difference.all()])


def _approve_all(desk: Desk) -> int:
    with desk.writing() as session:
        if unsubmitted(session):
            submit(session, act_of(desk, EDITOR), note="示例")
        for submission in waiting(session):
            approve(session, act_of(desk, REVIEWER), submission.id)
    with desk.reading() as session:
        return len(standing(session))
