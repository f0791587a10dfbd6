pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Lobby.Typing

// How Qt's virtual keyboard looks here. Qt finds a style by this path below QML's import paths.
KeyboardStyle {
    id: style

    // The words to choose from stand in a row of our own, which can be turned without dragging.
    readonly property Component face: Component {
        KeyFace {}
    }

    backspaceKeyPanel: style.face
    enterKeyPanel: style.face
    hideKeyPanel: style.face
    keyPanel: style.face
    keyboardDesignHeight: KeyTable.height
    keyboardDesignWidth: KeyTable.width
    languageKeyPanel: style.face
    shiftKeyPanel: style.face
    spaceKeyPanel: style.face
    symbolKeyPanel: style.face

    keyboardBackground: Component {
        Item {}
    }
}
