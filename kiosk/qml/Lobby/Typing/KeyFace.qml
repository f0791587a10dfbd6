import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Lobby.Controls
import Lobby.Theme

// How every key looks: as the keys of the search page's own keypad.
KeyPanel {
    id: face

    readonly property bool letter: face.control?.keyType === QtVirtualKeyboard.KeyType.Key
    readonly property bool held: face.control?.keyType === QtVirtualKeyboard.KeyType.ShiftKey && InputContext.uppercase && !KeyTable.pinyin
    readonly property bool dark: (face.control?.pressed ?? false) || face.held
    readonly property color words: face.dark ? Theme.inkText : Theme.ink

    Rectangle {
        anchors.fill: parent
        anchors.margins: KeyTable.gap / 2
        border.color: Theme.hairline
        border.width: Theme.border
        color: face.dark ? Theme.ink : face.letter ? Theme.card : Theme.pressed
        opacity: face.control?.enabled ? 1 : 0.45
        radius: Metrics.corner

        Accessible.checkable: face.control?.keyType === QtVirtualKeyboard.KeyType.ShiftKey
        Accessible.checked: face.held
        Accessible.name: face.control ? KeyTable.name(face.control) : ""
        Accessible.role: Accessible.Button
        Accessible.onPressAction: KeyTable.press(face.control)
    }

    Prose {
        Accessible.ignored: true
        anchors.centerIn: parent
        color: face.words
        font.pixelSize: Math.min(face.letter ? Type.heading : Type.label, face.height * (face.letter ? 0.5 : 0.36))
        text: face.control ? KeyTable.face(face.control) : ""
        wrapMode: Text.NoWrap
    }

    Icon {
        anchors.centerIn: parent
        colour: face.words
        drawing: face.control ? KeyTable.drawing(face.control) : ""
        size: Math.round(Math.min(Metrics.u(42), face.height * 0.42))
        visible: drawing
    }
}
