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
    // The frame that shows where the keys are; inside a thing that ends with the glass.
    property color frame: Theme.jade
    property bool framedInside: false
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
        anchors.margins: touch.framedInside ? 0 : -Theme.focus - Theme.border
        border.color: touch.frame
        border.width: Theme.focus
        color: "transparent"
        radius: touch.corner + Theme.focus
        visible: touch.activeFocus && Navigation.byKeyboard
        z: 10
    }
}
