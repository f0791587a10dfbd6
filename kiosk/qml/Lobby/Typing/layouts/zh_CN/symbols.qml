pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard.Components
import Lobby.Typing

// What addresses, numbers and sentences need besides letters.
KeyboardLayout {
    id: layout

    readonly property list<string> rows: KeyTable.digits ? ["1234567890", "@#%&*-+=()", "!\"'<>:;/?_"] : ["1234567890", "@#%&*-+=()"]

    keyWeight: 100
    sharedLayouts: ["main"]

    Repeater {
        model: layout.rows

        KeyRow {
            id: row

            required property string modelData

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
