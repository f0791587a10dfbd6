import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A way into a lesser part: one line high.
Touch {
    id: tile

    required property string title
    property string detail: ""
    property string drawing: ""

    hint: tile.detail
    implicitHeight: Math.max(Metrics.u(112), words.implicitHeight + Metrics.u(20))
    name: tile.title

    Card {
        anchors.fill: parent
        color: tile.pressed ? Theme.pressed : Theme.card
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.u(Metrics.wide ? 28 : 36)
        anchors.rightMargin: Metrics.u(Metrics.wide ? 16 : 24)
        spacing: Metrics.u(Metrics.wide ? 12 : 24)

        Icon {
            colour: Theme.seal
            drawing: tile.drawing
            size: Metrics.u(52)
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 0

            Heading {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.pixelSize: Type.section
                text: tile.title
            }

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.small
                text: tile.detail
                visible: text
            }
        }

        Icon {
            colour: Theme.chevron
            drawing: "right"
            size: Metrics.u(38)
        }
    }
}
