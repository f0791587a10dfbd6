import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The head of the home page: whose house this is, and what time it is there.
GridLayout {
    id: head

    required property string name
    required property string subtitle
    required property string time
    required property string day
    property string aside: ""
    property bool sample: false
    // A name in Latin letters is as long as three in Hanzi: nothing has room beside it.
    readonly property bool longName: head.name.length > 28
    readonly property bool marked: head.sample && !head.name.toLowerCase().includes(qsTr("示例").toLowerCase())

    component SampleBadge: Badge {
        Layout.alignment: Qt.AlignVCenter
        colour: Theme.quiet
        text: qsTr("示例")
    }

    height: Math.max(Metrics.u(Metrics.wide ? 168 : 184), implicitHeight + Metrics.u(32))
    columns: Type.large ? 1 : 2
    columnSpacing: Metrics.u(24)
    rowSpacing: 0

    ColumnLayout {
        Layout.alignment: Qt.AlignVCenter
        Layout.fillWidth: true
        spacing: Metrics.u(head.longName ? 10 : 4)

        RowLayout {
            Layout.fillWidth: true
            spacing: Metrics.u(20)

            Heading {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
                font.pixelSize: head.longName ? Type.section : text.length > 14 || (Type.large && Metrics.wide) ? Type.heading : Type.display
                text: head.name
            }

            SampleBadge {
                visible: head.marked && !head.longName
            }

            Item {
                Layout.fillWidth: true
            }
        }

        // Large words leave the hour no column of its own: it stands in this line, or the ways in would begin below it.
        RowLayout {
            Layout.fillWidth: true
            spacing: Metrics.u(16)
            visible: head.columns > 1 || mark.needed || below.visible

            SampleBadge {
                id: below

                visible: head.marked && head.longName
            }

            ChineseMark {
                id: mark

                colour: Theme.quiet
                needed: Words.foreign(head.name + head.subtitle)
                over: head
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.letterSpacing: Metrics.u(4)
                font.pixelSize: Type.small
                text: head.subtitle
                visible: head.columns > 1
            }
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.quiet
            font.pixelSize: Type.small
            text: [head.time, Words.dateAndWeekday(head.day), head.aside].filter(word => word).join(" · ")
            visible: head.columns === 1
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignVCenter
        spacing: 0
        visible: head.columns > 1

        Prose {
            Layout.alignment: Qt.AlignRight
            font.pixelSize: Type.figure
            lineHeight: 0.9
            text: head.time
        }

        Prose {
            Layout.alignment: Qt.AlignRight
            color: Theme.quiet
            font.pixelSize: Type.small
            text: Words.dateAndWeekday(head.day)
        }

        Prose {
            Layout.alignment: Qt.AlignRight
            color: Theme.quiet
            font.pixelSize: Type.small
            text: head.aside
            visible: text
        }
    }
}
