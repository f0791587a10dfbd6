pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// How to use the screen, in four pictures; and how to reach people instead.
Page {
    id: page

    required property HelpFacts facts

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            foreign: page.facts.foreign
            over: page
            side: 0
            subtitle: page.facts.name
            title: Words.pageTitle("help")
            width: parent.width
        }

        GridLayout {
            id: tips

            columnSpacing: Metrics.gutter
            columns: Metrics.wide && !Type.large ? 2 : 1
            rowSpacing: Metrics.tight
            width: parent.width

            Repeater {
                id: told

                model: [
                    {
                        "drawing": "search",
                        "text": qsTr("在首页点“找处室、找人”，打拼音首字母就能查到。")
                    },
                    {
                        "drawing": "pin",
                        "text": qsTr("点“处室分布”或任何一个房间号，告诉您怎么走过去。")
                    },
                    {
                        "drawing": "larger",
                        "text": qsTr("看不清楚：点下面的“大字”或“高对比”。")
                    },
                    {
                        "drawing": "lower",
                        "text": qsTr("够不着：点“放低”，全部内容移到下半屏。")
                    },
                    {
                        "drawing": "home",
                        "text": qsTr("点“首页”随时回到开头；离开后，您查过的内容不会留下。")
                    }
                ]

                Card {
                    id: tip

                    required property int index
                    required property var modelData
                    // The last of an odd number has its row to itself.
                    readonly property int span: tip.index % tips.columns === 0 && tip.index === told.count - 1 ? tips.columns : 1

                    Layout.columnSpan: tip.span
                    Layout.fillHeight: true
                    Layout.preferredWidth: (tips.width - (tips.columns - 1) * tips.columnSpacing) / tips.columns * tip.span + (tip.span - 1) * tips.columnSpacing
                    implicitHeight: line.implicitHeight + 2 * Metrics.padding

                    IconLine {
                        id: line

                        anchors.left: parent.left
                        anchors.margins: Metrics.padding
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        drawing: tip.modelData["drawing"]
                        text: tip.modelData["text"]
                    }
                }
            }
        }

        SectionHead {
            text: qsTr("联系我们")
            width: parent.width
        }

        Card {
            implicitHeight: lines.implicitHeight + 2 * Metrics.padding
            width: parent.width

            ColumnLayout {
                id: lines

                anchors.left: parent.left
                anchors.margins: Metrics.padding
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Metrics.u(14)

                IconLine {
                    Layout.fillWidth: true
                    drawing: "telephone"
                    text: page.facts.telephone
                    visible: text
                }

                IconLine {
                    Layout.fillWidth: true
                    drawing: "info"
                    text: qsTr("监督电话 %1").arg(page.facts.complaint)
                    visible: page.facts.complaint
                }

                IconLine {
                    Layout.fillWidth: true
                    drawing: "clock"
                    text: page.facts.hours
                    visible: text
                }

                IconLine {
                    Layout.fillWidth: true
                    drawing: "pin"
                    text: page.facts.address
                    visible: text
                }

                IconLine {
                    Layout.fillWidth: true
                    drawing: "portal"
                    text: page.facts.website
                    visible: text
                }
            }
        }

        Prose {
            color: Theme.quiet
            font.pixelSize: Type.small
            text: qsTr("本机用于查询，不是消防或疏散设施。紧急情况请听从现场工作人员指挥。")
            width: parent.width
        }
    }
}
