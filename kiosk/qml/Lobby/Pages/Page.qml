import QtQuick
import Lobby.Models

// What every page is: it knows the shell, and how deep it lies on the visitor's way.
Item {
    required property Shell shell
    property int depth: 0
    // In landscape a list stays on the left while a page that stands aside shows what was chosen from it.
    property bool list: false
    property bool aside: false
    // A list alone leaves the other half for what will be chosen from it; set it false where a page fills the glass.
    property bool half: list
    // What a list offers, in its order: alone on a wide glass, the first of it is shown beside it.
    property Rows choices: null
    // The record shown beside a list, to mark its row.
    property string beside: ""
    // What on it was last reached by keys.
    property Item reached: null
    // What lies over part of it; Escape closes that first.
    property Item over: null
    // How much of the glass the keyboard takes beside this page; 0 where it stands below the page, over the whole width.
    property real keyboardWidth: 0

    signal overClosed
}
