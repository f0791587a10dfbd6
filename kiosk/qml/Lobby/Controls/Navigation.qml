pragma Singleton

import QtQuick

// How the visitor gets about: the focus ring shows only to those who use keys, and the places pages ask for go here.
QtObject {
    property bool byKeyboard: false

    // A page, or a record by kind and key, was asked for by the page that stands at `depth` of the way.
    signal pageWanted(page: string, key: string, depth: int)
    // Texts are to be shown as QR codes over the page, one at a time.
    signal codeWanted(title: string, codes: list<string>)
    // A page with a field for free text came: the keyboard is made ready.
    signal keyboardWanted
    signal recordWanted(kind: string, key: string, depth: int)
}
