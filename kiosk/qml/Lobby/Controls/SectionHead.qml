import QtQuick
import Lobby.Theme

// The heading of a part of a page, whether it is Chinese, and what is said at its end; under it where that is long.
Item {
    id: head

    required property string text
    property string aside: ""
    // Whether the mark is needed: for the heading alone, or with `over` for all that stands under it.
    property bool foreign: Words.foreign(head.text)
    property Item over: head
    property bool partly: false
    readonly property bool under: count.implicitWidth > head.width * 0.45
    readonly property real extra: head.under ? count.height + Metrics.u(4) : 0

    implicitHeight: Math.ceil(words.implicitHeight) + head.extra + Metrics.u(28)

    Heading {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(10) + head.extra
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: (head.under ? 0 : count.width) + (mark.visible ? mark.width + Metrics.u(20) : 0)
        font.pixelSize: Type.section
        text: head.text
    }

    ChineseMark {
        id: mark

        colour: Theme.quiet
        needed: head.foreign
        over: head.over
        partly: head.partly
        x: Math.min(words.contentWidth + Metrics.u(20), words.width + Metrics.u(20))
        y: words.y + words.baselineOffset - words.font.pixelSize * 0.34 - height / 2
    }

    Prose {
        id: count

        color: Theme.quiet
        font.pixelSize: Type.small
        text: head.aside
        width: Math.min(implicitWidth, head.width)
        x: head.under ? 0 : head.width - width
        y: head.under ? head.height - Metrics.u(10) - height : words.y + words.baselineOffset - baselineOffset
    }
}
