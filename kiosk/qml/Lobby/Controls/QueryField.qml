import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// What was typed, large, as on the keypad's own display; `writing`, a field that takes Chinese from the keyboard.
Rectangle {
    id: field

    required property string query
    property bool forgiven: false
    property bool writing: false
    property int longest: 40
    // The visitor's own words need no mark.
    readonly property bool verbatim: field.query !== ""

    signal written(text: string)
    // The other way of typing was asked for: the keyboard, or the keypad again.
    signal turned

    border.color: Theme.ink
    border.width: Metrics.u(3)
    color: Theme.card
    implicitHeight: Math.max(Metrics.u(116), line.implicitHeight + Metrics.u(28))
    radius: Math.min(height / 2, Metrics.u(58))

    Accessible.ignored: field.writing
    Accessible.name: field.query ? qsTr("已输入：%1").arg(field.query) : qsTr("还没有输入")
    Accessible.role: Accessible.StaticText

    onWritingChanged: {
        if (field.writing)
            Qt.callLater(input.begin);
        else
            InputMethod.hide();
    }

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(42)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(16)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(24)

        Icon {
            drawing: "search"
            size: Metrics.u(52)
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: field.query ? Theme.ink : Theme.quiet
            elide: Text.ElideLeft
            font.capitalization: field.query ? Font.AllUppercase : Font.MixedCase
            font.letterSpacing: field.query ? Metrics.u(6) : 0
            font.pixelSize: field.query ? Type.title : Type.section
            maximumLineCount: field.query ? 1 : 3
            text: field.query || qsTr("找处室、找人、找事项、找房间")
            visible: !field.writing
            wrapMode: field.query ? Text.NoWrap : Text.Wrap
        }

        TextInput {
            id: input

            // What is found follows the letters, also those that are not words yet.
            readonly property string all: text.slice(0, cursorPosition) + preeditText + text.slice(cursorPosition)

            function begin() {
                input.text = field.query;
                input.forceActiveFocus();
            }

            Layout.fillWidth: true
            Layout.minimumHeight: Metrics.target
            verticalAlignment: TextInput.AlignVCenter
            activeFocusOnTab: true
            clip: true
            color: Theme.ink
            font.family: Type.sans
            font.pixelSize: Type.title
            maximumLength: field.longest
            selectByMouse: false
            visible: field.writing

            Accessible.name: qsTr("要找什么")
            Accessible.role: Accessible.EditableText

            onAccepted: input.focus = false
            onAllChanged: if (field.writing)
                field.written(input.all)
        }

        Badge {
            colour: Theme.quiet
            text: qsTr("相近的结果")
            visible: field.forgiven
        }

        Chip {
            corner: height / 2
            drawing: field.writing ? "letters" : "write"
            name: field.writing ? qsTr("拼音首字母") : qsTr("写汉字")
            text: Type.large ? "" : name

            onChosen: field.turned()
        }
    }
}
