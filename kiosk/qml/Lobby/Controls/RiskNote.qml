pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// Where corruption could creep in at a step: a badge with colour, icon and word that opens what prevents it, and who sees to it.
Rectangle {
    id: note

    required property string grade
    required property list<string> risks
    required property list<string> grades
    required property list<string> forms
    required property list<string> measures
    required property list<string> guardians
    property bool open: false
    readonly property color colour: Theme.risk(note.grade)

    border.color: note.colour
    border.width: Metrics.u(note.grade === "high" ? 4 : 2)
    color: Theme.card
    implicitHeight: rows.implicitHeight + Metrics.u(16)
    radius: Metrics.corner

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.margins: Metrics.u(18)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(6)

        Touch {
            Layout.fillWidth: true
            checkable: true
            checked: note.open
            implicitHeight: Math.max(Metrics.target, head.implicitHeight)
            name: [Words.risk(note.grade), note.risks.length > 1 ? qsTr("%n 处", "", note.risks.length) : "", note.open ? qsTr("收起") : qsTr("看防控措施")].filter(word => word).join(" ")

            onChosen: note.open = !note.open

            RowLayout {
                id: head

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Metrics.u(12)

                Icon {
                    colour: note.colour
                    drawing: "risk"
                    size: Metrics.u(38)
                }

                Prose {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: note.colour
                    font.pixelSize: Type.label
                    font.weight: Font.Bold
                    text: [Words.risk(note.grade), note.risks.length > 1 ? qsTr("%n 处", "", note.risks.length) : ""].filter(word => word).join(" · ")
                }

                Prose {
                    Accessible.ignored: true
                    color: Theme.jade
                    font.pixelSize: Type.label
                    text: note.open ? qsTr("收起") : qsTr("看防控措施")
                }

                Icon {
                    colour: Theme.jade
                    drawing: note.open ? "up" : "down"
                    size: Metrics.u(32)
                }
            }
        }

        Repeater {
            model: note.risks

            ColumnLayout {
                id: risk

                required property string modelData
                required property int index

                Layout.bottomMargin: Metrics.u(8)
                Layout.fillWidth: true
                spacing: 0

                Prose {
                    Layout.fillWidth: true
                    font.pixelSize: Type.label
                    text: note.risks.length > 1 ? qsTr("%1：%2").arg(Words.risk(note.grades[risk.index])).arg(risk.modelData) : risk.modelData
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font.pixelSize: Type.label
                    text: qsTr("表现：%1").arg(note.forms[risk.index])
                    visible: note.open && note.forms[risk.index]
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.jade
                    font.pixelSize: Type.label
                    text: note.measures[risk.index] ? qsTr("防控：%1").arg(note.measures[risk.index]) : qsTr("防控措施还没有写明。")
                    visible: note.open
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font.pixelSize: Type.label
                    text: qsTr("责任：%1").arg(note.guardians[risk.index])
                    visible: note.open && note.guardians[risk.index]
                }
            }
        }
    }
}
