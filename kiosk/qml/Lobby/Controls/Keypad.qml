pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// Twenty-six letters and ten digits, drawn by the program itself: nothing of a desktop's keyboard can be reached.
Column {
    id: keypad

    // The letters of each row, and the digits at its end: on a low page they have no row of their own, for what is
    // found needs it more.
    readonly property list<string> rows: keypad.flat ? ["QWERTYUIOP 123", "ASDFGHJKL 4567", "ZXCVBNM 890"] : ["1234567890 ", "QWERTYUIOP ", "ASDFGHJKL ", "ZXCVBNM "]
    readonly property bool flat: keypad.room < Metrics.u(1150) && keypad.wide(13) >= Metrics.target
    readonly property int columns: keypad.flat ? 13 : 10
    // Read aloud, its keys are said one by one when they are reached.
    readonly property bool mute: true
    // The height of the page it stands on: on a low one its keys are lower, but never under a fingertip.
    property real room: Metrics.u(1200)
    readonly property real keyWidth: keypad.wide(keypad.columns)
    readonly property real keyHeight: Math.round(Math.max(Metrics.target, Math.min(Metrics.u(96), keypad.keyWidth * 1.05, keypad.room * 0.085)))

    signal typed(letter: string)
    signal erase
    signal clear

    // How wide a key is where this many stand side by side.
    function wide(columns: int): real {
        return Math.floor((keypad.width - (columns - 1) * keypad.spacing) / columns);
    }

    spacing: Metrics.tight

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("键盘")

    component LetterKey: Key {
        required property string modelData

        height: keypad.keyHeight
        name: modelData
        text: modelData
        width: keypad.keyWidth

        onChosen: keypad.typed(modelData.toLowerCase())
    }

    Repeater {
        model: keypad.rows

        Row {
            id: row

            required property string modelData
            required property int index
            readonly property bool last: row.index === keypad.rows.length - 1
            readonly property string letters: row.modelData.split(" ")[0]
            readonly property string digits: row.modelData.split(" ")[1]

            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: keypad.spacing

            Key {
                drawing: "close"
                height: keypad.keyHeight
                name: qsTr("清空")
                visible: row.last
                width: keypad.keyWidth * 1.5 + keypad.spacing / 2

                onChosen: keypad.clear()
            }

            Repeater {
                model: row.letters.split("")

                LetterKey {}
            }

            Key {
                drawing: "erase"
                height: keypad.keyHeight
                name: qsTr("删一个")
                visible: row.last
                width: keypad.keyWidth * 1.5 + keypad.spacing / 2

                onChosen: keypad.erase()
            }

            Repeater {
                model: row.digits.split("")

                LetterKey {}
            }
        }
    }
}
