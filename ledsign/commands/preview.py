"""`ledsign preview`: what a person in the hall will see of a rotation, as a picture or an animation."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ledsign.compose import Composition, Style, cycle_s, replaced
from ledsign.compose.capacity import crowded
from ledsign.compose.lamps import write_gif, write_png
from ledsign.compose.preview import moments, sheet, shown_compositions
from ledsign.profile import Content, profile_of
from ledsign.rotation import Rotation


def run(made: argparse.Namespace) -> int:
    """Draw the rotation as it shows today: all pages on one sheet as .png, in their time as .gif."""
    if made.out.suffix.lower() not in _WRITERS:
        raise ValueError(f"输出文件应当以 {' 或 '.join(_WRITERS)} 结尾，而不是 {made.out.name}")
    rotation = Rotation.from_json(made.rotation.read_bytes())
    panel = replace(made.panel, colours=made.colours)
    profile = profile_of(made.protocol)
    if profile.content is Content.TEXT:
        rotation = _readable(rotation)
    effects = {item.key: profile.effect(item.effect) if item.effect else None for item in rotation.items}
    rotation = replace(rotation, items=tuple(replace(item, effect=effects[item.key]) for item in rotation.items))
    compositions = shown_compositions(rotation, panel, datetime.now(UTC), Style(made.font))
    _WRITERS[made.out.suffix.lower()](compositions, made.out)
    print(f"{len(compositions)} 条，一轮 {cycle_s(compositions):g} 秒")
    lack = crowded(compositions, profile)
    if lack:
        print(f"放不下：{lack}")
    return 0


_WRITERS: dict[str, Callable[[Sequence[Composition], Path], None]] = {
    ".png": lambda compositions, file: write_png(sheet(compositions), file),
    ".gif": lambda compositions, file: write_gif(moments(compositions), file),
}


def _readable(rotation: Rotation) -> Rotation:
    items = tuple(replace(item, text=replaced(item.text)[0]) for item in rotation.items)
    notices = tuple(replace(notice, text=replaced(notice.text)[0]) for notice in rotation.notices)
    return replace(rotation, items=items, notices=notices, fallback=replaced(rotation.fallback)[0])
