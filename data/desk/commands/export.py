"""`desk export`: a power's flow chart as a file others can open: BPMN, Excel, SVG or PDF."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.importers.known import Known
from data.records.power import Power
from data.store.refusal import Refused

_FORMATS = ("bpmn", "xlsx", "svg", "pdf")


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("export", help="导出一个事项的流程图")
    parser.add_argument("what", metavar="power", choices=["power"], help="导出什么：目前只有 power")
    parser.add_argument("code", metavar="CODE", help="事项编号")
    parser.add_argument("--format", choices=_FORMATS, required=True, help="格式")
    parser.add_argument("--out", type=Path, metavar="FILE", help="文件名（默认：编号.格式，在当前文件夹）")
    parser.add_argument("--font", type=Path, metavar="FILE", help="PDF 用的中文字体（默认用本机的）")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Write the file. Refused where there is no such power, or nothing to draw."""
    power, known = _power(desk, arguments.code)
    if arguments.format != "xlsx" and not power.steps and not (arguments.format == "pdf" and power.pictures):
        only = "，只有图片；可以导出 pdf" if power.pictures else "，没有可画的"
        raise Refused(f"事项 {power.key} 还没有流程步骤{only}")
    out = arguments.out or Path(f"{_file_name(power.key)}.{arguments.format}")
    out.write_bytes(_WRITERS[arguments.format](power, known, desk, arguments.font))
    print(f"已导出 {out}")
    return 0


def _power(desk: Desk, code: str) -> tuple[Power, Known]:
    from data.desk.reading import directory
    from data.store.drafts import draft

    with desk.reading() as session:
        known = directory(session, desk)
        keys = known.keys("power", code)
        found = draft(session, "power", keys[0]) if len(keys) == 1 else None
    if found is None or not isinstance(found[0], Power):
        raise Refused(f"没有编号为 {code} 的事项" if not keys else f"名称“{code}”有多个事项，请写编号")
    return found[0], known


def _file_name(code: str) -> str:
    """A code as a file's name: what a folder or a file system could misread is replaced."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in code).lstrip(".") or "power"


def _bpmn(power: Power, known: Known, _desk: Desk, _font: Path | None) -> bytes:
    from data.flows.bpmn.write import write_bpmn

    return write_bpmn(power, {step.office: known.name("office", step.office) for step in power.steps if step.office})


def _xlsx(power: Power, known: Known, _: Desk, _font: Path | None) -> bytes:
    from data.importers.template import write_template

    try:
        return write_template("power", [power], known)
    except ValueError as error:
        raise Refused(f"写不成 Excel：{error}") from error


def _svg(power: Power, _: Known, _desk: Desk, _font: Path | None) -> bytes:
    from data.flows.layout import drawing_of
    from data.flows.svg import svg_of

    return svg_of(drawing_of(power, beside=True), power.name).encode()


def _pdf(power: Power, known: Known, desk: Desk, font: Path | None) -> bytes:
    """The chart on a page; the pictures of it where there are no steps."""
    if not power.steps:
        return _pictures_pdf(power, desk)
    from data.desk.fonts import chinese_font
    from data.flows.layout import drawing_of
    from data.flows.pdf import pdf_of

    office = known.name("office", power.office) if power.office else ""
    below = " · ".join((f"事项编号 {power.key}", *([f"承办：{office}"] if office else [])))
    try:
        return pdf_of(drawing_of(power, beside=True), power.name, below, chinese_font(font), desk.now())
    except ValueError as error:
        raise Refused(f"字体不能用，请用 --font 换一个：{error}") from error


def _pictures_pdf(power: Power, desk: Desk) -> bytes:
    from data.flows.pictures_pdf import pictures_pdf

    paths = [desk.home.documents / picture.document for picture in power.pictures]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise Refused(f"流程图的图片 {missing[0]} 不在 {desk.home.documents}，请重新导入或从备份恢复")
    return pictures_pdf([path.read_bytes() for path in paths], power.name, desk.now())


_WRITERS: dict[str, Callable[[Power, Known, Desk, Path | None], bytes]] = {
    "bpmn": _bpmn,
    "xlsx": _xlsx,
    "svg": _svg,
    "pdf": _pdf,
}
