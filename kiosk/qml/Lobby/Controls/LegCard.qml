import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// One leg of the way as a card: its number, what to do, on which floor. The leg one looks at is washed in jade.
Touch {
    id: card

    required property int number
    required property string floor
    required property string text
    required property string turn
    required property string floorName
    required property string toName
    property bool current: false

    checkable: true
    checked: card.current
    hint: floors.text
    implicitHeight: Math.max(Metrics.u(100), Metrics.target, line.implicitHeight + Metrics.u(28))
    name: `${card.number}. ${card.text}`

    function drawing(): string {
        switch (card.turn) {
        case "left":
            return "turn-left";
        case "right":
            return "turn-right";
        case "stairs":
            return "stairs";
        case "elevator":
            return "lift";
        case "arrive":
            return "pin";
        case "start":
            return "walk";
        }
        return "straight";
    }

    Rectangle {
        anchors.fill: parent
        border.color: card.current ? Theme.jade : Theme.hairline
        border.width: card.current ? Metrics.u(4) : Theme.border
        color: card.current ? Theme.jadeWash : card.pressed ? Theme.pressed : Theme.card
        radius: Metrics.corner
    }

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(22)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(28)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(22)

        Rectangle {
            Layout.preferredHeight: width
            Layout.preferredWidth: Math.max(Metrics.u(60), figure.implicitWidth + Metrics.u(24), figure.implicitHeight + Metrics.u(4))
            border.color: Theme.jade
            border.width: Metrics.u(4)
            color: card.current ? Theme.jade : Theme.card
            radius: width / 2

            Prose {
                id: figure

                Accessible.ignored: true
                anchors.centerIn: parent
                color: card.current ? Theme.jadeText : Theme.jade
                font.pixelSize: Type.label
                font.weight: Font.Bold
                text: card.number
            }
        }

        Icon {
            colour: Theme.jade
            drawing: card.drawing()
            size: Metrics.u(48)
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            // A figure and its metres stay together.
            text: card.text.replace(/(\d) m\b/g, "$1\u00a0m")
        }

        Prose {
            id: floors

            Accessible.ignored: true
            // A floor with a long name leaves what to do its room.
            Layout.maximumWidth: card.width * 0.36
            color: Theme.quiet
            font.pixelSize: Type.small
            horizontalAlignment: Text.AlignRight
            text: card.toName && card.toName !== card.floorName ? `${card.floorName} → ${card.toName}` : card.floorName
        }
    }
}
