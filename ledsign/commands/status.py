"""`ledsign status`: what the running service last said of its signs."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime

from ledsign.settings import home_of

STALE_S = 15.0
"""Three health files missed: the service is not running."""


def run(made: argparse.Namespace) -> int:
    """Print the health file, and whether anybody still writes it; exit 1 when something is wrong."""
    file = home_of(made.config) / "health" / "ledsign.json"
    try:
        health = json.loads(file.read_text(encoding="utf-8"))
        age_s = (datetime.now(UTC) - datetime.fromisoformat(health["time"])).total_seconds()
    except FileNotFoundError as missing:
        raise ValueError("显示屏服务没有运行过（找不到状态文件），请运行 ledsign run") from missing
    except (KeyError, TypeError) as broken:
        raise ValueError(f"读不懂状态文件 {file}") from broken
    if age_s > STALE_S:
        health["state"] = "stopped"
        health["problems"] = [*health["problems"], f"显示屏服务已停止 {round(age_s)} 秒，请运行 ledsign run"]
    print(json.dumps(health, ensure_ascii=False, indent=None if made.json else 1) if made.json else _plain(health))
    return 1 if health["problems"] else 0


def _plain(health: dict[str, object]) -> str:
    problems = health["problems"] if isinstance(health["problems"], list) else []
    signs = health["signs"] if isinstance(health["signs"], list) else []
    lines = [f"版次 {health['edition'] or '—'}，{_STATES.get(str(health['state']), health['state'])}"]
    lines += [f"{s['name']}：{s['items_acknowledged']}/{s['items_wanted']} 条，错误 {s['errors']} 次" for s in signs]
    return "\n".join([*lines, *(f"！{problem}" for problem in problems)])


_STATES = {
    "ok": "一切正常",
    "updating": "正在更新",
    "waiting": "还没有版次",
    "trouble": "有问题",
    "stopped": "服务已停止",
}
