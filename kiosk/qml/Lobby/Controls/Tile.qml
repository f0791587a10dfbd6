import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A large way into one part of the lobby: an icon, its name, and what is behind it.
Touch {
    id: tile

    required property string title
    property string detail: ""
    property string drawing: ""
    property bool main: false

    readonly property color ground: tile.main ? (tile.pressed ? Theme.sealPressed : Theme.seal) : (tile.pressed ? Theme.pressed : Theme.card)

    // Icons and names of one row stand on one line, however long what is behind them.
    readonly property real inset: Metrics.u(Metrics.wide ? 12 : 18)

    hint: tile.detail
    implicitHeight: words.implicitHeight + 2 * tile.inset
    name: tile.title

    Rectangle {
        anchors.fill: parent
        border.color: tile.main ? tile.ground : Theme.hairline
        border.width: Theme.border
        color: tile.ground
        radius: Metrics.corner
    }

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(36)
        anchors.right: chevron.left
        anchors.top: parent.top
        anchors.topMargin: tile.inset
        spacing: 0

        Icon {
            Layout.bottomMargin: Metrics.u(6)
            colour: tile.main ? Theme.sealText : Theme.seal
            drawing: tile.drawing
            size: Metrics.u(66)
        }

        Heading {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: tile.main ? Theme.sealText : Theme.ink
            // A word of Latin letters has to fit in whole.
            font.pixelSize: Type.large && Metrics.wide ? Type.section : Type.heading
            text: tile.title
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: tile.main ? Theme.sealQuiet : Theme.quiet
            font.pixelSize: Type.small
            text: tile.detail
            visible: text
        }
    }

    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(24)
        anchors.verticalCenter: parent.verticalCenter
        colour: tile.main ? Theme.sealText : Theme.chevron
        drawing: "right"
        size: Metrics.u(38)
    }
}
