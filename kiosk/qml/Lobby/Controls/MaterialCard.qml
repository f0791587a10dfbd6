import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// One paper to bring.
Card {
    id: card

    required property int number
    required property string title
    required property string detail
    required property string necessity
    required property string notes

    implicitHeight: line.implicitHeight + Metrics.u(36)

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.margins: Metrics.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(20)

        Heading {
            Accessible.ignored: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Math.max(Metrics.u(40), implicitWidth)
            color: Theme.seal
            font.pixelSize: Type.body
            lineHeight: 1.0
            text: card.number
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Prose {
                Layout.fillWidth: true
                text: card.title
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.small
                text: [card.detail, card.notes].filter(word => word).join(qsTr("；"))
                visible: text
            }
        }

        Badge {
            Layout.alignment: Qt.AlignTop
            colour: Theme.jade
            text: card.necessity
            visible: text
        }
    }
}
