import QtQuick
import Lobby.Theme

// "You are here", hung under the point where this kiosk stands; or `above` it, where the drawing ends.
Item {
    id: mark

    property bool above: false

    height: pill.height + Metrics.u(26)
    width: pill.width

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.card
        border.width: Metrics.u(5)
        color: Theme.ink
        height: width
        radius: width / 2
        width: Metrics.u(34)
        y: -height / 2
    }

    Rectangle {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.ink
        height: words.implicitHeight + Metrics.u(8)
        radius: height / 2
        width: words.implicitWidth + Metrics.u(36)
        y: mark.above ? -Metrics.u(22) - height : Metrics.u(22)

        Prose {
            id: words

            anchors.centerIn: parent
            color: Theme.inkText
            font.pixelSize: Type.small
            text: qsTr("您在这里")
        }
    }
}
