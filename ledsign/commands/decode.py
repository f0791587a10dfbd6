"""`ledsign decode`: what frames on standard input say."""

from __future__ import annotations

import argparse
import json
import sys

from ledsign.protocols import described


def run(made: argparse.Namespace) -> int:
    """Print a JSON list, one object a frame: its kind, and the texts in it."""
    digits = "".join(sys.stdin.read().replace("0x", "").replace(",", "").split())
    try:
        content = bytes.fromhex(digits)
    except ValueError as wrong:
        raise ValueError("标准输入应当是十六进制，例如 A5 A5 01") from wrong
    print(json.dumps(described(made.protocol, content), ensure_ascii=False))
    return 0
