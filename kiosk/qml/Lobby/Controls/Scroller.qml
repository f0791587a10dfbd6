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
