pragma Singleton

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import Lobby.Theme

// What the keyboard's parts agree on: how large keys are, what stands on them, and what they are called.
QtObject {
    id: keys

    // Set by the keyboard: the width it has, and the height of the page it stands on.
    property real width: Metrics.screenWidth
    property real room: Metrics.screenHeight

    // Which letters the visitor wants: Qt chooses anew with each field and layout.
    property int letters: InputEngine.InputMode.Pinyin

    readonly property real gap: Metrics.tight
    // Where large letters leave little of the page, digits stand with the signs.
    readonly property bool digits: !Type.large || room > Metrics.u(1200)
    readonly property int rows: digits ? 5 : 4
    readonly property bool pinyin: InputContext.inputEngine.inputMode === InputEngine.InputMode.Pinyin
    // A row with the gap above it: never under a fingertip, on a low glass not higher than it must be.
    readonly property real rowHeight: Math.round(Math.max(Metrics.target + gap, Math.min(Metrics.u(104), width / 10, room * 0.085)))
    readonly property real height: rows * rowHeight

    function face(key: BaseKey): string {
        switch (key.keyType) {
        case QtVirtualKeyboard.KeyType.Key:
            return keys.pinyin || key.uppercased ? key.text.toUpperCase() : key.text;
        case QtVirtualKeyboard.KeyType.SymbolModeKey:
            return key.displayText;
        case QtVirtualKeyboard.KeyType.InputModeKey:
            return keys.pinyin ? "拼音" : "ABC";
        case QtVirtualKeyboard.KeyType.SpaceKey:
            return qsTr("空格");
        }
        return "";
    }

    function drawing(key: BaseKey): string {
        switch (key.keyType) {
        case QtVirtualKeyboard.KeyType.BackspaceKey:
            return "erase";
        case QtVirtualKeyboard.KeyType.ShiftKey:
            return "shift";
        case QtVirtualKeyboard.KeyType.HideKeyboardKey:
            return "fold";
        case QtVirtualKeyboard.KeyType.EnterKey:
            return "enter";
        }
        return "";
    }

    function name(key: BaseKey): string {
        switch (key.keyType) {
        case QtVirtualKeyboard.KeyType.BackspaceKey:
            return qsTr("删一个");
        case QtVirtualKeyboard.KeyType.ShiftKey:
            return qsTr("大写");
        case QtVirtualKeyboard.KeyType.HideKeyboardKey:
            return qsTr("收起键盘");
        case QtVirtualKeyboard.KeyType.EnterKey:
            return qsTr("完成");
        case QtVirtualKeyboard.KeyType.SymbolModeKey:
            return key.displayText === "ABC" ? qsTr("字母") : qsTr("符号");
        case QtVirtualKeyboard.KeyType.InputModeKey:
            return keys.pinyin ? qsTr("现在是拼音，换成英文") : qsTr("现在是英文，换成拼音");
        }
        return keys.face(key);
    }

    // What an assistive tool does that presses a key by its name.
    function press(key: BaseKey) {
        if (key.noKeyEvent)
            key.clicked();
        else
            InputContext.inputEngine.virtualKeyClick(key.key, key.uppercased ? key.text.toUpperCase() : key.text, key.uppercased ? Qt.ShiftModifier : Qt.NoModifier);
    }
}
