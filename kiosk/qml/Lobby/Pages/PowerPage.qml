pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// One service item: how long it takes and what it costs, where it is handled, what to bring, how it runs.
Page {
    id: page

    required property PowerFacts facts

    aside: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            foreign: page.facts.foreign
            over: page
            side: 0
            subtitle: [page.facts.category, page.facts.itemType, page.facts.inHall ? qsTr("进驻审批大厅") : ""].filter(word => word).join(" · ")
            title: page.facts.name
            width: parent.width
        }

        Prose {
            text: page.facts.summary
            visible: text
            width: parent.width
        }

        FigureRow {
            figures: [
                {
                    "name": qsTr("承诺时限"),
                    "value": page.facts.promised
                },
                {
                    "name": qsTr("法定时限"),
                    "value": page.facts.legal
                },
                {
                    "name": qsTr("收费"),
                    "value": page.facts.fee === "free" ? qsTr("不收费") : page.facts.fee === "charged" ? page.facts.feeStandard || qsTr("收费") : ""
                }
            ]
            width: parent.width
        }

        MainButton {
            drawing: "flow"
            text: qsTr("看办理步骤（%n 步）", "", page.facts.steps)
            visible: page.facts.steps > 0
            width: parent.width

            onChosen: Navigation.pageWanted("steps", page.facts.key, page.depth)
        }

        // The last resort of an office that has its chart in no better form.
        MainButton {
            drawing: "flow"
            text: qsTr("看流程图")
            visible: page.facts.steps === 0 && page.facts.pictures > 0
            width: parent.width

            onChosen: Navigation.pageWanted("pictures", page.facts.key, page.depth)
        }

        TakeAlong {
            codes: page.facts.takeAlong
            title: qsTr("扫码带走材料清单")
            width: parent.width
        }

        AnswerCard {
            covered: true
            drawn: page.facts.drawn
            floor: page.facts.floor
            hours: page.facts.hours
            place: page.facts.place
            room: page.facts.room
            telephone: page.facts.telephone
            // Nobody leaves without knowing where to ask.
            visible: page.facts.room || page.facts.place || page.facts.hours || page.facts.telephone || page.facts.offices.count === 0
            width: parent.width

            onWayWanted: Navigation.pageWanted("map", page.facts.room, page.depth)
        }

        SectionHead {
            aside: qsTr("%n 份", "", page.facts.materials.count)
            text: qsTr("要带的材料")
            visible: page.facts.materials.count > 0
            width: parent.width
        }

        Repeater {
            model: page.facts.materials

            MaterialCard {
                required property int index

                number: index + 1
                width: parent?.width ?? 0
            }
        }

        Numbered {
            covered: true
            sentences: page.facts.conditions
            title: qsTr("受理条件")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.offices
            title: qsTr("承办处室")
            width: parent.width
        }

        Repeater {
            model: page.facts.questions

            Card {
                id: asked

                required property string question
                required property string answer

                implicitHeight: answers.implicitHeight + 2 * Metrics.padding
                width: parent?.width ?? 0

                ColumnLayout {
                    id: answers

                    anchors.left: parent.left
                    anchors.margins: Metrics.padding
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Metrics.u(8)

                    IconLine {
                        Layout.fillWidth: true
                        drawing: "question"
                        text: asked.question
                    }

                    Prose {
                        Layout.fillWidth: true
                        Layout.leftMargin: Metrics.u(54)
                        color: Theme.quiet
                        text: asked.answer
                    }
                }
            }
        }

        FactList {
            rows: page.facts.bases
            title: qsTr("设定依据")
            width: parent.width
        }

        FactList {
            rows: page.facts.details
            title: qsTr("其他信息")
            width: parent.width
            worded: true
        }

        Rating {
            given: page.shell.hasRated("power", page.facts.key)
            width: parent.width

            onRated: (good, reason) => page.shell.rate("power", page.facts.key, good, reason)
        }
    }
}
