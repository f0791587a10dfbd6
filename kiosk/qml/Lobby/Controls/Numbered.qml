pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A heading and numbered sentences under it, on one card; nothing where there are none.
Column {
    id: list

    required property string title
    required property list<string> sentences
    // A mark above speaks for them too.
    property bool covered: false

    spacing: Metrics.tight
    visible: list.sentences.length > 0

    SectionHead {
        foreign: !list.covered && Words.foreign(list.sentences.join(""))
        over: list
        text: list.title
        width: list.width
    }

    Card {
        implicitHeight: rows.implicitHeight + 2 * Metrics.padding
        width: list.width

        ColumnLayout {
            id: rows

            anchors.left: parent.left
            anchors.margins: Metrics.padding
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(16)

            Repeater {
                model: list.sentences

                RowLayout {
                    id: row

                    required property string modelData
                    required property int index

                    Layout.fillWidth: true
                    spacing: Metrics.u(20)

                    Heading {
                        Accessible.ignored: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: Math.max(Metrics.u(40), implicitWidth)
                        color: Theme.seal
                        font.pixelSize: Type.body
                        lineHeight: 1.0
                        text: row.index + 1
                        visible: list.sentences.length > 1
                    }

                    Prose {
                        Layout.fillWidth: true
                        text: row.modelData
                    }
                }
            }
        }
    }
}
