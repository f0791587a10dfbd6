import QtQuick
import Lobby.Theme

// The look of a painted plan: what its colours and sizes are in the theme that holds.
QtObject {
    readonly property var colours: ({
            "casing": Theme.card,
            "family": Type.sans,
            "line": Math.max(1, Metrics.u(Theme.highContrast ? 4 : 2)),
            "margin": Metrics.u(22),
            "move": Theme.move,
            "moveText": Theme.jade,
            "open": Theme.corridor,
            "room": Theme.unit,
            "route": Theme.jade,
            "size": Type.label,
            "small": Type.small,
            "target": Theme.seal,
            "targetText": Theme.sealText,
            "text": Theme.ink,
            "wall": Theme.unitLine,
            "width": Metrics.u(11)
        })
}
