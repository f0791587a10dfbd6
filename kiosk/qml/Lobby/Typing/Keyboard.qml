import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Lobby.Controls
import Lobby.Theme

// The keyboard for free text, drawn inside the program: Pinyin and English. It shows while a field that takes text has
// the focus. Nothing typed on it is learned: every field counts as sensitive (kiosk/keyboard.py does the rest).
TypingPlace {
    id: keyboard

    // The next field that is touched begins in the visitor's language, whatever the visitor before had set.
    property bool fresh: true
    // It offers Hanzi for what the visitor types.
    readonly property bool verbatim: true
    function begin() {
        KeyTable.letters = keyboard.english ? InputEngine.InputMode.Latin : InputEngine.InputMode.Pinyin;
        InputContext.inputEngine.inputMode = KeyTable.letters;
        keyboard.fresh = false;
    }

    implicitHeight: words.height + panel.height + Metrics.u(12)
    open: (panel.item as InputPanel)?.active ?? false
    visible: keyboard.open

    onForget: {
        InputMethod.reset();
        InputMethod.hide();
        keyboard.fresh = true;
    }
    // Later: the panel chooses a mode of its own while it opens.
    onOpenChanged: if (keyboard.open && keyboard.fresh)
        Qt.callLater(keyboard.begin)
    Component.onCompleted: {
        VirtualKeyboardSettings.inputMethodHints = Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase;
        VirtualKeyboardSettings.layoutPath = Qt.resolvedUrl("layouts");
        VirtualKeyboardSettings.styleName = "lobby";
        VirtualKeyboardSettings.activeLocales = ["zh_CN"];
        VirtualKeyboardSettings.locale = "zh_CN";
        VirtualKeyboardSettings.handwritingModeDisabled = true;
        KeyTable.letters = keyboard.english ? InputEngine.InputMode.Latin : InputEngine.InputMode.Pinyin;
        // Only now: the panel begins with these.
        panel.active = true;
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("键盘")

    Binding {
        property: "width"
        target: KeyTable
        value: panel.width
    }

    Binding {
        property: "room"
        target: KeyTable
        value: keyboard.room
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
    }

    WordRow {
        id: words

        anchors.left: panel.left
        anchors.right: panel.right
        anchors.top: parent.top
        anchors.topMargin: Metrics.u(6)
    }

    Loader {
        id: panel

        active: false
        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(40) - KeyTable.gap / 2
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(40) - KeyTable.gap / 2
        anchors.top: words.bottom

        sourceComponent: InputPanel {}
    }
}
