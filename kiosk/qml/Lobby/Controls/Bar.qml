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
    // Every button stays the one it is, however they are set: whoever chose one by keys is still on it.
    readonly property list<string> buttons: ["back", "home", "help", "larger", "contrast", "lower", "speak", "language"]
    readonly property list<string> shown: bar.buttons.filter(button => bar.canRead || button !== "speak")
    readonly property int columns: Metrics.wide || !Type.large ? bar.shown.length : Math.ceil(bar.shown.length / 2)
    readonly property int rows: Math.ceil(bar.shown.length / bar.columns)

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

    Item {
        id: grid

        readonly property real rowHeight: Math.max(0, ...grid.children.map(button => button.implicitHeight))

        anchors.centerIn: parent
        implicitHeight: bar.rows * grid.rowHeight + (bar.rows - 1) * Metrics.tight
        width: parent.width - 2 * Metrics.u(40)

        Repeater {
            model: bar.buttons

            BarButton {
                id: button

                required property string modelData
                readonly property int place: bar.shown.indexOf(button.modelData)
                readonly property int row: Math.max(0, Math.floor(button.place / bar.columns))
                // How many stand in its row.
                readonly property int beside: Math.min(bar.columns, bar.shown.length - button.row * bar.columns)

                checkable: ["larger", "contrast", "lower", "speak"].includes(modelData)
                checked: bar.isOn(modelData)
                drawing: modelData
                enabled: modelData !== "back" || bar.canGoBack
                height: grid.rowHeight
                text: bar.word(modelData)
                verbatim: modelData === "language"
                visible: button.place >= 0
                width: Math.floor((grid.width - (button.beside - 1) * Metrics.tight) / button.beside)
                x: (button.place - button.row * bar.columns) * (width + Metrics.tight)
                y: button.row * (grid.rowHeight + Metrics.tight)

                onChosen: bar.chosen(modelData)
            }
        }
    }
}
