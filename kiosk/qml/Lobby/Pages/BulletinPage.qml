pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The news of a day, as the sign in the hall runs it; and the days before.
Page {
    id: page

    required property BulletinFacts facts
    // The day's five have the whole page: they stand large.
    readonly property bool few: page.facts.items.count <= 6 && !Type.large
    readonly property bool today: page.facts.day !== "" && page.facts.day === page.shell.day

    PageHeader {
        id: header

        foreign: page.facts.foreign
        over: page
        partly: false
        subtitle: Words.fullDateAndWeekday(page.facts.day)
        title: page.today ? qsTr("今日要闻") : qsTr("往日要闻")
        width: parent.width
    }

    Scroller {
        above: 0
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom

        Flow {
            width: parent.width

            spacing: Metrics.tight

            Repeater {
                model: page.facts.days

                Chip {
                    id: chip

                    required property string day
                    required property int count

                    checkable: true
                    checked: chip.day === page.facts.day
                    role: Accessible.RadioButton
                    text: chip.day === page.shell.day ? qsTr("今日") : Words.date(chip.day)

                    onChosen: Navigation.pageWanted("bulletin", chip.day, page.depth - 1)
                }
            }
        }

        Repeater {
            model: page.facts.notices

            Card {
                id: notice

                required property string modelData

                border.color: Theme.seal
                border.width: Metrics.u(4)
                implicitHeight: words.implicitHeight + 2 * Metrics.padding
                width: parent?.width ?? 0

                IconLine {
                    id: words

                    anchors.left: parent.left
                    anchors.margins: Metrics.padding
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    drawing: "info"
                    text: notice.modelData
                }
            }
        }

        Rectangle {
            color: Theme.night
            height: lines.implicitHeight + 2 * Metrics.u(56)
            radius: Metrics.corner
            visible: page.facts.items.count > 0
            width: parent.width

            ColumnLayout {
                id: lines

                anchors.left: parent.left
                anchors.margins: Metrics.u(44)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Metrics.u(page.few ? 52 : 30)

                Repeater {
                    model: page.facts.items

                    NewsLine {
                        Layout.fillWidth: true
                        size: page.few ? Type.heading : Type.section
                    }
                }
            }
        }

        Empty {
            drawing: "calendar"
            hint: qsTr("每个工作日早上更新。")
            text: qsTr("这一天没有要闻")
            visible: page.facts.items.count === 0
            width: parent.width
        }

        Prose {
            color: Theme.quiet
            font.pixelSize: Type.small
            text: qsTr("与大厅显示屏同步。")
            visible: page.today
            width: parent.width
        }
    }
}
