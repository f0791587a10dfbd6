pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// The floors of the house as buttons: the one shown is dark, "you are here" and the one looked for carry a dot.
Flow {
    id: picker

    required property var floors
    required property string current
    property bool stepFree: false
    // Names of Latin letters need more room.
    readonly property real least: Metrics.u((Type.large ? 200 : 108) * (picker.latin ? 1.35 : 1))
    property bool latin: false
    readonly property int count: Math.max(1, picker.floors?.count ?? 1)
    // How many fit side by side; they are dealt out evenly, so that no line is left with one or two.
    readonly property int fitting: Math.max(1, Math.floor((picker.width + Metrics.tight) / (Math.max(Metrics.target, picker.least) + Metrics.tight)))
    readonly property int columns: Math.ceil(picker.count / Math.ceil(picker.count / picker.fitting))

    // The longest name has room in its button, and all buttons are as high.
    readonly property real highest: {
        let most = 0;
        for (let place = 0; place < buttons.count; place++)
            most = Math.max(most, buttons.itemAt(place)?.implicitHeight ?? 0);
        return most;
    }

    signal chosen(key: string)

    spacing: Metrics.tight

    Repeater {
        id: buttons

        model: picker.floors

        Touch {
            id: button

            required property string key
            required property string title
            required property bool here
            required property bool target
            required property var walk
            required property var free
            readonly property bool used: (picker.stepFree ? button.free : button.walk).length > 0
            readonly property color mark: button.target ? Theme.seal : Theme.jade
            readonly property bool shown: button.key === picker.current

            checkable: true
            checked: button.shown
            hint: button.here ? qsTr("您在这里") : button.target ? qsTr("要去的楼层") : button.used ? qsTr("路线经过") : ""
            height: picker.highest
            implicitHeight: Math.max(Metrics.u(104), Metrics.target, label.implicitHeight + Metrics.u(12))
            name: button.title
            role: Accessible.RadioButton
            width: Math.floor((picker.width - (picker.columns - 1) * picker.spacing) / picker.columns)

            Component.onCompleted: picker.latin = /[A-Za-z]{3}/.test(button.title)
            onChosen: picker.chosen(button.key)

            Rectangle {
                anchors.fill: parent
                border.color: button.here || button.target || button.used ? button.mark : Theme.hairline
                border.width: button.here || button.target || button.used ? Metrics.u(4) : Theme.border
                color: button.shown ? Theme.ink : button.pressed ? Theme.pressed : Theme.card
                radius: Metrics.corner
            }

            Prose {
                id: label

                Accessible.ignored: true
                anchors.centerIn: parent
                color: button.shown ? Theme.inkText : Theme.ink
                horizontalAlignment: Text.AlignHCenter
                text: button.title
                // Of a name of several lines the first would run into the sign.
                topPadding: sign.visible && label.lineCount > 1 ? Metrics.u(28) : 0
                width: parent.width - Metrics.u(12)
            }

            Icon {
                id: sign

                anchors.margins: Metrics.u(8)
                anchors.right: parent.right
                anchors.top: parent.top
                colour: button.shown ? Theme.inkText : button.mark
                drawing: button.target ? "pin" : button.here ? "person" : "walk"
                size: Metrics.u(28)
                visible: button.here || button.target || button.used
            }
        }
    }
}
