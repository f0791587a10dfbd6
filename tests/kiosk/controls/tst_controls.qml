import QtQuick
import QtTest
import Lobby.Controls
import Lobby.Theme

Item {
    id: bench

    height: 1920
    width: 1080

    SignalSpy {
        id: spy
    }

    Component {
        id: chips

        ChipRow {
            texts: ["一", "二", "三"]
            width: 1000
        }
    }

    Component {
        id: rows

        RowButton {
            title: "综合法规处"
            width: 1000
        }
    }

    Component {
        id: keypads

        Keypad {
            width: 1000
        }
    }

    Component {
        id: scrollers

        Scroller {
            height: 800
            width: 1000

            Repeater {
                model: 40

                RowButton {
                    title: "行"
                    width: 800
                }
            }
        }
    }

    Component {
        id: bars

        Bar {
            width: 1080
        }
    }

    Component {
        id: ratings

        Rating {
            width: 1000
        }
    }

    TestCase {
        function init() {
            Type.large = false;
            Theme.highContrast = false;
        }

        function make(component: Component): Item {
            const made = createTemporaryObject(component, bench) as Item;
            waitForRendering(made);
            return made;
        }

        function test_a_touch_acts_on_release() {
            const row = make(rows);
            spy.target = row;
            spy.signalName = "chosen";
            spy.clear();
            mousePress(row, 50, 40);
            compare(spy.count, 0);
            mouseRelease(row, 50, 40);
            compare(spy.count, 1);
        }

        function test_sliding_off_cancels() {
            const row = make(rows);
            spy.target = row;
            spy.signalName = "chosen";
            spy.clear();
            mousePress(row, 50, 40);
            mouseMove(row, 50, 900);
            mouseRelease(row, 50, 900);
            compare(spy.count, 0);
        }

        function test_keys_choose_too() {
            const row = make(rows);
            spy.target = row;
            spy.signalName = "chosen";
            spy.clear();
            row.forceActiveFocus();
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            compare(spy.count, 2);
        }

        function test_what_is_disabled_is_not_chosen() {
            const row = make(rows);
            row.enabled = false;
            spy.target = row;
            spy.signalName = "chosen";
            spy.clear();
            mouseClick(row, 50, 40);
            compare(spy.count, 0);
        }

        function test_a_long_title_wraps_and_the_row_grows() {
            const row = make(rows) as RowButton;
            const before = row.implicitHeight;
            row.title = "财政监督评价与行政事业单位国有资产管理综合协调及政府购买服务改革推进办公室".repeat(3);
            tryVerify(() => row.implicitHeight > before);
        }

        function test_a_choice_of_several_tells_which() {
            const row = make(chips);
            spy.target = row;
            spy.signalName = "chosen";
            spy.clear();
            mouseClick(row, 1.5 * Metrics.target + Metrics.tight + 20, 40);
            compare(spy.signalArguments[0][0], 1);
        }

        function test_every_key_of_the_keypad_is_large_enough() {
            const keypad = make(keypads) as Keypad;
            verify(keypad.keyWidth >= Metrics.target);
            verify(keypad.keyHeight >= Metrics.target);
        }

        function test_the_keypad_says_which_letter() {
            const keypad = make(keypads) as Keypad;
            spy.target = keypad;
            spy.signalName = "typed";
            spy.clear();
            mouseClick(keypad, keypad.keyWidth / 2, keypad.keyHeight * 1.5 + Metrics.tight);
            compare(spy.signalArguments[0][0], "q");
        }

        function test_what_is_longer_than_the_glass_can_be_turned() {
            const scroller = make(scrollers) as Scroller;
            tryVerify(() => scroller.contentY === 0);
            mouseClick(scroller, 800, 750);
            tryVerify(() => scroller.contentY > 400);
            mouseClick(scroller, 200, 750);
            tryVerify(() => scroller.contentY === 0);
        }

        function test_large_words_put_the_bar_in_two_rows() {
            const bar = make(bars) as Bar;
            compare(bar.rows, 1);
            Type.large = true;
            compare(bar.rows, 2);
        }

        function test_a_rating_takes_one_touch() {
            const rating = make(ratings) as Rating;
            spy.target = rating;
            spy.signalName = "rated";
            spy.clear();
            mouseClick(rating, 200, rating.height - 60);
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], true);
            compare(rating.answer, "good");
        }

        function test_large_text_is_larger_by_two_thirds() {
            const before = Type.body;
            Type.large = true;
            verify(Math.abs(Type.body / before - 1.67) < 0.03);
        }

        name: "Controls"
        when: windowShown
    }
}
