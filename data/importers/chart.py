"""A flow chart as a picture or PDF, the last resort: pages for one power, which the file's name must say."""

from collections.abc import Iterator

from data.importers.asked import Asked
from data.importers.container import MOST_BYTES
from data.importers.flow_owner import owner_of, ownerless
from data.importers.known import Known
from data.importers.parsed import Parsed, Scope
from data.importers.picture.others import other_picture
from data.importers.picture.page import Page
from data.importers.picture.pdf import Drawn, is_pdf, read_pdf
from data.importers.picture.raster import is_raster, read_raster
from data.importers.privacy import in_texts
from data.importers.problem import Problem, note, warning
from data.importers.refusal import Refusal
from data.importers.secrecy import refuse_marked
from data.records import Power

_SCOPE = Scope((), fields=("pictures",))
_UNREAD = (
    "图里的字系统读不出来，来访者也查找不到。请逐字核对有没有密级标志和个人信息；有步骤表或 BPMN 的，请优先导入那个。"
)
_SHARP = 1200
"""Pixels of the longer side below which a chart is hardly read on a large screen."""


def is_chart(body: bytes) -> bool:
    """Whether a file is a picture or a PDF that could be a chart."""
    return is_raster(body) or is_pdf(body)


def names_owner(asked: Asked) -> bool:
    """Whether a file's name says whose chart it is."""
    return owner_of(asked.name, (), asked.known or Known()) is not None


def parse_chart(body: bytes, asked: Asked) -> Parsed:
    """The pages of one power's chart. Refusal where the file is none, cannot be shown, or names no power."""
    if not is_chart(body):
        raise Refusal(_not_a_chart(body))
    if len(body) > MOST_BYTES:
        raise Refusal(
            f"文件有 {len(body) / 2**20:.0f} MB，超过 {MOST_BYTES // 2**20} MB 的上限。请缩小后另存，再导入。"
        )
    known = asked.known or Known()
    key = owner_of(asked.name, (), known)
    if key is None:
        raise Refusal(ownerless(asked.name, "pdf" if is_pdf(body) else "png"))
    drawn = read_pdf(body) if is_pdf(body) else Drawn(read_raster(body), ("",))
    power = Power(key, known.name("power", key), "", "", pictures=tuple(page.picture for page in drawn.pages))
    problems = (*_words(drawn), *_looks(drawn.pages), *_unread(drawn))
    return Parsed("power", (power,), problems, _SCOPE, documents=tuple(page.body for page in drawn.pages))


def _not_a_chart(body: bytes) -> str:
    other = other_picture(body)
    if other:
        return f"{other}。流程图的图片只收 .png 和 .jpg（静止的一张），或 PDF。请另存为 .png，再导入。"
    return (
        "这不是流程图文件。流程图可以是步骤表（.xlsx）、BPMN（.bpmn）、图片（.png、.jpg）或 PDF；其他格式请另存为 PDF。"
    )


def _words(drawn: Drawn) -> Iterator[Problem]:
    """What must not become public in the words of a PDF. Refusal where it is marked as secret."""
    lines = [
        (f"第 {number} 页", line) for number, text in enumerate(drawn.texts, 1) for line in text.splitlines() if line
    ]
    refuse_marked(lines)
    yield from in_texts(lines)


def _looks(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """What a visitor would see badly. Refusal where there would be nothing to see."""
    if all(page.blank for page in pages):
        raise Refusal("图是空白的，上面什么也没有。请打开看一看，重新导出后再导入。")
    for number, page in enumerate(pages, 1):
        if page.blank:
            yield warning(f"第 {number} 页", "这一页是空白的，大厅里也会显示一张白纸。请删去这一页，再导入。")
        if max(page.picture.width, page.picture.height) < _SHARP:
            size = f"{page.picture.width} × {page.picture.height}"
            yield warning(f"第 {number} 页", f"图只有 {size} 像素，放大后会模糊。有更清楚的，请换一个。")


def _unread(drawn: Drawn) -> Iterator[Problem]:
    for number, text in enumerate(drawn.texts, 1):
        if not text.strip():
            yield note(f"第 {number} 页", _UNREAD)
