pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The approval hall: is it open, where is it, which window handles what, what to bring.
Page {
    id: page

    required property HallFacts facts
    readonly property bool openToday: page.facts.opens !== "" && page.facts.opens === page.shell.day

    // How many days that are not as their weekday says are shown before the windows, unless all are asked for.
    readonly property int few: 4
    property bool allDays: false

    readonly property bool broad: page.width > Metrics.u(1300)

    half: false
    list: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            foreign: page.facts.foreign
            over: page
            side: 0
            subtitle: page.facts.days ? qsTr("每逢%1开放").arg(Words.openDays(page.facts.days)) : ""
            title: page.facts.name
            width: parent.width
        }

        Grid {
            id: halves

            readonly property real half: page.broad ? (width - columnSpacing) / 2 : width

            columnSpacing: Metrics.u(48)
            columns: page.broad ? 2 : 1
            rowSpacing: Metrics.gutter
            width: parent.width

            Column {
                spacing: Metrics.gutter
                width: halves.half

                FigureRow {
                    figures: [
                        {
                            "name": page.openToday ? qsTr("今日") : qsTr("下次开放"),
                            "value": page.openToday ? qsTr("开放") : page.facts.opens ? Words.dayAndWeekday(page.facts.opens, page.shell.day) : qsTr("请电话询问")
                        },
                        {
                            "name": qsTr("时间"),
                            "value": page.facts.hours
                        }
                    ]
                    width: parent.width
                }

                AnswerCard {
                    drawn: page.facts.drawn
                    floor: page.facts.floor
                    room: page.facts.room
                    telephone: page.facts.telephone
                    width: parent.width

                    onWayWanted: Navigation.pageWanted("map", page.facts.room, page.depth)
                }

                Repeater {
                    model: page.facts.exceptions

                    IconLine {
                        id: special

                        required property int index
                        required property string day
                        required property string until
                        required property bool open
                        required property string reason
                        readonly property string when: special.until === special.day ? Words.dateAndWeekday(special.day) : qsTr("%1至%2").arg(Words.dateAndWeekday(special.day)).arg(Words.dateAndWeekday(special.until))

                        drawing: "calendar"
                        text: [special.when, special.open ? qsTr("开放") : qsTr("不开放"), special.reason].filter(word => word).join(Type.latin ? " · " : " ")
                        visible: page.allDays || special.index < page.few
                        width: parent?.width ?? 0
                    }
                }

                Chip {
                    drawing: page.allDays ? "up" : "down"
                    text: page.allDays ? qsTr("收起") : qsTr("看全部特殊日期（%n 条）", "", page.facts.exceptions.count)
                    visible: page.facts.exceptions.count > page.few
                    width: parent.width

                    onChosen: page.allDays = !page.allDays
                }
            }

            Column {
                spacing: Metrics.tight
                width: halves.half

                Repeater {
                    model: page.facts.windows

                    Column {
                        id: window

                        required property string number
                        required property string title
                        required property string telephone

                        spacing: Metrics.tight
                        width: parent?.width ?? 0

                        SectionHead {
                            foreign: false
                            aside: window.telephone
                            text: qsTr("%1 号窗口 %2").arg(window.number).arg(window.title)
                            width: parent.width
                        }

                        Repeater {
                            model: page.facts.items

                            LinkRow {
                                required property string section

                                page: page.depth
                                visible: section === window.number
                                width: window.width
                            }
                        }
                    }
                }

                Numbered {
                    covered: true
                    sentences: page.facts.preparation
                    title: qsTr("来之前请准备")
                    width: parent.width
                }
            }
        }
    }
}
