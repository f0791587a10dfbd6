pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// Twenty-six letters and ten digits, drawn by the program itself: nothing of a desktop's keyboard can be reached.
Column {
    id: keypad

    readonly property list<string> rows: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
    // The height of the page it stands on: on a low one its keys are lower, but never under a fingertip.
    property real room: Metrics.u(1200)
    readonly property real keyWidth: Math.floor((keypad.width - 9 * keypad.spacing) / 10)
    readonly property real keyHeight: Math.round(Math.max(Metrics.target, Math.min(Metrics.u(96), keypad.keyWidth * 1.05, keypad.room * 0.085)))

    signal typed(letter: string)
    signal erase
    signal clear

    spacing: Metrics.tight

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("键盘")

    Repeater {
        model: keypad.rows

        Row {
            id: row

            required property string modelData
            required property int index

            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: keypad.spacing

            Key {
                drawing: "close"
                height: keypad.keyHeight
                name: qsTr("清空")
                visible: row.index === 3
                width: keypad.keyWidth * 1.5 + keypad.spacing / 2

                onChosen: keypad.clear()
            }

            Repeater {
                model: row.modelData.split("")

                Key {
                    required property string modelData

                    height: keypad.keyHeight
                    name: modelData
                    text: modelData
                    width: keypad.keyWidth

                    onChosen: keypad.typed(modelData.toLowerCase())
                }
            }

            Key {
                drawing: "erase"
                height: keypad.keyHeight
                name: qsTr("删一个")
                visible: row.index === 3
                width: keypad.keyWidth * 1.5 + keypad.spacing / 2

                onChosen: keypad.erase()
            }
        }
    }
}
