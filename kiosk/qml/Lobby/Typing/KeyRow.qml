import QtQuick
import QtQuick.Layouts
import QtQuick.VirtualKeyboard.Components

// A row of keys: ten letters are as wide as the keyboard.
KeyboardRow {
    keyWeight: 100

    Layout.preferredHeight: KeyTable.rowHeight
}
