import QtQuick
import Lobby.Theme

// What a page shows, from top to bottom; with buttons to turn where it is longer than the glass.
Item {
    id: scroller

    default property alias content: column.data
    property alias contentY: view.contentY
    property real spacing: Metrics.gutter
    property real side: Metrics.margin
    property real above: Metrics.u(28)
    property real below: Metrics.u(28)

    // In another language everything has another length: what stood at the top, and how much of it was past, is kept.
    property int topmost: 0
    property real past: 0

    function parts(): list<Item> {
        return column.children.filter(part => part.visible && part.height > 0).sort((one, other) => one.y - other.y);
    }

    function remember() {
        const parts = scroller.parts();
        const line = view.contentY - scroller.above;
        scroller.topmost = Math.max(0, parts.findIndex(part => part.y + part.height > line));
        const top = parts[scroller.topmost];
        scroller.past = top && line > 0 ? (line - top.y) / top.height : 0;
    }

    function restore() {
        const top = scroller.parts()[scroller.topmost];
        if (top && (scroller.topmost > 0 || scroller.past > 0))
            scroller.show(scroller.above + top.y + scroller.past * top.height);
    }

    // Brings the place `y` of the content to the top.
    function show(y: real) {
        view.contentY = Math.max(0, Math.min(y, view.contentHeight - view.height));
    }

    Flickable {
        id: view

        anchors.bottom: turner.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + scroller.above + scroller.below
        contentWidth: width

        Column {
            id: column

            spacing: scroller.spacing
            width: view.width - 2 * scroller.side
            x: scroller.side
            y: scroller.above
        }
    }

    Connections {
        function onLatinChanged() {
            scroller.remember();
            changing.restart();
        }

        target: Type
    }

    Timer {
        id: changing

        interval: 400
    }

    Connections {
        function onContentHeightChanged() {
            if (changing.running)
                scroller.restore();
        }

        target: view
    }

    PageTurner {
        id: turner

        anchors.bottom: parent.bottom
        anchors.bottomMargin: needed ? Metrics.u(16) : 0
        anchors.left: parent.left
        anchors.leftMargin: scroller.side
        anchors.right: parent.right
        anchors.rightMargin: scroller.side
        room: scroller.height
        view: view
    }
}
