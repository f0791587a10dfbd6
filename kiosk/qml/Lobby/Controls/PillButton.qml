import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A word on a pill that leads to what it names; where nothing is known of it, only the word.
Touch {
    id: pill

    required property string text
    required property string drawing
    // Pixels it may be wide.
    property real most: 0

    corner: height / 2
    height: Math.max(line.height + Metrics.u(16), pill.enabled ? Metrics.target : 0)
    name: pill.text
    role: pill.enabled ? Accessible.Button : Accessible.StaticText
    width: Math.min(line.implicitWidth + (pill.enabled ? Metrics.u(40) : 0), pill.most)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.jade
        border.width: pill.enabled ? Metrics.u(3) : 0
        color: pill.pressed ? Theme.pressed : "transparent"
        radius: height / 2
    }

    RowLayout {
        id: line

        anchors.centerIn: parent
        spacing: Metrics.u(10)
        width: Math.min(implicitWidth, parent.width - (pill.enabled ? Metrics.u(24) : 0))

        Icon {
            colour: pill.enabled ? Theme.jade : Theme.quiet
            drawing: pill.drawing
            size: Metrics.u(34)
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: pill.enabled ? Theme.jade : Theme.ink
            font.pixelSize: Type.label
            text: pill.text
        }
    }
}
