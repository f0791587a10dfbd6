pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The resting screen: the house's name, the hour, the news one by one. At each change everything moves a little, so that
// nothing burns into the glass. The first touch anywhere only wakes the screen.
Rectangle {
    id: attract

    required property Shell shell
    readonly property HomeFacts facts: attract.shell.home as HomeFacts
    readonly property int count: attract.facts?.news.count ?? 0
    property int turn: 0

    color: Theme.night

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("轻触屏幕开始查询")

    Timer {
        interval: 8000
        repeat: true
        running: attract.visible

        onTriggered: change.restart()
    }

    SequentialAnimation {
        id: change

        NumberAnimation {
            duration: Motion.page * 2
            property: "opacity"
            target: news
            to: 0
        }

        ScriptAction {
            script: attract.turn += 1
        }

        NumberAnimation {
            duration: Motion.page * 2
            property: "opacity"
            target: news
            to: 1
        }
    }

    Item {
        readonly property real reach: Metrics.u(28)

        anchors.fill: parent
        anchors.margins: Metrics.u(96)

        transform: Translate {
            x: Math.round(Math.sin(attract.turn * 0.7) * Metrics.u(36))
            y: Math.round(Math.cos(attract.turn * 0.9) * Metrics.u(36))
        }

        ColumnLayout {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Metrics.u(6)

            Heading {
                Layout.fillWidth: true
                color: Theme.nightText
                font.pixelSize: Type.display
                text: attract.facts?.name ?? ""
            }

            Prose {
                color: Theme.nightQuiet
                font.pixelSize: Type.section
                text: `${Words.dateAndWeekday(attract.shell.day)}  ${attract.shell.time}`.trim()
            }
        }

        ColumnLayout {
            id: news

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(28)
            visible: attract.count > 0

            Repeater {
                model: attract.facts?.news

                ColumnLayout {
                    id: item

                    required property string text
                    required property bool disclosed
                    required property int index

                    Layout.fillWidth: true
                    spacing: Metrics.u(28)
                    visible: item.index === attract.turn % Math.max(1, attract.count)

                    Badge {
                        colour: Theme.amber
                        filled: item.disclosed
                        size: Type.body
                        text: item.disclosed ? qsTr("政府信息") : qsTr("新闻")
                        textColour: Theme.night
                    }

                    Heading {
                        Layout.fillWidth: true
                        color: Theme.amber
                        font.pixelSize: Math.round(Type.display * 1.2)
                        text: item.text
                    }
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            border.color: Theme.amber
            border.width: Metrics.u(4)
            color: "transparent"
            height: words.implicitHeight + Metrics.u(48)
            radius: height / 2
            width: words.implicitWidth + Metrics.u(128)

            // The house speaks Chinese while it rests; a visitor who does not read it is asked in too.
            ColumnLayout {
                id: words

                anchors.centerIn: parent
                spacing: Metrics.u(2)

                Prose {
                    color: Theme.amber
                    font.pixelSize: Type.section
                    text: qsTr("轻触屏幕开始查询")
                }

                Prose {
                    color: Theme.amber
                    font.pixelSize: Type.body
                    text: "Touch to begin · in English too"
                }
            }
        }
    }
}
