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

        Repeater {
            model: urgent.facts?.texts ?? []

            Heading {
                required property string modelData

                Layout.fillWidth: true
                color: Theme.sealText
                font.pixelSize: Math.round(Type.display * 1.1)
                text: modelData
            }
        }

        Repeater {
            model: urgent.facts?.also ?? []

            Prose {
                required property string modelData

                Layout.fillWidth: true
                color: Theme.sealText
                font.pixelSize: Type.heading
                text: modelData
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

            onChosen: urgent.read()
        }
    }
}
