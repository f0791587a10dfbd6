pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// The bar at the bottom, the same on every page and within everyone's reach.
Rectangle {
    id: bar

    property bool canGoBack: false
    property bool atHome: true
    property bool canRead: false
    property bool reading: false
    property bool lowReach: false
    property bool english: false
    readonly property int columns: Metrics.wide || !Type.large ? buttons.length : Math.ceil(buttons.length / 2)
    readonly property int rows: Math.ceil(buttons.length / bar.columns)
    readonly property list<string> buttons: bar.canRead ? ["back", "home", "help", "larger", "contrast", "lower", "speak", "language"] : ["back", "home", "help", "larger", "contrast", "lower", "language"]

    signal chosen(button: string)

    function word(button: string): string {
        switch (button) {
        case "back":
            return qsTr("返回");
        case "home":
            return qsTr("首页");
        case "help":
            return qsTr("帮助");
        case "larger":
            return qsTr("大字");
        case "contrast":
            return qsTr("高对比");
        case "lower":
            return qsTr("放低");
        case "speak":
            return qsTr("朗读");
        }
        return bar.english ? "中文" : "English";
    }

    function isOn(button: string): bool {
        return button === "home" ? bar.atHome : button === "larger" ? Type.large : button === "contrast" ? Theme.highContrast : button === "lower" ? bar.lowReach : button === "speak" ? bar.reading : false;
    }

    color: Theme.bar
    implicitHeight: grid.implicitHeight + 2 * Metrics.u(22)

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("常用按钮")

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.hairline
        height: Theme.border
    }

    Column {
        id: grid

        anchors.centerIn: parent
        spacing: Metrics.tight
        width: parent.width - 2 * Metrics.u(40)

        Repeater {
            model: bar.rows

            Row {
                id: row

                required property int index
                readonly property list<string> names: bar.buttons.slice(index * bar.columns, (index + 1) * bar.columns)

                spacing: Metrics.tight

                Repeater {
                    model: row.names

                    BarButton {
                        required property string modelData

                        checkable: ["larger", "contrast", "lower", "speak"].includes(modelData)
                        checked: bar.isOn(modelData)
                        drawing: modelData
                        enabled: modelData !== "back" || bar.canGoBack
                        text: bar.word(modelData)
                        verbatim: modelData === "language"
                        width: Math.floor((grid.width - (row.names.length - 1) * row.spacing) / row.names.length)

                        onChosen: bar.chosen(modelData)
                    }
                }
            }
        }
    }
}
