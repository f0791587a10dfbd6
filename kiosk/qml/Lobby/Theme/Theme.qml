pragma Singleton

import QtQuick

// Colour roles: paper, ink, one seal red, one jade green, and amber on night for the news. High contrast is a theme of
// its own, black on white with thick borders, not a filter.
QtObject {
    property bool highContrast: false

    readonly property color ground: highContrast ? "#FFFFFF" : "#F5F2EB"
    readonly property color card: highContrast ? "#FFFFFF" : "#FFFDF8"
    readonly property color pressed: highContrast ? "#DDDDDD" : "#EFEADC"
    readonly property color ink: highContrast ? "#000000" : "#1F2A30"
    readonly property color quiet: highContrast ? "#000000" : "#5B666B"
    readonly property color hairline: highContrast ? "#000000" : "#DAD4C6"
    readonly property color chevron: highContrast ? "#000000" : "#8C8A80"
    readonly property color inkText: highContrast ? "#FFFFFF" : "#FFFDF8"
    readonly property color bar: highContrast ? "#FFFFFF" : "#EAE6DA"

    // Where you are going, and the one tile most people want.
    readonly property color seal: highContrast ? "#8B0000" : "#A8322A"
    readonly property color sealPressed: highContrast ? "#5A0000" : "#8A2821"
    readonly property color sealText: "#FFFDF8"
    readonly property color sealQuiet: highContrast ? "#FFFFFF" : "#F8E3DD"

    // Movement, routes, "you can".
    readonly property color jade: highContrast ? "#003D30" : "#2C6A5E"
    readonly property color jadeWash: highContrast ? "#FFFFFF" : "#E3EDE8"
    readonly property color jadeText: "#FFFFFF"

    // The news, as the sign in the hall looks.
    readonly property color night: highContrast ? "#000000" : "#1B2226"
    readonly property color nightText: highContrast ? "#FFFFFF" : "#F5F2EB"
    readonly property color nightQuiet: highContrast ? "#FFFFFF" : "#A9B2B2"
    readonly property color amber: highContrast ? "#FFD479" : "#E7B568"

    // The map.
    readonly property color unit: highContrast ? "#FFFFFF" : "#F0ECE0"
    readonly property color unitLine: highContrast ? "#000000" : "#B5AF9F"
    readonly property color move: highContrast ? "#FFFFFF" : "#DDE8E3"
    readonly property color corridor: highContrast ? "#FFFFFF" : "#FFFDF8"
    readonly property color yard: highContrast ? "#FFFFFF" : "#F5F2EB"
    readonly property color fixture: highContrast ? "#DDDDDD" : "#DAD4C6"
    readonly property color ahead: highContrast ? "#767676" : "#9DBDB3"
    // Groups of offices: tints of the paper, for ink on them; named in the plan's legend.
    readonly property list<color> groups: highContrast ? ["#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"] : ["#EFE3C6", "#DCE3EC", "#E9DDE6", "#E3E6CB", "#F0DCD0", "#DDDCD6"]

    // How grave a risk is; always beside an icon and a word.
    function risk(level: string): color {
        return level === "high" ? seal : level === "medium" ? (highContrast ? "#5C3A00" : "#8A5A12") : level === "low" ? (highContrast ? "#1F3D00" : "#4B6420") : quiet;
    }

    readonly property real border: highContrast ? Metrics.u(4) : Math.max(1, Metrics.u(2))
    readonly property real focus: Metrics.u(highContrast ? 8 : 5)
}
