pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard.Components
import QtQuick.VirtualKeyboard.Plugins
import Lobby.Typing

// Digits, letters and what a sentence needs; Pinyin and plain letters on the same keys.
KeyboardLayout {
    id: layout

    function createInputMethod(): QtObject {
        return pinyin.createObject(null);
    }

    inputMode: KeyTable.letters
    keyWeight: 100
    sharedLayouts: ["symbols"]

    Component {
        id: pinyin

        PinyinInputMethod {}
    }

    KeyRow {
        visible: KeyTable.digits

        Repeater {
            model: "1234567890".split("")

            Key {
                required property string modelData

                text: modelData
            }
        }
    }

    KeyRow {
        Repeater {
            model: "qwertyuiop".split("")

            Key {
                required property string modelData

                text: modelData
            }
        }
    }

    KeyRow {
        FillerKey {
            weight: 50
        }

        Repeater {
            model: "asdfghjkl".split("")

            Key {
                required property string modelData

                text: modelData
            }
        }

        FillerKey {
            weight: 50
        }
    }

    KeyRow {
        ShiftKey {
            enabled: !KeyTable.pinyin
            weight: 150
        }

        Repeater {
            model: "zxcvbnm".split("")

            Key {
                required property string modelData

                text: modelData
            }
        }

        BackspaceKey {
            weight: 150
        }
    }

    LastRow {}
}
