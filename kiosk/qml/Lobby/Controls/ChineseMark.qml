import QtQuick

// Says in words that something is Chinese though English was chosen; nothing where it is not.
Badge {
    id: mark

    // Whether anything it speaks for is Chinese; `Words.foreign` tells of a text.
    required property bool needed
    // All it speaks for: a row, a card, a page.
    property Item over: null
    // Whether only some of it is.
    property bool partly: false

    text: mark.partly ? Words.partlyChinese : Words.chinese
    visible: mark.needed
}
