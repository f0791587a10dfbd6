"""History: who did what, for those who look after it; as a page and as CSV."""

import re
from io import StringIO

from starlette.responses import Response

from data.desk.history_table import BYTE_ORDER_MARK, write_history
from data.desk.web.language import phrase
from data.desk.web.visit import Visit, page
from data.review.verification import faults, history_head
from data.store.accounts import ROLE_WORDS
from data.store.history import newest_entries
from data.store.roles import Role
from data.store.words import KIND_WORDS

ACTION_WORDS = {
    "submit": "提交",
    "approved": "批准",
    "rejected": "退回",
    "split": "分开审核",
    "withdraw": "撤下",
    "publish": "发布",
    "rollback": "退回旧版",
    "notice": "发布通知",
    "notice-on": "显示通知",
    "notice-off": "结束通知",
    "user-add": "添加用户",
    "user-password": "设置密码",
    "user-role-taken": "取消角色",
    "user-disable": "停用用户",
    "user-enable": "启用用户",
    "schedule": "安排发布",
    "schedule-cancel": "取消安排",
    "hall-visits": "登记大厅人数",
    "record-new": "新建资料",
    "record-edit": "修改资料",
    "record-delete": "删除资料",
    "sign-in": "登录",
    "sign-in-failed": "登录失败",
    "sign-out": "退出",
}
_SHOWN = 300
_HASH = re.compile(r"\b([0-9a-f]{16})[0-9a-f]{48}\b")
_SUBJECT_WORDS = {
    "submission": "提交 %(key)s",
    "edition": "第 %(key)s 期",
    "scheduled": "定时发布 %(key)s",
    "user": "用户 %(key)s",
}
"""What staff call what is not a record; `%(key)s` is which."""


@page(Role.AUDITOR, Role.ADMINISTRATOR, Role.REVIEWER)
def show(visit: Visit) -> Response:
    """The newest entries, and whether the chain is whole."""
    with visit.desk.reading() as session:
        entries = newest_entries(session, _SHOWN)
        values: dict[str, object] = {
            "entries": entries,
            "words": ACTION_WORDS,
            "subject": _subject,
            "brief": _brief,
            "faults": list(faults(session)),
            "head": history_head(session),
        }
        return visit.page("history.html", values)


@page(Role.AUDITOR, Role.ADMINISTRATOR)
def as_csv(visit: Visit) -> Response:
    """Every entry, for a spreadsheet or another system; with the mark by which Excel knows UTF-8."""
    out = StringIO()
    with visit.desk.reading() as session:
        write_history(out, reversed(newest_entries(session, None)))
    headers = {"Content-Disposition": 'attachment; filename="history.csv"', "Cache-Control": "no-store"}
    return Response(BYTE_ORDER_MARK + out.getvalue(), media_type="text/csv", headers=headers)


def _brief(detail: str) -> str:
    """A detail with its hashes cut short: a person compares their beginnings, and the CSV has them whole."""
    if detail in set(Role):
        return phrase(ROLE_WORDS[Role(detail)])
    return _HASH.sub(r"\1…", detail)


def _subject(subject: str) -> str:
    """What was acted upon, in staff's words: `submission/12` is 提交 12, `power/CW-01` is 权力事项 CW-01."""
    what, _, key = subject.partition("/")
    if what == "desk":
        return phrase("工作台")
    if what in _SUBJECT_WORDS:
        return phrase(_SUBJECT_WORDS[what], key=key)
    return f"{phrase(KIND_WORDS[what])} {key}" if what in KIND_WORDS else subject
