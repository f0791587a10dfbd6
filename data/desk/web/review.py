"""Review: a second person sees every word that changed and what the hall will show, and decides."""

from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from data.desk.bulletin import day_of
from data.desk.glass import Pair, can_draw, drawn, pages_of
from data.desk.publishing import Publishing, Unchanged, publish
from data.desk.upcoming import in_the_lobby, next_difference, standing_with
from data.desk.web.change import lines_of
from data.desk.web.language import phrase
from data.desk.web.signs import Sign, crowded, signs_of
from data.desk.web.visit import READERS, Form, Visit, action, number_in, page
from data.edition.manifest import Adopt
from data.records.bulletin import BulletinItem
from data.review.decisions import approve, decision_on, newest_decisions, reject
from data.review.overview import submission_difference, waiting_submissions
from data.review.published import Publication
from data.review.rows import SubmissionRow
from data.review.submissions import changes_of, submit, unsubmitted, waiting
from data.review.switches import switched_on
from data.store.database import Session
from data.store.difference import Changed
from data.store.refusal import Refused
from data.store.roles import Role

CHECKLIST = (
    "不涉及国家秘密、工作秘密和敏感信息",
    "不含公民身份号码、私人电话等个人信息",
    "内容准确，符合政策口径",
    "经有权限的人员同意公开",
)
"""What the rules for review before publication have the reviewer confirm; each must be ticked."""
_DECIDED_SHOWN = 8


@page(*READERS)
def listing(visit: Visit) -> Response:
    """Everything that waits, what nobody has submitted yet, what is approved and not yet in the lobby."""
    with visit.desk.reading() as session:
        values: dict[str, object] = {
            "waiting": waiting_submissions(session),
            "left": unsubmitted(session),
            "approved": lines_of(next_difference(session).all(), (), visit.desk.settings.zone),
            "decided": newest_decisions(session, _DECIDED_SHOWN),
            "said": _said(visit),
        }
        return visit.page("review.html", values)


@page(*READERS)
def showing(visit: Visit) -> Response:
    """One submission, change by change."""
    number = number_in(str(visit.request.path_params["number"]))
    with visit.desk.reading() as session:
        changes = submission_difference(session, number).all()
        submission = session.get_one(SubmissionRow, number)
        signs = signs_of(session, visit.desk)
        values: dict[str, object] = {
            "submission": submission,
            "at": submission.at,
            "lines": lines_of(changes, signs, visit.desk.settings.zone),
            "crowded": _crowded(session, changes, signs),
            "decision": decision_on(session, number),
            "open": number in {one.id for one in waiting(session)},
            "own": submission.submitted_by == visit.visitor.name,
            "checklist": CHECKLIST,
            "deciding": visit.may(Role.REVIEWER),
            "publishing": visit.may(Role.PUBLISHER),
            "notices_only": all(one.kind == "notice" for one in changes),
            "glass": can_draw(),
        }
        return visit.page("submission.html", values)


def _crowded(session: Session, changes: Iterable[Changed], signs: tuple[Sign, ...]) -> list[str]:
    """Which signs do not take the days that a submission touches, as those days stand in the drafts."""
    days = sorted({one.after.day for one in changes if isinstance(one.after, BulletinItem)})
    all_days = [day_of(session, day).items for day in days]
    told = [crowded(sign, [sign.shows(item.text, item.kind) for item in items]) for items in all_days for sign in signs]
    return [lack for lack in told if lack]


@page(*READERS)
def glass(visit: Visit) -> Response:
    """Which pages of the kiosk a submission touches, and whether a visitor will see a difference."""
    number = number_in(str(visit.request.path_params["number"]))
    told = [
        {"page": pair.page, "differs": pair.differs, "before": f"{place}/before.png", "after": f"{place}/after.png"}
        for place, pair in enumerate(_pairs(visit, number), 1)
    ]
    return JSONResponse(told)


@page(*READERS)
def glass_picture(visit: Visit) -> Response:
    """One of those pages as it is or as it will be."""
    asked = visit.request.path_params
    pairs = _pairs(visit, number_in(str(asked["number"])))
    place, which = int(asked["place"]), str(asked["which"])
    if not 1 <= place <= len(pairs) or which not in {"before", "after"}:
        raise Refused("没有这张图")
    pair = pairs[place - 1]
    return FileResponse(pair.before if which == "before" else pair.after, headers={"Cache-Control": "private"})


def _pairs(visit: Visit, number: int) -> tuple[Pair, ...]:
    with visit.desk.reading() as session:
        places = [(change.kind, change.key) for change in changes_of(session, number)]
        if not places:
            raise Refused(f"没有编号为 {number} 的提交")
        before, after = in_the_lobby(session), standing_with(session, number)
        on = sorted(switched_on(session))
    return drawn(visit.desk, before or after, after, on, pages_of(places, (*before, *after)))


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
    """Approve or send back: all of it, or the changes that were ticked; approved, it may go to the lobby at once."""
    return await run_in_threadpool(_decide, visit, form)


def _decide(visit: Visit, form: Form) -> Response:
    number = number_in(str(visit.request.path_params["number"]))
    only = frozenset(_place(text) for text in form.texts("only"))
    verdict = form.text("verdict")
    with visit.desk.writing() as session:
        if verdict == "reject":
            decided = reject(session, visit.act, number, form.text("reason"), only)
        else:
            _require_checklist(form)
            decided = approve(session, visit.act, number, only)
            at_once = _publishing(visit, verdict, {one.kind for one in changes_of(session, decided.submission)})
    said = "rejected" if verdict == "reject" else "approved"
    if verdict != "reject" and at_once:
        try:
            return RedirectResponse(f"/publish?number={publish(visit.desk, at_once).manifest.number}", 303)
        except Unchanged:
            said = "approved"
    return RedirectResponse(f"/review?said={said}&number={decided.submission}", 303)


def _publishing(visit: Visit, verdict: str, kinds: set[str]) -> Publishing | None:
    """What to publish with the approval. A notice that two people have seen may show at once without a third."""
    if verdict != "approve-publish":
        return None
    if visit.may(Role.PUBLISHER):
        return Publishing(visit.visitor.name, adopt=Adopt.NOW)
    if kinds == {"notice"}:
        return Publishing(visit.visitor.name, Publication.NOTICE, Adopt.NOW)
    raise Refused("发布需要“发布”角色；请先批准，再由发布人发布")


def _require_checklist(form: Form) -> None:
    if set(form.texts("checked")) != {str(number) for number in range(len(CHECKLIST))}:
        raise Refused("批准之前，请逐项核对并勾选保密审查清单")


def _place(text: str) -> tuple[str, str]:
    kind, _, key = text.partition("/")
    return kind, key


def _said(visit: Visit) -> str:
    asked = visit.request.query_params
    number = asked.get("number", "")
    told = {
        "approved": phrase("已批准：提交 %(number)s", number=number),
        "rejected": phrase("已退回：提交 %(number)s", number=number),
        "submitted": phrase("已提交：提交 %(number)s", number=number),
    }
    return told.get(asked.get("said", ""), "") if number.isdigit() else ""
