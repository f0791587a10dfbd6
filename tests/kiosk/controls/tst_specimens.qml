import QtQuick
import QtTest
import Lobby
import Lobby.Controls
import Lobby.Theme

// Whatever the gallery shows: each thing that can be touched is large enough, named and acts once, in every mode; no
// text runs out of its control.
Item {
    id: bench

    height: 1920
    width: 1080

    SignalSpy {
        id: spy
    }

    Component {
        id: controls

        Specimens {
            width: 960
        }
    }

    Component {
        id: rows

        RowSpecimens {
            width: 960
        }
    }

    TestCase {
        name: "Specimens"
        when: windowShown

        // Every visible item below another.
        function below(parent: Item): list<Item> {
            let found = [];
            for (const child of parent.children)
                if (child.visible)
                    found = [...found, child, ...below(child)];
            return found;
        }

        function touchable(shown: Item): list<Item> {
            return below(shown).filter(item => typeof item["choose"] === "function");
        }

        function modes(): list<var> {
            const found = [];
            for (const specimens of [controls, rows])
                for (const large of [false, true])
                    for (const contrast of [false, true])
                        found.push({
                            "tag": `${specimens === controls ? "controls" : "rows"}${large ? " large" : ""}${contrast ? " contrast" : ""}`,
                            "specimens": specimens,
                            "large": large,
                            "contrast": contrast
                        });
            return found;
        }

        function shown(data: var): Item {
            Type.large = data.large;
            Theme.highContrast = data.contrast;
            const made = createTemporaryObject(data.specimens, bench);
            wait(50);
            return made;
        }

        function cleanup() {
            Type.large = false;
            Theme.highContrast = false;
        }

        function test_targets_are_large_and_named_data() {
            return modes();
        }

        function test_targets_are_large_and_named(data) {
            const found = touchable(shown(data));
            verify(found.length > 10);
            for (const item of found) {
                verify(item.name.trim().length > 0, `${item} has no name`);
                verify(Math.min(item.width, item.height) >= Metrics.target - 1, `${item.name}: ${item.width} x ${item.height}`);
            }
        }

        function test_each_acts_once_when_chosen_and_never_disabled_data() {
            return modes().slice(0, 1).concat(modes().slice(4, 5));
        }

        function test_each_acts_once_when_chosen_and_never_disabled(data) {
            for (const item of touchable(shown(data))) {
                spy.target = item;
                spy.signalName = "chosen";
                spy.clear();
                item.choose();
                compare(spy.count, item.enabled ? 1 : 0, item.name);
                item.enabled = false;
                item.choose();
                verify(spy.count <= 1, item.name);
            }
        }

        function test_no_text_is_wider_than_its_place_data() {
            return modes();
        }

        function test_no_text_is_wider_than_its_place(data) {
            const texts = below(shown(data)).filter(item => item instanceof Text && item.text);
            verify(texts.length > 20);
            for (const text of texts)
                verify(text.contentWidth <= text.width + 1 && (text.contentHeight <= text.height + 1 || text.elide !== Text.ElideNone), `${text.text}: ${text.contentWidth} in ${text.width}`);
        }
    }
}
