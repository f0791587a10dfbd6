import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A line of text behind a small drawing that says what it is.
RowLayout {
    id: line

    required property string drawing
    required property string text
    property color colour: Theme.ink

    spacing: Metrics.u(16)

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.max(0, (words.font.pixelSize * 1.45 - height) / 2)
        colour: Theme.quiet
        drawing: line.drawing
        size: Metrics.u(38)
    }

    Prose {
        id: words

        Layout.fillWidth: true
        color: line.colour
        text: line.text
    }
}
