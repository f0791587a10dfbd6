import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// Where there is nothing to show: what is missing, and what to do instead.
ColumnLayout {
    id: empty

    required property string text
    property string hint: ""
    property string drawing: "empty"
    // It repeats what the visitor typed.
    property bool verbatim: false

    spacing: Metrics.u(16)

    Icon {
        Layout.alignment: Qt.AlignHCenter
        colour: Theme.chevron
        drawing: empty.drawing
        size: Metrics.u(120)
    }

    Heading {
        Layout.fillWidth: true
        font.pixelSize: Type.section
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
    }

    Prose {
        Layout.fillWidth: true
        color: Theme.quiet
        font.pixelSize: Type.label
        horizontalAlignment: Text.AlignHCenter
        text: empty.hint
        visible: text
    }
}
