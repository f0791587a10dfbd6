pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The card of the step chosen on a chart, on a sheet below the chart or beside it.
Rectangle {
    id: sheet

    required property StepsFacts facts
    required property int chosen
    property int page: 0

    signal closed
    signal stepChosen(number: int)

    border.color: Theme.hairline
    border.width: Theme.border
    color: Theme.bar
    implicitHeight: card.height + shut.height + Metrics.u(100)

    Accessible.name: qsTr("第 %1 步").arg(sheet.chosen)
    Accessible.role: Accessible.Dialog

    MouseArea {
        anchors.fill: parent
    }

    Scroller {
        above: Metrics.u(24)
        anchors.bottom: shut.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        below: 0

        Column {
            id: card

            width: parent.width

            Repeater {
                model: sheet.facts.steps

                Loader {
                    id: place

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

                    active: place.number === sheet.chosen
                    visible: active
                    width: parent?.width ?? 0

                    sourceComponent: StepCard {
                        actor: place.actor
                        branches: place.branches
                        documents: place.documents
                        drawn: place.drawn
                        first: true
                        floor: place.floor
                        forms: place.forms
                        grade: place.grade
                        grades: place.grades
                        guardians: place.guardians
                        kind: place.kind
                        last: true
                        limit: place.limit
                        link: place.link
                        measures: place.measures
                        number: place.number
                        office: place.office
                        page: sheet.page
                        person: place.person
                        result: place.result
                        risks: place.risks
                        room: place.room
                        standard: place.standard
                        targets: place.targets
                        title: place.title

                        onTargetChosen: number => sheet.stepChosen(number)
                    }
                }
            }
        }
    }

    Chip {
        id: shut

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(24)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        drawing: "close"
        text: qsTr("回到流程图")

        onChosen: sheet.closed()
    }
}
