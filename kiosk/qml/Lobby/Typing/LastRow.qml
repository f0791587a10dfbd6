import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components as Parts

// The lowest row, the same in both layouts: signs or letters, Pinyin or English, space, done.
KeyRow {
    id: row

    property bool symbols: false

    Parts.SymbolModeKey {
        displayText: row.symbols ? "ABC" : "#+="
        weight: 150
    }

    Parts.InputModeKey {
        weight: 150

        onClicked: KeyTable.letters = InputContext.inputEngine.inputMode
    }

    Parts.Key {
        text: KeyTable.pinyin ? "，" : ","
    }

    Parts.SpaceKey {
        weight: 250
    }

    Parts.Key {
        text: KeyTable.pinyin ? "。" : "."
    }

    Parts.HideKeyboardKey {
        weight: 100
    }

    Parts.EnterKey {
        weight: 150
    }
}
