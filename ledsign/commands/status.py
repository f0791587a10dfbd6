"""`ledsign status`: what the running service last said of its signs."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from ledsign.settings import home_of

STALE_S = 15.0
"""Three health files missed: the service is not running."""


def run(made: argparse.Namespace) -> int:
    """Print the health file, and whether anybody still writes it; exit 1 when something is wrong."""
    file = home_of(made.config) / "health" / "ledsign.json"
    try:
        health = _read(file)
        told = json.dumps(health, ensure_ascii=False) if made.json else _plain(health)
    except FileNotFoundError as missing:
        raise ValueError("显示屏服务没有运行过（找不到状态文件），请运行 ledsign run") from missing
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise ValueError(f"读不懂状态文件 {file}；重新启动 ledsign run 会写一个新的") from broken
    print(told)
    return 1 if health["problems"] else 0


def _read(file: Path) -> dict[str, object]:
    """What the service last said, and since when it says nothing more."""
    health: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    age_s = (datetime.now(UTC) - datetime.fromisoformat(str(health["time"]))).total_seconds()
    problems = health["problems"]
    if not isinstance(problems, list):
        raise TypeError("problems are a list")
    if age_s > STALE_S:
        stopped = f"显示屏服务已停止 {round(age_s)} 秒，请运行 ledsign run"
        health |= {"state": "stopped", "problems": [*problems, stopped]}
    return health


def _plain(health: dict[str, object]) -> str:
    problems = health["problems"] if isinstance(health["problems"], list) else []
    signs = health["signs"] if isinstance(health["signs"], list) else []
    lines = [f"版次 {health['edition'] or '—'}，{_STATES.get(str(health['state']), health['state'])}"]
    lines += [line for sign in signs for line in _about(sign)]
    return "\n".join([*lines, *(f"！{problem}" for problem in problems)])


def _about(sign: dict[str, object]) -> list[str]:
    """A sign in one line, and under it what it shows."""
    confirmed = _CONFIRMED.get(str(sign.get("confirmed_by")), "") if sign.get("confirmed") else "未确认"
    since = f"自 {_local(str(sign['since']))} 起" if sign.get("since") else ""
    used = f"线路占用 {float(str(sign.get('line_utilisation', 0))):.1%}"
    cycle = f"一轮 {sign.get('cycle_s', 0)} 秒"
    held = f"{sign['items_acknowledged']}/{sign['items_wanted']} 条"
    parts = [held, confirmed, since, cycle, used, f"错误 {sign['errors']} 次"]
    texts = sign.get("texts")
    shown = [f"    {text['text']}" for text in texts] if isinstance(texts, list) else []
    return [f"{sign['name']}：" + "，".join(part for part in parts if part), *shown]


def _local(stamp: str) -> str:
    return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")


_CONFIRMED = {"acknowledged": "显示屏已应答", "read-back": "已读回核对"}
_STATES = {
    "ok": "一切正常",
    "updating": "正在更新",
    "waiting": "还没有版次",
    "trouble": "有问题",
    "stopped": "服务已停止",
}
