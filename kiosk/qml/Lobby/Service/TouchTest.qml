pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Is every part of the glass alive, and does a touch arrive where the finger is? Four corners to tap, one line from corner
// to corner to follow; a ring shows where the last touch arrived.
Item {
    id: test

    readonly property real corner: Math.max(Metrics.target, Metrics.u(120))
    readonly property int dots: 36
    // How far from the line a finger may be: half a fingertip.
    readonly property real tolerance: 8 * Metrics.pixelsPerMm
    property list<bool> cornersTouched: [false, false, false, false]
    property list<bool> dotsTouched: Array(36).fill(false)
    readonly property int followed: test.dotsTouched.filter(touched => touched).length
    readonly property bool well: test.cornersTouched.every(touched => touched) && test.followed === test.dots

    signal closed

    function cornerAt(number: int): point {
        return Qt.point(number % 2 ? width - corner : 0, number > 1 ? height - corner : 0);
    }

    function dotAt(number: int): point {
        const part = (number + 0.5) / dots;
        return Qt.point(corner + part * (width - 2 * corner), corner + part * (height - 2 * corner));
    }

    function touchedAt(x: real, y: real) {
        const corners = test.cornersTouched.map((touched, number) => {
            const at = cornerAt(number);
            return touched || (x >= at.x && x < at.x + corner && y >= at.y && y < at.y + corner);
        });
        const line = test.dotsTouched.map((touched, number) => {
            const at = dotAt(number);
            return touched || Math.hypot(x - at.x, y - at.y) <= tolerance;
        });
        test.cornersTouched = corners;
        test.dotsTouched = line;
        ring.x = x - ring.width / 2;
        ring.y = y - ring.height / 2;
        ring.visible = true;
    }

    MouseArea {
        anchors.fill: parent

        onPositionChanged: mouse => test.touchedAt(mouse.x, mouse.y)
        onPressed: mouse => test.touchedAt(mouse.x, mouse.y)
    }

    Repeater {
        model: test.dots

        Rectangle {
            required property int index

            color: test.dotsTouched[index] ? Theme.jade : Theme.hairline
            height: width
            radius: width / 2
            width: Metrics.u(22)
            x: test.dotAt(index).x - width / 2
            y: test.dotAt(index).y - height / 2
        }
    }

    Repeater {
        model: [qsTr("左上角"), qsTr("右上角"), qsTr("左下角"), qsTr("右下角")]

        Rectangle {
            id: place

            required property int index
            required property string modelData
            readonly property bool touched: test.cornersTouched[index]

            border.color: touched ? Theme.jade : Theme.ink
            border.width: Metrics.u(4)
            color: touched ? Theme.jade : Theme.card
            height: test.corner
            width: test.corner
            x: test.cornerAt(index).x
            y: test.cornerAt(index).y

            Accessible.role: Accessible.Indicator
            Accessible.name: touched ? qsTr("%1：正常").arg(modelData) : qsTr("%1：还没有点").arg(modelData)

            Icon {
                anchors.centerIn: parent
                colour: Theme.jadeText
                drawing: "check"
                size: Metrics.u(56)
                visible: place.touched
            }
        }
    }

    Rectangle {
        id: ring

        border.color: Theme.seal
        border.width: Metrics.u(4)
        color: "transparent"
        height: width
        radius: width / 2
        visible: false
        width: 2 * test.tolerance
    }

    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: test.corner + Metrics.u(36)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        spacing: Metrics.u(16)
        width: test.width * 0.48

        Heading {
            text: qsTr("触摸测试")
            width: parent.width
        }

        Prose {
            color: Theme.quiet
            font.pixelSize: Type.label
            text: test.well ? qsTr("全部正常。") : qsTr("点四个角，再沿着点线划一遍。变绿的地方正常；红圈偏离手指，说明需要校准。")
            width: parent.width
        }

        Prose {
            text: qsTr("四角 %1/4 · 直线 %2/%3").arg(test.cornersTouched.filter(touched => touched).length).arg(test.followed).arg(test.dots)
            width: parent.width
        }

        Chip {
            drawing: "back"
            text: qsTr("返回菜单")
            width: parent.width

            onChosen: test.closed()
        }
    }
}
