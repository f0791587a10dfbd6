import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Pages
import Lobby.Theme

// On a wide glass, what stands beside a list from which nothing was chosen yet: the first of what it offers, so that the
// other half is not empty. It is no step of the visitor's way.
Item {
    id: glance

    required property Shell shell
    // Gives the component of a page by the name of its file.
    required property var component
    // The list that stands alone; null while none does.
    property Page list: null
    readonly property Rows choices: glance.list?.choices ?? null

    property Page shown: null
    property string key: ""

    function clear() {
        if (glance.shown) {
            glance.shown.visible = false;
            glance.shown.destroy();
            glance.shown = null;
        }
        glance.key = "";
        later.stop();
    }

    function look() {
        glance.clear();
        if (glance.choices && glance.choices.count > 0)
            later.start();
    }

    visible: glance.list !== null

    onChoicesChanged: Qt.callLater(glance.look)
    onListChanged: {
        glance.clear();
        Qt.callLater(glance.look);
    }

    // The list comes first: it must not wait for what stands beside it.
    Timer {
        id: later

        interval: Motion.page

        onTriggered: glance.shell.glance(glance.choices)
    }

    Connections {
        function onGlanced(name: string, key: string, facts: QtObject) {
            if (!glance.list || !facts)
                return;
            glance.shown = glance.component(name).createObject(glance, {
                "depth": glance.list.depth + 1,
                "facts": facts,
                "shell": glance.shell
            }) as Page;
            glance.shown.width = Qt.binding(() => glance.width);
            glance.shown.height = Qt.binding(() => glance.height);
            glance.key = key;
        }

        target: glance.shell
    }

    Empty {
        anchors.left: parent.left
        anchors.margins: Metrics.u(120)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        drawing: "back"
        text: qsTr("请在左边选一项")
        visible: glance.list !== null && !glance.shown && !later.running
    }
}
