import QtQuick
import Lobby.Theme

// A button of the bar at the bottom: icon above word.
Touch {
    id: button

    required property string drawing
    required property string text
    // The other language goes by its own name.
    property bool verbatim: false
    readonly property bool dark: button.checked || button.pressed

    implicitHeight: Math.max(Metrics.u(108), Metrics.target, column.implicitHeight + Metrics.u(20))
    name: button.text

    Rectangle {
        anchors.fill: parent
        border.color: button.dark ? Theme.ink : Theme.hairline
        border.width: Theme.border
        color: button.dark ? Theme.ink : Theme.card
        opacity: button.enabled ? 1 : 0.55
        radius: Metrics.corner
    }

    Column {
        id: column

        anchors.centerIn: parent
        opacity: button.enabled ? 1 : 0.55
        spacing: Metrics.u(4)
        width: parent.width

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: button.dark ? Theme.inkText : Theme.ink
            drawing: button.drawing
            size: Metrics.u(42)
        }

        Prose {
            id: words

            Accessible.ignored: true
            color: button.dark ? Theme.inkText : Theme.ink
            font.pixelSize: Type.small
            horizontalAlignment: Text.AlignHCenter
            text: button.text
            width: parent.width
            wrapMode: Text.NoWrap
        }
    }
}
