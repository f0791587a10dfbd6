"""`ledsign doctor`: what is wrong with the signs of this machine, in plain words."""

from __future__ import annotations

import argparse
import asyncio
import json
from dataclasses import asdict

from ledsign.doctor import Finding, Level, findings
from ledsign.settings import home_of, read_settings

_MARKS = {Level.GOOD: "✓", Level.ADVICE: "·", Level.PROBLEM: "！"}


def run(made: argparse.Namespace) -> int:
    """Print every finding; exit 1 when one is a problem."""
    found = asyncio.run(findings(read_settings(home_of(made.config), made.config)))
    print(json.dumps([asdict(f) for f in found], ensure_ascii=False) if made.json else "\n".join(map(_line, found)))
    return 1 if any(finding.level is Level.PROBLEM for finding in found) else 0


def _line(finding: Finding) -> str:
    return f"{_MARKS[finding.level]} {finding.place}：{finding.message}"
