"""Review: a second person sees every word that changed and what the hall will show, and decides."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.marked import Piece, marked
from data.desk.web.preview import Preview, previews
from data.desk.web.signs import Sign, signs_of
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.records.bulletin import BulletinItem
from data.records.kinds import KINDS
from data.review.decisions import approve, reject
from data.review.overview import submission_difference, waiting_submissions
from data.review.rows import SubmissionRow
from data.review.submissions import submit, unsubmitted, waiting
from data.store.difference import Changed
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.words import title_of

CHECKLIST = (
    "不涉及国家秘密、工作秘密和敏感信息",
    "不含公民身份号码、私人电话等个人信息",
    "内容准确，符合政策口径",
    "经有权限的人员同意公开",
)
"""What the rules for review before publication have the reviewer confirm; each must be ticked."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changed, word for word."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A change with its fields, and what the signs will show of it."""

    kind: str
    key: str
    title: str
    what: str
    fields: tuple[Field, ...]
    previews: tuple[Preview, ...]


@page(*READERS)
def listing(visit: Visit) -> Response:
    """Everything that waits, and what nobody has submitted yet."""
    with visit.desk.reading() as session:
        found = waiting_submissions(session)
        left = unsubmitted(session)
    values: dict[str, object] = {"waiting": found, "left": left}
    return visit.page("review.html", {**values, "said": _said(visit)})


@page(*READERS)
def showing(visit: Visit) -> Response:
    """One submission, change by change."""
    number = int(visit.request.path_params["number"])
    with visit.desk.reading() as session:
        difference = submission_difference(session, number)
        submission = session.get_one(SubmissionRow, number)
        signs = signs_of(session, visit.desk)
        values: dict[str, object] = {
            "submission": submission,
            "at": submission.at,
            "lines": [_line(one, signs) for one in sorted(difference.all(), key=_as_staff_meet_them)],
            "open": number in {one.id for one in waiting(session)},
            "own": submission.submitted_by == visit.visitor.name,
            "checklist": CHECKLIST,
            "deciding": visit.may(Role.REVIEWER),
        }
        return visit.page("submission.html", values)


@action(Role.EDITOR)
async def hand_in(visit: Visit, form: Form) -> Response:
    """Submit everything that differs."""
    return await run_in_threadpool(_hand_in, visit, form.text("note"))


def _hand_in(visit: Visit, note: str) -> Response:
    with visit.desk.writing() as session:
        number = submit(session, visit.act, note=note[:200]).id
    return RedirectResponse(f"/review?said=submitted&number={number}", 303)


@action(Role.REVIEWER)
async def decide(visit: Visit, form: Form) -> Response:
    """Approve or send back: all of it, or the changes that were ticked."""
    return await run_in_threadpool(_decide, visit, form)


def _decide(visit: Visit, form: Form) -> Response:
    number = int(visit.request.path_params["number"])
    only = frozenset(_place(text) for text in form.texts("only"))
    with visit.desk.writing() as session:
        if form.text("verdict") == "reject":
            decided = reject(session, visit.act, number, form.text("reason"), only)
            said = "rejected"
        else:
            _require_checklist(form)
            decided = approve(session, visit.act, number, only)
            said = "approved"
    return RedirectResponse(f"/review?said={said}&number={decided.submission}", 303)


def _require_checklist(form: Form) -> None:
    if set(form.texts("checked")) != {str(number) for number in range(len(CHECKLIST))}:
        raise Refused("批准之前，请逐项核对并勾选保密审查清单")


def _line(one: Changed, signs: tuple[Sign, ...]) -> Line:
    record = one.after or one.before
    fields = tuple(Field(field.name, marked(field.before, field.after)) for field in one.fields())
    shown = previews(signs, one.after.text, one.after.kind) if isinstance(one.after, BulletinItem) else ()
    what = "新增" if one.before is None else "删除" if one.after is None else "修改"
    return Line(one.kind, one.key, title_of(record) if record else "", what, fields, shown)


def _as_staff_meet_them(one: Changed) -> tuple[int, str]:
    return KINDS.index(one.kind), one.key


def _place(text: str) -> tuple[str, str]:
    kind, _, key = text.partition("/")
    return kind, key


def _said(visit: Visit) -> str:
    asked = visit.request.query_params
    number = asked.get("number", "")
    words = {"approved": "已批准", "rejected": "已退回", "submitted": "已提交"}
    return f"{words[asked['said']]}：提交 {number}" if asked.get("said") in words and number.isdigit() else ""
