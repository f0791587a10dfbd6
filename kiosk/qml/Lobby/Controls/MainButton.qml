import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The one thing to do next: jade, because it moves.
Touch {
    id: button

    required property string text
    property string drawing: ""

    implicitHeight: Math.max(Metrics.u(104), Metrics.target, line.implicitHeight + Metrics.u(24))
    implicitWidth: line.implicitWidth + Metrics.u(72)
    name: button.text

    Rectangle {
        anchors.fill: parent
        color: button.pressed ? Theme.ink : Theme.jade
        radius: Metrics.corner
    }

    RowLayout {
        id: line

        anchors.centerIn: parent
        spacing: Metrics.u(14)

        Icon {
            colour: Theme.jadeText
            drawing: button.drawing
            size: Metrics.u(46)
            visible: button.drawing
        }

        Prose {
            Accessible.ignored: true
            color: Theme.jadeText
            font.pixelSize: Type.section
            text: button.text
        }
    }
}
