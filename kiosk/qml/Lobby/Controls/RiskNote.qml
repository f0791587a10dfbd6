pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// Where corruption could creep in at a step, how grave that is (an icon and a word, never a colour alone), what prevents it.
Rectangle {
    id: note

    required property string grade
    required property string gradeWord
    required property list<string> risks
    required property list<string> measures

    border.color: Theme.seal
    border.width: Metrics.u(note.grade === "high" ? 4 : 2)
    color: Theme.card
    implicitHeight: rows.implicitHeight + Metrics.u(32)
    radius: Metrics.corner

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.margins: Metrics.u(18)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(6)

        RowLayout {
            spacing: Metrics.u(10)

            Icon {
                colour: Theme.seal
                drawing: "risk"
                size: Metrics.u(38)
            }

            Prose {
                color: Theme.seal
                font.pixelSize: Type.label
                font.weight: Font.Bold
                text: Words.risk(note.grade)
            }
        }

        Repeater {
            model: note.risks

            ColumnLayout {
                id: risk

                required property string modelData
                required property int index

                Layout.fillWidth: true
                spacing: 0

                Prose {
                    Layout.fillWidth: true
                    font.pixelSize: Type.label
                    text: risk.modelData
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.jade
                    font.pixelSize: Type.label
                    text: qsTr("防控：%1").arg(note.measures[risk.index])
                    visible: note.measures[risk.index] ?? ""
                }
            }
        }
    }
}
