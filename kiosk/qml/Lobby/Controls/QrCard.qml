import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// An address or a text as a QR code, with its name beside it.
Card {
    id: card

    required property string title
    required property string detail
    required property string text

    implicitHeight: Math.max(line.implicitHeight + Metrics.u(28), Metrics.u(220))

    Accessible.description: card.text
    Accessible.name: qsTr("%1的二维码").arg(card.title)
    Accessible.role: Accessible.Graphic

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(14)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(20)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(18)

        QrCode {
            Layout.preferredHeight: Metrics.u(190)
            Layout.preferredWidth: Metrics.u(190)
            text: card.text
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Metrics.u(4)

            Heading {
                Layout.fillWidth: true
                font.pixelSize: Type.section
                text: card.title
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.small
                text: card.detail
                visible: text
            }
        }
    }
}
