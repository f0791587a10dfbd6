"""History: who did what, for those who look after it; as a page and as CSV."""

import csv
import re
from io import StringIO

from starlette.responses import Response

from data.desk.web.visit import Visit, page
from data.review.verification import faults, history_head
from data.store.history import HistoryRow, newest_entries
from data.store.roles import Role

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a spreadsheet takes a cell for a formula."""


@page(Role.AUDITOR, Role.ADMINISTRATOR, Role.REVIEWER)
def show(visit: Visit) -> Response:
    """The newest entries, and whether the chain is whole."""
    with visit.desk.reading() as session:
        entries = newest_entries(session, _SHOWN)
        values: dict[str, object] = {
            "entries": entries,
            "words": ACTION_WORDS,
            "brief": _brief,
            "faults": list(faults(session)),
            "head": history_head(session),
        }
        return visit.page("history.html", values)


@page(Role.AUDITOR, Role.ADMINISTRATOR)
def as_csv(visit: Visit) -> Response:
    """Every entry, for a spreadsheet or another system; with the mark by which Excel knows UTF-8."""
    out = StringIO()
    sheet = csv.writer(out)
    sheet.writerow(["number", "at", "by", "action", "subject", "detail", "hash"])
    with visit.desk.reading() as session:
        for entry in reversed(newest_entries(session, None)):
            sheet.writerow(_cells(entry))
    headers = {"Content-Disposition": 'attachment; filename="history.csv"', "Cache-Control": "no-store"}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv", headers=headers)


def _brief(detail: str) -> str:
    """A detail with its hashes cut short: a person compares their beginnings, and the CSV has them whole."""
    return _HASH.sub(r"\1…", detail)


def _cells(entry: HistoryRow) -> list[str]:
    told = [
        str(entry.number),
        entry.at.isoformat(),
        entry.by,
        entry.action,
        entry.subject,
        entry.detail,
        entry.hash,
    ]
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in told]
