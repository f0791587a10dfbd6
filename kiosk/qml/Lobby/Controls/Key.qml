import QtQuick
import Lobby.Theme

// One key of the keypad.
Touch {
    id: key

    property string text: ""
    property string drawing: ""

    Rectangle {
        anchors.fill: parent
        border.color: Theme.hairline
        border.width: Theme.border
        color: key.pressed ? Theme.ink : key.drawing ? Theme.pressed : Theme.card
        radius: Metrics.corner
    }

    Prose {
        Accessible.ignored: true
        anchors.centerIn: parent
        color: key.pressed ? Theme.inkText : Theme.ink
        font.pixelSize: Math.min(Type.heading, key.height * 0.6)
        text: key.text
    }

    Icon {
        anchors.centerIn: parent
        colour: key.pressed ? Theme.inkText : Theme.ink
        drawing: key.drawing
        size: Metrics.u(42)
        visible: key.drawing
    }
}
