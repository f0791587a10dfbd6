"""Files: staff's tables and drawings into the drafts, after showing what they change; templates; taking back."""

import re
import secrets
from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.reading import LARGEST_FILE, File, Outcome, directory, import_files
from data.desk.web.language import phrase
from data.desk.web.visit import Form, Visit, action, page
from data.importers.columns import LAYOUTS
from data.importers.template import write_template
from data.records.kinds import FLOW, KINDS
from data.store.drafts import draft_records
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.undo import imports_of, undo
from data.store.words import KIND_WORDS

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KEPT_FOR = timedelta(hours=12)
_NAME = re.compile("[0-9a-f]{32}")
"""Under which files wait."""
_SHOWN = 200
"""Changes that are spelled out."""


@page(Role.EDITOR, Role.REVIEWER, Role.AUDITOR)
def show(visit: Visit) -> Response:
    """Where to drop files, templates, the visitor's own imports."""
    return _page(visit, None, "")


@action(Role.EDITOR)
async def read_files(visit: Visit, form: Form) -> Response:
    """Read the files and show what they change; they wait on this machine until that is agreed to."""
    chosen = await form.files("file")
    if not chosen:
        raise Refused("请选择文件")
    return await run_in_threadpool(_read, visit, chosen, _kind(form.text("kind")))


@action(Role.EDITOR)
async def write(visit: Visit, form: Form) -> Response:
    """Write what was shown. Refused where the drafts have changed in the meantime."""
    return await run_in_threadpool(_write, visit, form)


@action(Role.EDITOR)
async def undo_import(visit: Visit, form: Form) -> Response:
    """Take one of the visitor's imports back."""
    return await run_in_threadpool(_undo, visit, form.number("import"))


@page(Role.EDITOR, Role.REVIEWER, Role.AUDITOR)
def template(visit: Visit) -> Response:
    """The template of a kind, filled with the drafts."""
    kind = str(visit.request.path_params["kind"])
    if kind not in LAYOUTS:
        raise Refused("没有这种模板")
    with visit.desk.reading() as session:
        records = sorted(draft_records(session, kind), key=lambda record: (getattr(record, "position", 0), record.key))
        body = write_template(kind, records, directory(session, visit.desk))
    headers = {"Content-Disposition": f'attachment; filename="{kind}.xlsx"', "Cache-Control": "no-store"}
    return Response(body, media_type=_XLSX, headers=headers)


def _read(visit: Visit, chosen: Sequence[File], kind: str | None) -> Response:
    for file in chosen:
        if len(file.body) > LARGEST_FILE:
            raise Refused(f"{file.name} 超过 {LARGEST_FILE // 1024**2} MB")
    outcome = import_files(visit.desk, visit.visitor.name, chosen, kind, keep=False)
    waiting = _keep(visit, chosen) if outcome.usable and outcome.changes else ""
    return _page(visit, outcome, waiting, kind or "")


def _write(visit: Visit, form: Form) -> Response:
    kind = _kind(form.text("kind"))
    files = list(_kept(visit, form.text("waiting")))
    before = import_files(visit.desk, visit.visitor.name, files, kind, keep=False)
    if form.text("agreed") != _agreed(before):
        raise Refused("资料库刚被别人改过，改动与刚才显示的不同；请重新选择文件")
    outcome = import_files(visit.desk, visit.visitor.name, files, kind, keep=True)
    _forget(_folder(visit) / form.text("waiting"))
    return RedirectResponse("/files?said=written" if outcome.written else "/files", 303)


def _undo(visit: Visit, number: int) -> Response:
    with visit.desk.writing() as session:
        undo(session, visit.act, number)
    return RedirectResponse("/files?said=undone", 303)


def _page(visit: Visit, outcome: Outcome | None, waiting: str, kind: str = "") -> Response:
    with visit.desk.reading() as session:
        values: dict[str, object] = {
            "outcome": outcome,
            "zone": visit.desk.settings.zone,
            "changes": outcome.changes[:_SHOWN] if outcome else (),
            "agreed": _agreed(outcome) if outcome else "",
            "waiting": waiting,
            "kind": kind,
            "kinds": [*((one, KIND_WORDS[one]) for one in KINDS), (FLOW, "流程图")],
            "templates": tuple(LAYOUTS),
            "imports": imports_of(session, visit.visitor.name),
            "editing": visit.may(Role.EDITOR),
            "said": _said(visit.request.query_params.get("said", "")),
        }
        return visit.page("files.html", values)


def _said(told: str) -> str:
    sentences = {"written": phrase("已写入草稿，请到“审核”提交"), "undone": phrase("已撤销那次导入")}
    return sentences.get(told, "")


def _agreed(outcome: Outcome) -> str:
    """A fingerprint of exactly the changes that were shown."""
    return sha256(repr(outcome.changes).encode("utf-8", "replace")).hexdigest()


def _kind(text: str) -> str | None:
    return text if text in KINDS or text == FLOW else None


def _keep(visit: Visit, files: Sequence[File]) -> str:
    """Keep files until they are agreed to; the name under which they wait."""
    folder = _folder(visit)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in folder.iterdir():
        if visit.desk.now().timestamp() - old.stat().st_mtime > _KEPT_FOR.total_seconds():
            _forget(old)
    name = secrets.token_hex(16)
    (folder / name).mkdir(mode=0o700)
    for place, file in enumerate(files):
        (folder / name / f"{place:03}").write_bytes(f"{file.name}\n".encode() + file.body)
    return name


def _kept(visit: Visit, name: str) -> Iterator[File]:
    if not _NAME.fullmatch(name) or not (_folder(visit) / name).is_dir():
        raise Refused("文件已不在，请重新选择")
    for path in sorted((_folder(visit) / name).iterdir()):
        told, _, body = path.read_bytes().partition(b"\n")
        yield File(told.decode(), body)


def _forget(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _folder(visit: Visit) -> Path:
    """Where this visitor's files wait: nobody agrees to somebody else's."""
    return visit.desk.home.folder / "waiting" / visit.visitor.csrf[:16]
