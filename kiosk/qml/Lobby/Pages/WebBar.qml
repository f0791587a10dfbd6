pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The website's own bar: back and home within it, a screenful up and down, three sizes, and the end of the visit.
Rectangle {
    id: bar

    required property WebVisit visit
    property bool shows: false
    readonly property list<string> buttons: ["back", "home", "up", "down", "larger", "exit"]
    readonly property int columns: Type.large && !Metrics.wide ? 3 : bar.buttons.length

    signal ended

    function word(button: string): string {
        switch (button) {
        case "back":
            return qsTr("上一页");
        case "home":
            return qsTr("网站首页");
        case "up":
            return qsTr("上一屏");
        case "down":
            return qsTr("下一屏");
        case "larger":
            return qsTr("缩放 %1").arg(["100%", "150%", "200%"][bar.visit.zoom]);
        }
        return qsTr("结束访问");
    }

    function works(button: string): bool {
        return button === "exit" || (button === "back" ? bar.shows && bar.visit.canGoBack : button === "home" || bar.shows);
    }

    function choose(button: string) {
        switch (button) {
        case "back":
            bar.visit.back();
            break;
        case "home":
            bar.visit.home();
            break;
        case "up":
            bar.visit.turnPage(-1);
            break;
        case "down":
            bar.visit.turnPage(1);
            break;
        case "larger":
            bar.visit.zoomTo((bar.visit.zoom + 1) % 3);
            break;
        default:
            bar.ended();
        }
    }

    color: Theme.ground
    implicitHeight: grid.implicitHeight + 2 * Metrics.u(16)

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("网站的按钮")

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.hairline
        height: Theme.border
    }

    Grid {
        id: grid

        anchors.centerIn: parent
        columnSpacing: Metrics.tight
        columns: bar.columns
        rowSpacing: Metrics.tight
        width: parent.width - 2 * Metrics.u(40)

        Repeater {
            model: bar.buttons

            BarButton {
                required property string modelData

                drawing: modelData
                enabled: bar.works(modelData)
                text: bar.word(modelData)
                width: Math.floor((grid.width - (bar.columns - 1) * grid.columnSpacing) / bar.columns)

                onChosen: bar.choose(modelData)
            }
        }
    }
}
