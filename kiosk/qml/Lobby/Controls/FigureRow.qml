pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A few figures side by side, each under its name: how long, how much. Those without a value are left out.
GridLayout {
    id: row

    required property list<var> figures
    readonly property list<var> known: row.figures.filter(figure => figure["value"])
    // A whole sentence instead of a figure has no room beside others.
    readonly property bool wordy: row.known.length > 2 && row.known.some(figure => figure["value"].length > 24)

    columnSpacing: Metrics.tight
    columns: Type.large || row.wordy ? 1 : Math.max(1, row.known.length)
    rowSpacing: Metrics.tight
    uniformCellWidths: true
    visible: row.known.length > 0

    Repeater {
        model: row.known

        Card {
            id: figure

            required property var modelData

            Accessible.name: Words.told([figure.modelData["name"], figure.modelData["value"]])
            Accessible.role: Accessible.StaticText
            Layout.fillHeight: true
            Layout.fillWidth: true
            implicitHeight: words.implicitHeight + Metrics.u(36)

            Column {
                id: words

                anchors.left: parent.left
                anchors.margins: Metrics.padding
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Prose {
                    Accessible.ignored: true
                    color: Theme.quiet
                    font.pixelSize: Type.small
                    text: figure.modelData["name"]
                    width: parent.width
                }

                Heading {
                    Accessible.ignored: true
                    font.pixelSize: text.length > 8 ? Type.body : Type.section
                    // Hours break between them, never within.
                    text: figure.modelData["value"].replace(/[—–-]/g, "\u2060$&\u2060")
                    width: parent.width
                }
            }
        }
    }
}
