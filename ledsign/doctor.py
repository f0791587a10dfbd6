"""Says in plain words what is wrong with the signs of a machine: settings, ports, lines, and how exposed they are."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from ledsign.exposure import Finding, Level, exposure
from ledsign.probe import Heard, asked
from ledsign.profile import Evidence
from ledsign.protocols import planner_of
from ledsign.service.edition import read_edition
from ledsign.settings import Settings, SignSettings
from ledsign.transport import transport_of

FRESH_S = 15.0
"""A health file younger than this means that the service runs and owns the ports."""

_EVIDENCE = {
    Evidence.PUBLISHED: "协议由厂家公开",
    Evidence.CAPTURED: "协议由实机抓取",
    Evidence.DERIVED: "协议的应答部分由公开程序推得，从未在实机上验证",
}


async def findings(settings: Settings) -> list[Finding]:
    """Everything worth saying, in the order a person would look."""
    if not settings.signs:
        return [Finding(Level.PROBLEM, "openhall.toml", "没有显示屏，请加上 [[sign]]")]
    found = [_edition(settings)]
    for sign in settings.signs:
        found += await exposure(sign)
        found.append(Finding(Level.ADVICE, sign.name, f"{sign.profile.title}：{_EVIDENCE[sign.profile.evidence]}"))
        found.append(await _line(sign, settings.home))
    return found


def _edition(settings: Settings) -> Finding:
    try:
        edition = read_edition(settings.home / "editions" / "current")
    except (OSError, ValueError, KeyError, TypeError):
        return Finding(Level.PROBLEM, "版次", "还没有可用的版次，请先发布")
    unknown = [sign.name for sign in settings.signs if edition.rotation.panel_of(sign.name) is None]
    if unknown:
        return Finding(Level.PROBLEM, "、".join(unknown), "版次里没有这块屏，请核对 openhall.toml 里的 name")
    return Finding(Level.GOOD, "版次", f"当前是第 {edition.number} 版")


async def _line(sign: SignSettings, home: Path) -> Finding:
    told = _service_says(home)
    if told is not None:
        mine = [problem.removeprefix(f"{sign.name}：") for problem in told if problem.startswith(f"{sign.name}：")]
        words = mine[0] if mine else "服务正在运行，线路正常"
        return Finding(Level.PROBLEM if mine else Level.GOOD, sign.name, words)
    transport = transport_of(sign.port, sign.line, home)
    try:
        await transport.open()
        heard = await asked(transport, sign.line, sign.profile, planner_of(sign.profile.protocol), sign.address)
    except OSError as failed:
        return Finding(Level.PROBLEM, sign.name, failed.strerror or str(failed))
    finally:
        transport.close()
    return _heard(sign, heard)


def _heard(sign: SignSettings, heard: Heard) -> Finding:
    if not sign.profile.acknowledges:
        return Finding(Level.ADVICE, sign.name, "这种屏不应答，只能用眼睛确认")
    if heard.found is not None:
        sentence = heard.found.sentence
        return Finding(Level.PROBLEM if sentence else Level.GOOD, sign.name, sentence or "线路正常，显示屏有应答")
    where = f"{sign.port} 打得开，但地址 {sign.address} 在 {sign.line.baud} 波特"
    if heard.echo:
        words = "只有自己的回声：转换器是好的，请检查到显示屏的线和显示屏的电源"
    elif heard.stray:
        words = f"只收到 {len(heard.stray)} 个读不懂的字节：波特率或校验位不对，A、B 接反，或线路受干扰"
    else:
        words = "没有应答"
    return Finding(Level.PROBLEM, sign.name, f"{where}{words}；可运行 ledsign probe 找出波特率和地址")


def _service_says(home: Path) -> list[str] | None:
    """The running service's problems; None when it does not run."""
    try:
        health = json.loads((home / "health" / "ledsign.json").read_text(encoding="utf-8"))
        age_s = (datetime.now(UTC) - datetime.fromisoformat(health["time"])).total_seconds()
        return [str(problem) for problem in health["problems"]] if age_s < FRESH_S else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


__all__ = ["Finding", "Level", "findings"]
