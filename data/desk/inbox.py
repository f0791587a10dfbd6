"""A watched folder: files dropped on a share are read when they stop growing, and the result is put beside them.

    要闻.docx ─▶ 要闻.docx.回执.txt      what was read, what it changes, what is wrong and where

A file is read once: its receipt says of which bytes. Changed bytes are read again. What can be taken is written to the
drafts, where it waits for review like everything else; nothing reaches the lobby from here.
"""

import logging
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.reading import LARGEST_FILE, File, Outcome, import_files
from data.edition.files import write_whole
from data.store.refusal import Refused
from data.store.words import KIND_WORDS, title_of

logger = logging.getLogger(__name__)

RECEIPT = ".回执.txt"
SETTLED_S = 3.0
"""A file that has not changed for so long is taken to be whole."""
_LEVELS = {"error": "错误", "warning": "注意", "note": "说明"}
_NOT_OURS = (".", "~$", "Thumbs.db", "desktop.ini")
_PARTIAL = (".part", ".crdownload", ".tmp", ".filepart")
_MOST_CHANGES = 40


@dataclass
class Inbox:
    """One folder; remembers since when each file has been as it is."""

    folder: Path
    _seen: dict[Path, tuple[tuple[int, int], float]] = field(default_factory=dict)

    def look(self, desk: Desk) -> tuple[str, ...]:
        """Read every file that has stopped growing and was not read yet; the names of those read."""
        now = desk.now().timestamp()
        there = [path for path in sorted(self.folder.iterdir()) if _is_for_us(path)]
        self._seen = {path: self._since(path, now) for path in there}
        ready = [path for path, (_, since) in self._seen.items() if now - since >= SETTLED_S]
        return tuple(path.name for path in ready if _read(desk, path))

    def _since(self, path: Path, now: float) -> tuple[tuple[int, int], float]:
        state = path.stat()
        shape = (state.st_size, state.st_mtime_ns)
        before = self._seen.get(path)
        return before if before and before[0] == shape else (shape, now)


def _is_for_us(path: Path) -> bool:
    name = path.name
    return (
        path.is_file()
        and not path.is_symlink()
        and not name.startswith(_NOT_OURS)
        and not name.endswith((RECEIPT, *_PARTIAL))
    )


def _read(desk: Desk, path: Path) -> bool:
    """Import one file and leave its receipt. False where its receipt is already there."""
    receipt = path.with_name(path.name + RECEIPT)
    if path.stat().st_size > LARGEST_FILE:
        digest, told = f"大小 {path.stat().st_size}", f"文件超过 {LARGEST_FILE // 1024**2} MB，没有导入。"
        outcome = None
    else:
        body = path.read_bytes()
        digest, told, outcome = sha256(body).hexdigest(), "", None
    if _says(receipt, digest):
        return False
    if not told:
        try:
            outcome = import_files(desk, "", [File(path.name, body)], None, keep=True)
        except Refused as refusal:
            told = f"没有导入：{refusal}"
    at = desk.now().astimezone(desk.settings.zone)
    lines = [
        f"{path.name}",
        f"{at:%Y-%m-%d %H:%M:%S} 读入",
        f"指纹 {digest}",
        "",
        *(_told(outcome) if outcome else [told]),
    ]
    write_whole(receipt, ("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    logger.info("inbox: %s read", path.name)
    return True


def _says(receipt: Path, digest: str) -> bool:
    return receipt.exists() and f"指纹 {digest}" in receipt.read_text(encoding="utf-8-sig", errors="replace")


def _told(outcome: Outcome) -> list[str]:
    """The result for whoever opens the receipt in Notepad."""
    counts = outcome.counts()
    told = f"新增 {counts['added']}，修改 {counts['changed']}，删除 {counts['removed']}"
    lines = [f"{_LEVELS[problem.level.value]}  {problem.place}：{problem.message}" for problem in outcome.problems]
    if not outcome.usable:
        return ["没有导入：文件里有错误，什么也没有写入。请改正后重新保存。", *lines]
    lines += [""] if lines else []
    for one in outcome.changes[:_MOST_CHANGES]:
        record = one.after or one.before
        mark = "＋" if one.before is None else "－" if one.after is None else "～"
        lines.append(f"{mark} {KIND_WORDS[one.kind]} {one.key}  {title_of(record) if record else ''}")
    if len(outcome.changes) > _MOST_CHANGES:
        lines.append(f"……共 {len(outcome.changes)} 条")
    if not outcome.changes:
        return ["已读入，与现有内容相同，没有改动。", *lines]
    return [f"已写入草稿：{told}。请到“审核”页提交，由另一人审核。", *lines]
