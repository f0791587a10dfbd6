import QtQuick
import Lobby.Theme

// What can be touched: acts on release, sliding off cancels; reachable by keyboard; known by name to assistive tools.
FocusScope {
    id: touch

    required property string name
    property string hint: ""
    property int role: Accessible.Button
    property bool checkable: false
    property bool checked: false
    property real corner: Metrics.corner
    readonly property bool pressed: area.pressed && area.containsMouse

    signal chosen

    function choose() {
        if (enabled)
            chosen();
    }

    activeFocusOnTab: true
    implicitHeight: Metrics.button
    implicitWidth: Metrics.target

    Accessible.role: touch.role
    Accessible.name: touch.name
    Accessible.description: touch.hint
    Accessible.focusable: true
    Accessible.focused: touch.activeFocus
    Accessible.checkable: touch.checkable
    Accessible.checked: touch.checked
    Accessible.pressed: touch.pressed
    Accessible.onPressAction: touch.choose()
    Accessible.onToggleAction: touch.choose()

    Keys.onReturnPressed: touch.choose()
    Keys.onEnterPressed: touch.choose()
    Keys.onSpacePressed: touch.choose()

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: touch.choose()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.focus - Theme.border
        border.color: Theme.jade
        border.width: Theme.focus
        color: "transparent"
        radius: touch.corner + Theme.focus
        visible: touch.activeFocus && Navigation.byKeyboard
        z: 10
    }
}
