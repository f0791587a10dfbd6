pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A leader and what they are in charge of, as a branch of the chart: the person above, the offices below a jade line.
Card {
    id: card

    required property string key
    required property string name
    required property string title
    required property string leads
    required property list<string> offices
    required property list<string> keys
    // A mark above speaks for this card too.
    property bool covered: false
    property int page: 0

    implicitHeight: rows.implicitHeight + Metrics.padding + Metrics.u(8)

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: 0

        Touch {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Metrics.row, words.implicitHeight + Metrics.u(40))
            hint: Words.told([card.title, card.leads, mark.visible ? mark.text : ""])
            name: card.name

            onChosen: Navigation.recordWanted("person", card.key, card.page)

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.border
                color: Theme.pressed
                radius: Metrics.corner
                visible: (parent as Touch)?.pressed ?? false
            }

            ColumnLayout {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Metrics.padding
                anchors.right: chevron.left
                anchors.rightMargin: Metrics.u(16)
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0

                Heading {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    text: card.name
                }

                Prose {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    font.pixelSize: Type.label
                    text: card.title
                }

                Prose {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font.pixelSize: Type.small
                    text: card.leads
                    visible: text
                }

                ChineseMark {
                    id: mark

                    Layout.topMargin: Metrics.u(6)
                    colour: Theme.quiet
                    mute: true
                    needed: !card.covered && Words.foreign(card.name + card.title + card.leads + card.offices.join(""))
                    over: card
                }
            }

            Icon {
                id: chevron

                anchors.right: parent.right
                anchors.rightMargin: Metrics.u(18)
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.chevron
                drawing: "right"
                size: Metrics.u(32)
            }
        }

        RowLayout {
            Layout.leftMargin: Metrics.padding
            Layout.rightMargin: Metrics.padding
            spacing: Metrics.u(22)
            visible: card.offices.length > 0

            Rectangle {
                Layout.fillHeight: true
                Layout.preferredWidth: Metrics.u(6)
                color: Theme.jade
                radius: width / 2
            }

            Flow {
                Layout.bottomMargin: Metrics.u(4)
                Layout.fillWidth: true
                Layout.topMargin: Metrics.u(4)
                spacing: Metrics.tight

                Repeater {
                    model: card.offices

                    Chip {
                        id: chip

                        required property string modelData
                        required property int index

                        colour: Theme.jade
                        text: chip.modelData
                        width: Math.min(implicitWidth, parent?.width ?? implicitWidth)

                        onChosen: Navigation.recordWanted("office", card.keys[chip.index], card.page)
                    }
                }
            }
        }
    }
}
