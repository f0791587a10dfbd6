import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The head of a page: what it is about, a quieter line, and at its end at most one switch or way.
Item {
    id: header

    required property string title
    property string subtitle: ""
    property string mark: ""
    property real side: Metrics.margin
    default property alias trailing: place.data

    implicitHeight: Math.max(Metrics.u(176), words.implicitHeight + Metrics.u(64))

    RowLayout {
        anchors.left: parent.left
        anchors.leftMargin: header.side
        anchors.right: parent.right
        anchors.rightMargin: header.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(24)

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.u(2)

            Heading {
                Layout.fillWidth: true
                font.pixelSize: text.length > 24 ? Type.heading : Type.title
                text: header.title
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Metrics.u(16)
                visible: header.subtitle || header.mark

                Badge {
                    colour: Theme.quiet
                    text: header.mark
                    visible: text
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font.pixelSize: Type.label
                    text: header.subtitle
                }
            }
        }

        Row {
            id: place

            Layout.alignment: Qt.AlignVCenter
            spacing: Metrics.tight
        }
    }
}
