"""Reads a PDF file as pictures of its pages, and the words on them."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from data.importers.picture.page import Page
from data.importers.picture.raster import read_raster
from data.importers.refusal import Refusal

MOST_S = 40
"""Seconds of the processor for a file's pages; by the clock on the wall it may be thrice as many, on a busy machine."""
_HEAD = 1024
"""Bytes among which readers look for a PDF's beginning."""
_REMEDY = "请用生成它的软件重新导出，或把流程图那几页另存为图片（.png），再导入。"
_SAID: Mapping[str, str] = {
    "locked": "PDF 加了密码，打不开。请去掉密码后另存，再导入。",
    "broken": f"PDF 已损坏，或一页也没有，打不开。{_REMEDY}",
    "many": "PDF 超过 12 页。流程图只要图的那几页，请另存为单独的 PDF 再导入。",
    "large": f"PDF 的页面大得（或小得）不合常理，画不出来。{_REMEDY}",
}
_GAVE_UP = f"PDF 太复杂，画不出来。{_REMEDY}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a file in order, and the words on each, empty where it is only a picture."""

    pages: tuple[Page, ...]
    texts: tuple[str, ...]


def is_pdf(body: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in body[:_HEAD]


def read_pdf(body: bytes, most_s: int = MOST_S) -> Drawn:
    """The pages of a PDF. Refusal, with the remedy, where it is broken, protected, too long or too much to draw."""
    command = [sys.executable, "-m", "data.importers.picture.render", str(most_s)]
    try:
        done = subprocess.run(command, input=body, capture_output=True, check=False, timeout=3 * most_s)  # noqa: S603 - our own module, no shell
    except subprocess.TimeoutExpired as slow:
        raise Refusal(_GAVE_UP) from slow
    head, _, bodies = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise Refusal(_GAVE_UP)
    told = cast("dict[str, object]", json.loads(head))
    if told["said"]:
        raise Refusal(_SAID[str(told["said"])])
    drawn = _cut(bodies, cast("list[int]", told["pages"]))
    pages = tuple(page for one in drawn for page in read_raster(one))
    return Drawn(pages, tuple(cast("list[str]", told["texts"])))


def _cut(bodies: bytes, lengths: list[int]) -> Iterator[bytes]:
    start = 0
    for length in lengths:
        yield bodies[start : start + length]
        start += length
