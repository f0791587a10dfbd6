"""A chart that is only a picture or PDF becomes pages of the power it belongs to, or one sentence says why not."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from data.importers.known import Known
from data.importers.parsed import Parsed
from data.importers.picture.pdf import read_pdf
from data.importers.picture.raster import read_raster
from data.importers.problem import Level
from data.importers.reader import read
from data.importers.refusal import Refusal
from data.records import Office, Power
from tests.helpers.charts import RED, bomb, pdf, picture, raster, sized, without_pages

NAME = "会计从业资格的审批"
KNOWN = Known.of((Power("1001", NAME, "xk", "kjc"), Power("1002", "设立的审批", "xk", "kjc"), Office("kjc", "会计处")))
PNG = raster(picture())
JPEG = raster(picture(), "JPEG")
BROKEN = "图片已损坏，打不开。请重新导出或另存，再导入。"


def take(name: str, body: bytes, kind: str | None = "flow") -> Parsed:
    return read(name, body, kind, KNOWN)


def power_in(parsed: Parsed) -> Power:
    assert [problem for problem in parsed.problems if problem.level is Level.ERROR] == []
    (power,) = parsed.records
    assert isinstance(power, Power)
    return power


def refused(parsed: Parsed) -> str:
    """The one sentence about a file of which nothing is taken."""
    (problem,) = parsed.problems
    assert problem.level is Level.ERROR
    assert (parsed.records, parsed.documents, parsed.usable) == ((), (), False)
    return problem.message


def shown(body: bytes) -> Image.Image:
    with Image.open(BytesIO(body)) as image:
        return image.convert("RGB")


@pytest.mark.parametrize("body", [PNG, JPEG, pdf()], ids=["png", "jpg", "pdf"])
def test_a_chart_becomes_a_page_that_shows_the_same(body: bytes) -> None:
    parsed = take("1001.png", body)
    power = power_in(parsed)
    assert parsed.scope.fields == ("pictures",)
    assert (power.key, len(power.pictures), len(parsed.documents)) == ("1001", 1, 1)
    page = shown(parsed.documents[0])
    assert page.size == (power.pictures[0].width, power.pictures[0].height)
    middle = page.getpixel((page.width // 2, int(page.height * 0.4)))
    assert isinstance(middle, tuple)
    assert all(abs(seen - meant) <= 6 for seen, meant in zip(middle, RED, strict=True))


def test_each_page_of_a_pdf_is_drawn_large_in_its_order_and_the_same_each_time() -> None:
    parsed = take("1001.pdf", pdf(("One", "Two", "Three")))
    pictures = power_in(parsed).pictures
    assert [(picture.width, picture.height) for picture in pictures] == [(2263, 3200)] * 3
    assert len({picture.document for picture in pictures}) == 3
    assert take("1001.pdf", pdf(("One", "Two", "Three"))) == parsed


@pytest.mark.parametrize(
    "name",
    [
        "1001.png",
        "D:\\图\\1001.PNG",
        "1001 审批.png",
        f"{NAME}.png",
        f"{NAME}流程图.png",
        f"{NAME}权力运行流程图.png",
        f"{NAME}（办理流程图）.png",
        "1001-流程图.png",
        "１００１.png",
        "1001",
        "1001.bpmn",
        "1001.xlsx",
        "1001.pdf",
    ],
)
def test_the_files_name_says_whose_chart_it_is(name: str) -> None:
    assert power_in(take(name, PNG)).key == "1001"


def test_a_chart_of_nobody_is_refused() -> None:
    assert refused(take("扫描件.png", PNG)) == (
        "不知道这是哪个事项的流程图：没有编号或名称为“扫描件”的事项。请把文件名改成事项编号，如 1001.png。"
    )


def test_pictures_and_drawings_that_nobody_reads_are_told_from_text_and_have_their_remedy() -> None:
    assert "另存为 .png" in refused(take("1001.webp", raster(picture(), "WEBP"), None))
    visio = BytesIO()
    with ZipFile(visio, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "<Types/>")
        zipped.writestr("visio/document.xml", "<VisioDocument/>")
    assert refused(take("1001.vsdx", visio.getvalue(), None)).startswith("这是 Visio 图。")


def test_a_picture_called_like_a_power_needs_no_kind_and_any_other_is_no_chart() -> None:
    assert power_in(take("1001.png", PNG, None)).key == "1001"
    assert power_in(take("1001.png", PNG, "power")).key == "1001"
    assert refused(take("合影.jpg", JPEG, None)).startswith("这是图片，读不出其中的文字。")
    assert refused(take("1001.png", PNG, "office")).startswith("这是图片，读不出其中的文字。")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "这不是流程图文件。"),
        (b"hello", "这不是流程图文件。"),
        (raster(picture(), "GIF"), "这是 GIF 图片。流程图的图片只收 .png 和 .jpg"),
        (raster(picture(), "GIF", save_all=True, append_images=[picture()]), "这是 GIF 图片。"),
        (raster(picture(), "WEBP"), "这是 WebP 图片。"),
        (raster(picture(), "BMP"), "这是 BMP 图片。"),
        (raster(picture(), "TIFF"), "这是 TIFF 图片。"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "这是手机照片（HEIC）。"),
        (raster(picture(), save_all=True, append_images=[picture(colour=(0, 0, 0))]), "这是会动的图片"),
        (raster(Image.new("L", (1, 60_000))), "图有 1 × 60000 像素，细得像一条线"),
        (raster(Image.new("RGB", (1600, 1200), "white")), "图是空白的"),
        (raster(Image.new("RGBA", (1600, 1200), (255, 255, 255, 0))), "图是空白的"),
        (sized(600, 800), "图是空白的"),
        (PNG[: len(PNG) // 2], BROKEN),
        (JPEG[: len(JPEG) // 2], BROKEN),
        (PNG[:8] + b"\0" * 100, BROKEN),
        (raster(picture(200, 100)), "图只有 200 × 100 像素"),
        (raster(Image.new("L", (620, 9000))), "图有 620 × 9000 像素，太长或太宽"),
        (b"%PDF-1.7\n%%EOF", "PDF 已损坏，或一页也没有，打不开。"),
        (pdf()[:400], "PDF 已损坏，或一页也没有，打不开。"),
        (pdf(password="secret"), "PDF 加了密码，打不开。"),
        (pdf(("x",) * 13), "PDF 超过 12 页。"),
        (without_pages(), "PDF 已损坏，或一页也没有，打不开。"),
        (sized(5, 700), "PDF 的页面大得（或小得）不合常理"),
        (sized(90_000, 90_000), "PDF 的页面大得（或小得）不合常理"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(body: bytes, sentence: str) -> None:
    assert refused(take("1001.png", body)).startswith(sentence)


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(b"\0" * 1000)
    parts = [head, pixels, b"IEND"]
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [8_000, 60_000, 2**31 - 1])
def test_a_picture_that_unpacks_to_gigabytes_is_not_unpacked(side: int) -> None:
    assert refused(take("1001.png", claiming(side, side))).endswith("超过 60 百万像素的上限。请缩小后另存，再导入。")


def test_a_pdf_that_draws_without_end_is_given_up() -> None:
    with pytest.raises(Refusal, match="PDF 太复杂，画不出来"):
        read_pdf(bomb(), most_s=1)


@pytest.mark.parametrize(
    ("text", "level", "sentence"),
    [
        ("11010519491231002X", Level.ERROR, "这里有身份证号"),
        ("Tel 13800138000", Level.WARNING, "这里有手机号"),
    ],
)
def test_the_words_of_a_pdf_are_looked_through_for_what_is_private(text: str, level: Level, sentence: str) -> None:
    (problem,) = take("1001.pdf", pdf(("Apply", text))).problems
    assert (problem.place, problem.level) == ("1001.pdf 第 2 页", level)
    assert problem.message.startswith(sentence)


def test_an_empty_page_among_others_is_named() -> None:
    found = take("1001.pdf", pdf(("One", "", "Three"), boxes=(0, 2))).problems
    assert [(problem.place, problem.message[:9]) for problem in found if problem.level is Level.WARNING] == [
        ("1001.pdf 第 2 页", "这一页是空白的，大")
    ]


def test_of_a_picture_staff_are_told_that_nobody_read_it() -> None:
    (problem,) = take("1001.png", raster(picture(3000, 2000))).problems
    assert (problem.place, problem.level) == ("1001.png 第 1 页", Level.NOTE)
    assert "逐字核对" in problem.message


def test_a_small_picture_is_taken_with_a_warning() -> None:
    parsed = take("1001.png", raster(picture(640, 480)))
    assert parsed.usable
    assert [problem.level for problem in parsed.problems] == [Level.WARNING, Level.NOTE]


def test_a_camera_turns_the_picture_and_tells_nobody_where_it_was() -> None:
    lying = picture(1600, 1200)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "ACME SECRET CAMERA"
    (page,) = read_raster(raster(lying, "JPEG", exif=exif, comment=b"ACME SECRET COMMENT"))
    assert (page.picture.width, page.picture.height) == (1200, 1600)
    assert b"ACME" not in page.body
    assert page.body.startswith(b"\x89PNG")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_way_to_write_a_picture_shows_dark_on_white(mode: str) -> None:
    """What is transparent is paper; sixteen bits are eight of them."""
    if mode == "I;16":
        image = Image.frombytes("I;16", (800, 600), (b"\xff\xff" * 400 + b"\x00\x10" * 400) * 600)
    else:
        image = picture(800, 600).convert(mode)
    if mode in {"RGBA", "LA"}:
        image.paste((0, 0, 0, 0) if mode == "RGBA" else (0, 0), (0, 0, 100, 100))
    form = "JPEG" if mode == "CMYK" else "PNG"
    (page,) = read_raster(raster(image, form))
    seen = shown(page.body)
    assert min(seen.getpixel((5, 5))) >= 250  # type: ignore[arg-type]  # a pixel of three
    assert max(seen.getpixel((500, 300))) < 210  # type: ignore[arg-type]


def test_a_photograph_travels_as_jpeg() -> None:
    noise = Image.effect_noise((2400, 1800), 90).convert("RGB")
    (page,) = read_raster(raster(noise))
    assert page.body.startswith(b"\xff\xd8\xff")


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([PNG, JPEG]), st.data())
def test_damaged_pictures_are_pages_or_refused_and_nothing_else(body: bytes, data: st.DataObject) -> None:
    broken = bytearray(body)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(3, len(body) - 1))] = data.draw(st.integers(0, 255))
    taken = read("1001.png", bytes(broken[: data.draw(st.integers(8, len(body)))]), "flow", KNOWN)
    assert taken.usable == bool(taken.documents)
    assert taken.usable or taken.problems


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.sampled_from([pdf(("One", "Two")), bomb(2, 2)]), st.data())
def test_damaged_pdfs_are_pages_or_refused_and_nothing_else(body: bytes, data: st.DataObject) -> None:
    broken = bytearray(body)
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(8, len(body) - 1))] = data.draw(st.integers(0, 255))
    taken = read("1001.pdf", bytes(broken[: data.draw(st.integers(200, len(body)))]), "flow", KNOWN)
    assert taken.usable == bool(taken.documents)
    assert taken.usable or taken.problems
