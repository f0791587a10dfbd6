import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The head of a page: what it is about, a quieter line, and at its end at most one switch or way.
Item {
    id: header

    required property string title
    property string subtitle: ""
    // Whether some of what the mark speaks for is Chinese: the head alone, or with `over` more than that.
    property bool foreign: Words.foreign(header.title + header.subtitle)
    property Item over: header
    // Where only some of that is.
    property bool partly: header.over !== header && !Words.foreign(header.title)
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

            // The quieter line goes under the mark where both have no room side by side.
            Flow {
                id: line

                Layout.fillWidth: true
                spacing: Metrics.u(16)
                visible: header.subtitle || header.foreign

                ChineseMark {
                    colour: Theme.quiet
                    needed: header.foreign
                    over: header.over
                    partly: header.partly
                }

                Prose {
                    color: Theme.quiet
                    font.pixelSize: Type.label
                    text: header.subtitle
                    width: Math.min(implicitWidth, line.width)
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
