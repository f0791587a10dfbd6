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

    // A word of Latin letters has to fit in whole: where the way at the end leaves it no room, that goes below.
    readonly property string longest: header.title.split(/[\s-]+/).filter(word => /[A-Za-z]/.test(word)).reduce((most, word) => word.length > most.length ? word : most, "")
    readonly property bool narrow: place.implicitWidth > 0 && measure.advanceWidth > header.width - 2 * header.side - place.implicitWidth - head.columnSpacing

    implicitHeight: Math.max(Metrics.u(176), head.implicitHeight + Metrics.u(64))

    TextMetrics {
        id: measure

        font: name.font
        text: header.longest
    }

    GridLayout {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: header.side
        anchors.right: parent.right
        anchors.rightMargin: header.side
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Metrics.u(24)
        columns: header.narrow ? 1 : 2
        rowSpacing: Metrics.u(12)

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Metrics.u(header.foreign ? 8 : 2)

            Heading {
                id: name

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
