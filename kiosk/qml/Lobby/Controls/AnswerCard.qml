import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The answer, first and largest: which room, on which floor; how to get there; the telephone and hours below.
Card {
    id: card

    required property string room
    required property string floor
    property bool drawn: false
    property string telephone: ""
    property string hours: ""
    property string place: ""
    // A mark above speaks for it too.
    property bool covered: false

    signal wayWanted

    implicitHeight: rows.implicitHeight + 2 * Metrics.padding

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.margins: Metrics.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(14)

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Metrics.u(24)
            columns: Type.large ? 1 : 2
            rowSpacing: Metrics.u(16)
            visible: card.room || card.place

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Metrics.u(18)
                    visible: card.room

                    // In English the word stands before its number.
                    Prose {
                        Accessible.ignored: true
                        Layout.alignment: Qt.AlignBottom
                        Layout.bottomMargin: Metrics.u(8)
                        font.pixelSize: Type.section
                        text: Words.beforeRoom
                        visible: text
                    }

                    Prose {
                        Accessible.name: Words.place(card.floor, card.room)
                        color: Theme.seal
                        font.pixelSize: Type.figure
                        font.weight: Font.Bold
                        lineHeight: 0.86
                        text: card.room
                    }

                    Prose {
                        Accessible.ignored: true
                        Layout.alignment: Qt.AlignBottom
                        Layout.bottomMargin: Metrics.u(8)
                        Layout.fillWidth: true
                        font.pixelSize: Type.section
                        text: [Words.afterRoom, card.floor].filter(word => word).join(" · ")
                    }
                }

                Prose {
                    Layout.fillWidth: true
                    font.pixelSize: card.room ? Type.label : Type.section
                    text: card.place
                    visible: text
                }

                ChineseMark {
                    Layout.topMargin: Metrics.u(6)
                    colour: Theme.quiet
                    needed: !card.covered && Words.foreign(card.floor + card.place + card.telephone + card.hours)
                    over: card
                }
            }

            MainButton {
                Layout.fillWidth: Type.large
                drawing: "walk"
                text: qsTr("怎么走")
                visible: card.drawn

                onChosen: card.wayWanted()
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.border
            color: Theme.hairline
            visible: (card.room || card.place) && (card.telephone || card.hours)
        }

        IconLine {
            Layout.fillWidth: true
            drawing: "telephone"
            text: card.telephone
            visible: text
        }

        IconLine {
            Layout.fillWidth: true
            drawing: "clock"
            text: card.hours
            visible: text
        }

        // Without a room there is no line above for it to follow.
        ChineseMark {
            colour: Theme.quiet
            needed: !card.room && !card.place && !card.covered && Words.foreign(card.telephone + card.hours)
            over: card
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.quiet
            text: qsTr("没有登记房间和电话，请到一楼咨询台询问。")
            visible: !card.room && !card.place && !card.telephone && !card.hours
        }
    }
}
