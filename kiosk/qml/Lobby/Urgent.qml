pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Pages
import Lobby.Theme

// An urgent notice over everything, with the nearest way out of this floor. "知道了" folds it to a strip above the pages.
Rectangle {
    id: urgent

    property UrgentFacts facts: null
    // While staff wipe the glass nothing answers: in place of the button stands for how many seconds.
    property int cleaning: 0

    // The size at which all that is said covers a bit more than a third of the glass; a Latin letter is half a Hanzi.
    readonly property real fitting: {
        const said = [...(urgent.facts?.texts ?? []), ...(urgent.facts?.also ?? [])].join("");
        const signs = said.length - said.replace(/[^ -~]/g, "").length / 2;
        return Math.max(Type.body, Math.sqrt(urgent.width * urgent.height * 0.36 / (1.6 * Math.max(1, signs))));
    }

    signal read

    color: Theme.seal

    Accessible.role: Accessible.AlertMessage
    Accessible.name: (urgent.facts?.texts ?? []).join(qsTr("。"))

    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Metrics.u(72)
        spacing: Metrics.u(36)

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.u(24)
            spacing: Metrics.u(28)

            Icon {
                colour: Theme.sealText
                drawing: "warning"
                size: Metrics.u(110)
            }

            Heading {
                Layout.fillWidth: true
                color: Theme.sealText
                font.pixelSize: Type.title
                text: qsTr("紧急通知")
            }

            ChineseMark {
                colour: Theme.sealText
                needed: Words.foreign((urgent.facts?.texts ?? []).join(""))
                over: urgent
            }
        }

        // Much text is set smaller, and at last pushed up by a finger: the way out and the button stay on the glass.
        Flickable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: words.height
            Layout.minimumHeight: Math.min(words.height, Metrics.u(300))
            Layout.preferredHeight: words.height
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: words.height
            interactive: contentHeight > height + 1

            Column {
                id: words

                spacing: Metrics.u(36)
                width: parent.width

                Repeater {
                    model: urgent.facts?.texts ?? []

                    Heading {
                        required property string modelData

                        color: Theme.sealText
                        font.pixelSize: Math.round(Math.min(Type.display * 1.1, urgent.fitting))
                        text: modelData
                        width: words.width
                    }
                }

                Repeater {
                    model: urgent.facts?.also ?? []

                    Prose {
                        required property string modelData

                        color: Theme.sealText
                        font.pixelSize: Math.round(Math.min(Type.heading, urgent.fitting))
                        text: modelData
                        width: words.width
                    }
                }
            }
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.sealText
            font.pixelSize: Type.section
            text: qsTr("最近的出口")
            visible: (urgent.facts?.exits.length ?? 0) > 0
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Math.min(Metrics.u(520), urgent.height * 0.3)
            Layout.preferredHeight: Metrics.u(520)
            visible: (urgent.facts?.exits.length ?? 0) > 0

            ExitPlan {
                anchors.fill: parent
                anchors.margins: Metrics.u(12)
                exits: urgent.facts?.exits ?? []
                floor: urgent.facts?.floor ?? null
            }
        }

        Item {
            Layout.fillHeight: true
            visible: (urgent.facts?.exits.length ?? 0) === 0
        }

        Chip {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Metrics.u(130), implicitHeight)
            text: qsTr("知道了")
            visible: urgent.cleaning === 0

            onChosen: urgent.read()
        }

        Heading {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Metrics.u(130), implicitHeight)
            color: Theme.sealText
            font.pixelSize: Type.heading
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("正在清洁屏幕，还有 %n 秒", "", urgent.cleaning)
            verticalAlignment: Text.AlignVCenter
            visible: urgent.cleaning > 0
        }
    }
}
