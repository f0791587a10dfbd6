pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A step of a matter's way: its number on the spine, who acts, within what time, where it leads, what could go wrong.
Item {
    id: step

    required property int number
    required property string title
    required property string kind
    required property string link
    required property string actor
    required property string office
    required property string person
    required property string room
    required property string floor
    required property bool drawn
    required property string limit
    required property string standard
    required property string result
    required property list<string> documents
    required property list<string> branches
    required property list<string> targets
    required property string grade
    required property list<string> risks
    required property list<string> grades
    required property list<string> forms
    required property list<string> measures
    required property list<string> guardians
    property bool current: false
    property bool first: false
    property bool last: false
    property int page: 0
    readonly property bool known: step.office || step.person
    readonly property real spine: Math.max(Metrics.u(76), figure.implicitWidth + Metrics.u(28))

    signal targetChosen(number: int)

    implicitHeight: card.implicitHeight + Metrics.u(20)

    Rectangle {
        color: Theme.jade
        height: (step.last ? disc.y + disc.height / 2 : step.height) - y
        width: Metrics.u(5)
        x: step.spine / 2 - width / 2
        y: step.first ? disc.y + disc.height / 2 : 0
    }

    Rectangle {
        id: disc

        border.color: Theme.jade
        border.width: Metrics.u(4)
        color: step.kind === "start" || step.kind === "end" ? Theme.jade : Theme.card
        height: width
        radius: step.kind === "decision" ? Metrics.u(8) : width / 2
        rotation: step.kind === "decision" ? 45 : 0
        scale: step.kind === "decision" ? 0.8 : 1
        width: Math.max(Metrics.u(60), figure.implicitWidth + Metrics.u(24), figure.implicitHeight + Metrics.u(6))
        x: step.spine / 2 - width / 2
        y: Metrics.u(22)
    }

    Prose {
        id: figure

        Accessible.ignored: true
        anchors.centerIn: disc
        color: step.kind === "start" || step.kind === "end" ? Theme.jadeText : Theme.jade
        font.pixelSize: Type.label
        font.weight: Font.Bold
        text: step.number
    }

    Card {
        id: card

        anchors.left: parent.left
        anchors.leftMargin: step.spine + Metrics.u(20)
        anchors.right: parent.right
        border.color: step.current ? Theme.jade : Theme.hairline
        border.width: step.current ? Metrics.u(5) : Theme.border
        implicitHeight: rows.implicitHeight + 2 * Metrics.u(24)

        ColumnLayout {
            id: rows

            anchors.left: parent.left
            anchors.margins: Metrics.u(24)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(10)

            RowLayout {
                Layout.fillWidth: true
                spacing: Metrics.u(16)

                Heading {
                    Layout.fillWidth: true
                    font.pixelSize: Type.section
                    text: step.title
                }

                Badge {
                    Layout.alignment: Qt.AlignTop
                    Layout.maximumWidth: rows.width * 0.36
                    colour: Theme.quiet
                    text: step.link
                    visible: text && text !== step.title
                }
            }

            Flow {
                Layout.fillWidth: true
                spacing: Metrics.gutter
                visible: step.actor || step.limit || step.room

                PillButton {
                    drawing: "person"
                    enabled: step.known
                    most: rows.width
                    text: step.actor
                    visible: text

                    onChosen: Navigation.recordWanted(step.person ? "person" : "office", step.person || step.office, step.page)
                }

                PillButton {
                    drawing: "pin"
                    enabled: step.drawn
                    most: rows.width
                    text: Words.place(step.floor, step.room)
                    visible: step.room

                    onChosen: Navigation.pageWanted("map", step.room, step.page)
                }

                IconLine {
                    drawing: "clock"
                    height: Math.max(implicitHeight, step.known ? Metrics.target : 0)
                    text: step.limit
                    visible: text
                    width: Math.min(implicitWidth, rows.width)
                }
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.label
                text: [step.standard, step.documents.length ? qsTr("文书：%1").arg(step.documents.join(qsTr("、"))) : "", step.result ? qsTr("结果：%1").arg(step.result) : ""].filter(word => word).join("\n")
                visible: text
            }

            Flow {
                Layout.fillWidth: true
                spacing: Metrics.tight
                visible: step.branches.length > 0

                Repeater {
                    model: step.branches

                    Chip {
                        id: branch

                        required property string modelData
                        required property int index

                        colour: Theme.jade
                        corner: height / 2
                        drawing: "right"
                        text: [branch.modelData, step.targets[branch.index]].filter(word => word).join(" → ")
                        width: Math.min(implicitWidth, rows.width)

                        onChosen: step.targetChosen(parseInt(step.targets[branch.index]))
                    }
                }
            }

            RiskNote {
                Layout.fillWidth: true
                forms: step.forms
                grade: step.grade
                grades: step.grades
                guardians: step.guardians
                measures: step.measures
                risks: step.risks
                visible: step.grade
            }
        }
    }
}
