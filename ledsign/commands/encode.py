"""`ledsign encode`: the frames that show one text on a sign."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from ledsign.compose import compose, replaced
from ledsign.intent import ShowNotice
from ledsign.plan import Known
from ledsign.profile import Content, profile_of
from ledsign.protocols import planner_of


def run(made: argparse.Namespace) -> int:
    """Print the frames; characters the sign lacks are told on standard error."""
    profile = profile_of(made.protocol)
    address = profile.checked_address(made.address)
    text = made.text
    if profile.content is Content.TEXT:
        text, lost = replaced(made.text)
        for one in lost:
            print(f"ledsign: 显示屏没有“{one.character}”，以“{one.instead}”代替", file=sys.stderr)
    if not text.strip():
        raise ValueError("没有可以显示的文字")
    composition = compose(text, replace(made.panel, colours=made.colours))
    jobs = planner_of(made.protocol).jobs((ShowNotice("text", composition),), Known(), profile, address)
    for frame in (step.content for job in jobs for step in job.steps):
        if made.hex:
            print(frame.hex(" ").upper())
        else:
            sys.stdout.buffer.write(frame)
    return 0
