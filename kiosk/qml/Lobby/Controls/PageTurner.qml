import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// Turns the pages of what is longer than the glass, for those who do not drag. Shows only where there is more.
Item {
    id: turner

    required property Flickable view
    readonly property real step: Math.max(1, view.height - Metrics.u(60))
    required property real room
    property bool needed: false
    readonly property int pages: Math.max(1, Math.ceil((view.contentHeight - Metrics.u(60)) / turner.step))
    readonly property int page: view.atYEnd ? turner.pages : Math.min(turner.pages, 1 + Math.round((view.contentY - view.originY) / turner.step))

    function turn(pages: int) {
        const bottom = view.originY + view.contentHeight - view.height;
        slide.to = Math.max(view.originY, Math.min(bottom, view.contentY + pages * turner.step));
        slide.restart();
    }

    // The view grows and shrinks with this row, and a list guesses its length anew when it does: so not as a binding.
    function measure() {
        turner.needed = turner.room > 0 && turner.view.contentHeight > turner.room + 1;
    }

    onRoomChanged: Qt.callLater(turner.measure)
    Component.onCompleted: turner.measure()

    Connections {
        function onContentHeightChanged() {
            Qt.callLater(turner.measure);
        }

        target: turner.view
    }

    implicitHeight: needed ? Metrics.button + Metrics.u(16) : 0
    visible: needed

    NumberAnimation {
        id: slide

        duration: Motion.scroll
        easing.type: Easing.OutCubic
        property: "contentY"
        target: turner.view
    }

    RowLayout {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Metrics.button
        spacing: Metrics.gutter

        Chip {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "up"
            enabled: !turner.view.atYBeginning
            text: qsTr("上一屏")

            onChosen: turner.turn(-1)
        }

        Prose {
            Accessible.name: qsTr("第 %1 屏，共 %2 屏").arg(turner.page).arg(turner.pages)
            color: Theme.quiet
            font.pixelSize: Type.label
            horizontalAlignment: Text.AlignHCenter
            text: `${turner.page} / ${turner.pages}`
        }

        Chip {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "down"
            enabled: !turner.view.atYEnd
            text: qsTr("下一屏")

            onChosen: turner.turn(1)
        }
    }
}
