import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A channel of the website: touch it to open it here, or take its address along.
Card {
    id: card

    required property string title
    required property string detail
    required property string text
    required property string key
    // Long words of Latin letters are not broken for being set large.
    readonly property bool wordy: Type.latin && (card.title.length > 16 || card.title.split(" ").some(word => word.length > 10))
    property int page: 0

    implicitHeight: Math.max(words.implicitHeight + Metrics.u(36), Metrics.u(150), Metrics.target + Metrics.u(24))

    Touch {
        id: open

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: code.left
        anchors.rightMargin: Metrics.gutter
        anchors.top: parent.top
        hint: card.detail
        name: card.title

        onChosen: Navigation.pageWanted("web", card.key, card.page)

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.border
            color: open.pressed ? Theme.pressed : Theme.card
            radius: Metrics.corner
        }

        ColumnLayout {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Metrics.padding
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(4)

            Heading {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.pixelSize: !card.wordy ? Type.section : Metrics.wide ? Type.label : Type.body
                text: card.title
            }

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.small
                text: card.detail
                visible: text
            }
        }
    }

    Touch {
        id: code

        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(16)
        anchors.verticalCenter: parent.verticalCenter
        height: Math.max(Metrics.u(96), Metrics.target)
        name: qsTr("%1的二维码").arg(card.title)
        width: height

        onChosen: Navigation.codeWanted(card.title, [card.text])

        Rectangle {
            anchors.fill: parent
            border.color: Theme.hairline
            border.width: Theme.border
            color: code.pressed ? Theme.pressed : Theme.ground
            radius: Metrics.corner
        }

        Icon {
            anchors.centerIn: parent
            drawing: "qr"
            size: Metrics.u(52)
        }
    }
}
