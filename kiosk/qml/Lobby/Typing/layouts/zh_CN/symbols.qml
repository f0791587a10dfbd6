pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard.Components
import Lobby.Typing

// What addresses, numbers and sentences need besides letters.
KeyboardLayout {
    id: layout

    keyWeight: 100
    sharedLayouts: ["main"]

    // Rows that come and go would leave their keys without a parent for a moment, which Qt's keys complain of.
    Repeater {
        model: ["1234567890", "@#%&*-+=()", "!\"'<>:;/?_"]

        KeyRow {
            id: row

            required property int index
            required property string modelData

            visible: row.index < 2 || KeyTable.digits

            Repeater {
                model: row.modelData.split("")

                Key {
                    required property string modelData

                    text: modelData
                }
            }
        }
    }

    KeyRow {
        Repeater {
            model: "、：；？！《》·".split("")

            Key {
                required property string modelData

                text: modelData
            }
        }

        BackspaceKey {
            weight: 200
        }
    }

    LastRow {
        symbols: true
    }
}
