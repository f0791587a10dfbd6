"""What a visitor takes along, what they say of a page, and what of it all is written down."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import segno
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtQuick import QQuickItem

from data.journal.writer import Journal
from kiosk.app import Kiosk
from kiosk.providers.qr import multiple, qr_image
from kiosk.upkeep import Upkeep
from kiosk.viewmodels.take_along import MOST_BYTES, card, cards
from tests.kiosk.hand import Hand


def test_materials_as_a_code_within_three_touches(hand: Hand) -> None:
    hand.touch("审批大厅")
    hand.touch("政府采购代理机构资格的认定")
    hand.touch("扫码带走材料清单")
    code = next(item for item in items_in(hand.kiosk.window.contentItem()) if inherits(item, "QrCode"))
    assert str(code.property("text")).startswith(
        "政府采购代理机构资格的认定\n1. 申请表（原件 2 份）\n2. 营业执照副本（复印件 1 份，加盖公章）\n"
        "3. 专职人员劳动合同及社会保险缴纳证明（复印件 1 份，容缺后补）\n"
    )
    assert hand.touches == 3
    hand.touch("关闭")
    assert not hand.sees("关闭")


def items_in(parent: QQuickItem) -> Iterator[QQuickItem]:
    """Every item below another."""
    for child in parent.childItems():
        yield child
        yield from items_in(child)


def inherits(item: QQuickItem, control: str) -> bool:
    """Whether an item is of the control in CONTROL.qml."""
    return item.metaObject().className().startswith(f"{control}_QMLTYPE")


def test_a_code_holds_the_very_text() -> None:
    text = "政府采购代理机构资格的认定\n1. 申请表（2 份）"
    image = qr_image(text)
    matrix = segno.make(text, error="m", encoding="utf-8", micro=False)
    rows = [[image.pixelColor(x, y).lightness() < 128 for x in range(image.width())] for y in range(image.height())]
    buffer = io.StringIO()
    matrix.save(buffer, kind="txt", border=4)
    assert rows == [[sign == "1" for sign in line] for line in buffer.getvalue().splitlines()]


def test_a_code_is_drawn_in_whole_pixels() -> None:
    assert [multiple(wanted, 29) for wanted in (190, 58, 57, 10)] == [174, 58, 29, 29]


def test_a_card_keeps_whole_lines_and_says_where_it_stops() -> None:
    assert card(["一", "", "二"]) == "一\n二"
    long = card(f"{number}. 专职人员劳动合同及社会保险缴纳证明" for number in range(100))
    assert long.endswith("明\n…")
    assert len(long.encode()) <= MOST_BYTES


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), max_size=30),
)
def test_a_long_list_goes_on_as_many_cards_as_it_needs(head: str, lines: list[str]) -> None:
    made = cards(head, lines)
    assert all(len(text.encode()) <= MOST_BYTES for text in made)
    assert len(made) == 1 or all(f"（{number}/{len(made)}）" in text for number, text in enumerate(made, 1))
    whole = [line for line in lines if line and len(line.encode()) < MOST_BYTES // 2]
    assert all(any(line in text for text in made) for line in whole)


def test_each_card_of_several_says_which_it_is() -> None:
    first, second = cards("申请", [f"{number}. 专职人员劳动合同及社会保险缴纳证明" for number in range(16)])
    assert first.startswith("申请（1/2）\n0. 专职")
    assert second.startswith("申请（2/2）\n")
    assert second.endswith("15. 专职人员劳动合同及社会保险缴纳证明")


def test_a_rating_is_counted_and_nothing_personal_with_it(hand: Hand, kiosk: Kiosk, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", "kiosk")
    Upkeep(kiosk).keep(journal)
    kiosk.visit.leave()
    hand.touch("干部分工")
    hand.touch("张明远")
    hand.touch("首页")
    hand.touch("找处室、找人、找事项、找房间")
    hand.type("zmy")
    hand.touch("首页")
    hand.touch("工作职责")
    hand.touch("综合法规处")
    for _ in range(6):
        if hand.sees("没帮助"):
            break
        hand.touch("下一屏")
    hand.touch("没帮助")
    hand.touch("看不明白")
    assert hand.sees("谢谢您的评价。")
    journal.close()
    lines = [json.loads(line) for line in (tmp_path / "journal" / "kiosk.jsonl").read_text("utf-8").splitlines()]
    facts = [{name: fact for name, fact in line.items() if name not in {"seq", "time"}} for line in lines]
    assert facts == [
        {"kind": "visit"},
        {"kind": "page", "page": "staff"},
        {"kind": "page", "page": "person"},
        {"kind": "page", "page": "search"},
        {"kind": "page", "page": "offices"},
        {"kind": "page", "page": "office", "key": "law"},
        {"kind": "rating", "page": "office", "key": "law", "good": False, "reason": ""},
        {"kind": "rating", "page": "office", "key": "law", "good": False, "reason": "unclear"},
    ]


def test_a_card_says_where_as_the_page_does(kiosk: Kiosk) -> None:
    for button, office, papers in (
        ("", "5 楼 512 室", "审批大厅 3 号窗口\n1 楼 101 室\n周二、周四 8:30–16:30"),
        ("language", "Floor 5, room 512", "Window 3\nFloor 1, room 101\nTue, Thu 8:30–16:30"),
    ):
        kiosk.shell.press(button)
        kiosk.shell.openPage("office", "law", 0)
        assert str(kiosk.shell._objects[-1].property("takeAlong")).split("\n")[1] == office
        kiosk.shell.openPage("power", "XK-001", 0)
        assert papers in kiosk.shell._objects[-1].property("takeAlong")[0]


def to_the_rating(hand: Hand) -> None:
    """Open an office's page and turn it to where it is rated."""
    hand.kiosk.shell.openPage("office", "law", 0)
    assert hand.awaits("下一屏")
    for _ in range(6):
        if hand.sees("没帮助") or hand.sees("谢谢您的评价。"):
            break
        hand.touch("下一屏")


def test_a_page_is_rated_once_a_visit(hand: Hand, kiosk: Kiosk) -> None:
    rated: list[tuple[str, str, bool, str]] = []
    kiosk.shell.rated.connect(lambda *answer: rated.append(answer))
    to_the_rating(hand)
    at = hand.find("有帮助").seen.center()
    hand.tap(at)
    hand.tap(at)
    hand.touch("首页")
    to_the_rating(hand)
    assert hand.sees("谢谢您的评价。")
    kiosk.shell.rate("office", "law", False, "")
    assert rated == [("office", "law", True, "")]
    kiosk.visit.leave()
    kiosk.visit.touched()
    to_the_rating(hand)
    hand.touch("没帮助")
    assert rated[1:] == [("office", "law", False, "")]
