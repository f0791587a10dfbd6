import QtQuick
import Lobby.Theme

// The look of a painted plan: what its colours and sizes are in the theme that holds.
QtObject {
    readonly property var colours: ({
            "ahead": Theme.ahead,
            "casing": Theme.card,
            "edge": Theme.highContrast ? Theme.ink : Theme.chevron,
            "family": Type.sans,
            "fixture": Theme.fixture,
            "group0": Theme.groups[0],
            "group1": Theme.groups[1],
            "group2": Theme.groups[2],
            "group3": Theme.groups[3],
            "group4": Theme.groups[4],
            "group5": Theme.groups[5],
            "hereDot": Metrics.u(34),
            "hereWords": qsTr("您在这里"),
            "icon": Metrics.u(44) * (Type.large ? 1.35 : 1),
            "line": Math.max(1, Metrics.u(Theme.highContrast ? 4 : 2)),
            "margin": Metrics.u(22),
            "move": Theme.move,
            "moveText": Theme.jade,
            "open": Theme.corridor,
            "openText": Theme.quiet,
            "room": Theme.unit,
            "route": Theme.jade,
            "size": Type.label,
            "small": Type.small,
            "target": Theme.seal,
            "targetText": Theme.sealText,
            "text": Theme.ink,
            "void": Theme.yard,
            "wall": Theme.unitLine,
            "width": Metrics.u(11)
        })
}
