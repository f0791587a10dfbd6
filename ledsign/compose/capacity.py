"""How much of a day a sign holds at once, from its family's profile: told to staff before they publish it.

A picture sign keeps a day as pictures: either so many of a size, shared where pages have equal parts, or so many bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ledsign.bitmap import Bitmap
from ledsign.profile import Content

if TYPE_CHECKING:
    from ledsign.compose.pages import Composition
    from ledsign.profile import Pictures, Profile


def crowded(compositions: Sequence[Composition], profile: Profile) -> str:
    """What a sign lacks for showing all these texts in turn, and how many it can take; "" when all fit."""
    lack = _lack(compositions, profile)
    if not lack:
        return ""
    fitting = next(count for count in range(len(compositions), -1, -1) if not _lack(compositions[:count], profile))
    remedy = "请减少条目、缩短文字，或改用小一号的字"
    return f"{lack}，只放得下前 {fitting} 条；{remedy}" if fitting else f"{lack}，一条也放不下；{remedy}"


def pictures_for(height_dots: int, profile: Profile) -> Pictures | None:
    """The kind of pictures that pages of this height are kept in; None when the family counts none."""
    return next((kind for kind in profile.pictures if height_dots <= kind.height_dots), None)


def parts(page: Bitmap, width_dots: int) -> Iterator[Bitmap]:
    """A page cut from the left into pieces of this width; the last is as wide as what is left."""
    for x in range(0, page.width, width_dots):
        yield page.cropped(x, 0, min(width_dots, page.width - x), page.height)


def _lack(compositions: Sequence[Composition], profile: Profile) -> str:
    if len(compositions) > profile.programmes:
        return f"这种屏同时最多 {profile.programmes} 条，现在有 {len(compositions)} 条"
    pages = [page.bitmap for composition in compositions for page in composition.pages]
    if profile.content is not Content.DOTS or not pages:
        return ""
    kind = pictures_for(max(page.height for page in pages), profile)
    if kind is None:
        return _bytes_lack(pages, profile)
    return _pictures_lack(compositions, pages, kind)


def _pictures_lack(compositions: Sequence[Composition], pages: Sequence[Bitmap], kind: Pictures) -> str:
    different = {part for page in pages for part in parts(page, kind.width_dots)}
    if len(different) > kind.count:
        return f"这块屏同时最多 {kind.count} 幅点阵图，这些内容要 {len(different)} 幅"
    for composition in compositions:
        calls = sum(-(-page.bitmap.width // kind.width_dots) for page in composition.pages)
        needed = calls * kind.call_bytes + len(composition.pages) - 1
        if needed > kind.text_bytes:
            return f"“{composition.text[:8]}…”有 {len(composition.pages)} 屏，比这种屏一条能有的多"
    return ""


def _bytes_lack(pages: Sequence[Bitmap], profile: Profile) -> str:
    size = profile.area_bytes + sum(profile.page_bytes + -(-page.width // 8) * page.height for page in pages)
    if size <= profile.text_bytes:
        return ""
    return f"这块屏一次最多 {profile.text_bytes} 字节，这些内容共 {len(pages)} 屏 {size} 字节"
