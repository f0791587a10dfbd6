pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// Choices in a row, wrapped where they are many; one of them holds.
Flow {
    id: row

    required property list<string> texts
    property list<string> asides: []
    property int current: -1

    signal chosen(index: int)

    spacing: Metrics.tight

    Repeater {
        model: row.texts

        Chip {
            id: chip

            required property string modelData
            required property int index

            aside: row.asides[chip.index] ?? ""
            checkable: true
            checked: row.current === chip.index
            role: Accessible.RadioButton
            text: chip.modelData

            onChosen: row.chosen(chip.index)
        }
    }
}
