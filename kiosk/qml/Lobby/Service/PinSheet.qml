pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The PIN: how many digits were typed, never which. In landscape the keys stand at the right.
Item {
    id: sheet

    required property Service service
    readonly property bool locked: sheet.service.lockedSeconds > 0
    readonly property bool unset: sheet.service.message === "unset"
    readonly property real half: Metrics.wide ? (width - 3 * Metrics.margin) / 2 : width - 2 * Metrics.margin

    function explained(): string {
        if (sheet.unset)
            return qsTr("还没有设置服务密码。请在本机控制台运行 kiosk pin。");
        if (sheet.locked)
            return qsTr("输错太多次，%n 秒后可以再试。", "", sheet.service.lockedSeconds);
        if (sheet.service.message === "broken")
            return qsTr("本机的磁盘写不进去，密码无法核对。请检查磁盘。");
        if (sheet.service.message === "wrong")
            return qsTr("密码不对，还可以试 %n 次。", "", sheet.service.triesLeft);
        return qsTr("请输入服务密码，然后点“确定”。");
    }

    PageHeader {
        id: header

        subtitle: qsTr("这里供工作人员维护本机")
        title: qsTr("工作人员")
        width: parent.width
    }

    Column {
        id: words

        spacing: Metrics.u(28)
        width: sheet.half
        x: Metrics.margin
        y: Metrics.wide ? Math.max(header.height, keys.y) : header.height + Math.max(Metrics.u(12), (keys.y - header.height - height) / 2)

        Row {
            id: dots

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Metrics.u(22)
            visible: !sheet.unset

            Accessible.role: Accessible.Indicator
            Accessible.name: qsTr("已输入 %n 位", "", sheet.service.typed)

            Repeater {
                model: Math.max(6, sheet.service.typed)

                Rectangle {
                    required property int index

                    border.color: Theme.ink
                    border.width: Theme.border
                    color: index < sheet.service.typed ? Theme.ink : "transparent"
                    height: width
                    radius: width / 2
                    width: Metrics.u(34)
                }
            }
        }

        Prose {
            color: sheet.service.message || sheet.locked ? Theme.seal : Theme.quiet
            font.pixelSize: Type.section
            horizontalAlignment: Text.AlignHCenter
            text: sheet.explained()
            width: parent.width
        }
    }

    Grid {
        id: keys

        readonly property real key: (sheet.half - 2 * spacing) / 3
        readonly property real room: (sheet.height - (Metrics.wide ? 0 : header.height + words.height + Metrics.u(40)) - done.height - 3 * spacing - Metrics.u(60)) / 4

        anchors.bottom: done.top
        anchors.bottomMargin: Metrics.tight
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        columns: 3
        spacing: Metrics.tight

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "close", "0", "erase"]

            Key {
                required property string modelData
                readonly property bool digit: modelData.length === 1

                drawing: digit ? "" : modelData
                enabled: !digit || !(sheet.locked || sheet.unset)
                height: Math.round(Math.max(Metrics.target, Math.min(Metrics.u(150), keys.room)))
                name: modelData === "close" ? qsTr("关闭") : modelData === "erase" ? qsTr("删一个") : modelData
                opacity: enabled ? 1 : 0.45
                text: digit ? modelData : ""
                width: keys.key

                onChosen: modelData === "close" ? sheet.service.close() : modelData === "erase" ? sheet.service.erase() : sheet.service.type(modelData)
            }
        }
    }

    MainButton {
        id: done

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(28)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        enabled: sheet.service.typed > 0 && !sheet.locked
        opacity: enabled ? 1 : 0.45
        text: qsTr("确定")
        width: sheet.half

        onChosen: sheet.service.enter()
    }
}
