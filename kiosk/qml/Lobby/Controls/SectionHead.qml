import QtQuick
import Lobby.Theme

// The heading of a part of a page.
Item {
    id: head

    required property string text
    property string aside: ""

    implicitHeight: Math.ceil(words.implicitHeight) + Metrics.u(28)

    Heading {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(10)
        anchors.left: parent.left
        anchors.right: count.left
        font.pixelSize: Type.section
        text: head.text
    }

    Prose {
        id: count

        anchors.baseline: words.baseline
        anchors.right: parent.right
        color: Theme.quiet
        font.pixelSize: Type.small
        text: head.aside
    }
}
