pragma Singleton

import QtQuick

// Two voices, few sizes. Headings speak in a Song face, everything one reads or touches in a sans.
QtObject {
    property bool large: false
    property bool latin: false

    // Tests set faces of their own, so that pictures do not depend on the machine's fonts.
    property string serif: "Noto Serif CJK SC"
    property string sans: "Noto Sans CJK SC"

    // The smallest size is never under what can be read from where one stands; the others keep their distance to it.
    readonly property real scale: Math.max(Metrics.unit, Metrics.leastText / 27) * (large ? 1.67 : 1)

    readonly property int figure: Math.round(78 * scale)
    readonly property int display: Math.round(66 * scale)
    readonly property int title: Math.round(56 * scale)
    readonly property int heading: Math.round(45 * scale)
    readonly property int section: Math.round(38 * scale)
    readonly property int body: Math.round(34 * scale)
    readonly property int label: Math.round(30 * scale)
    readonly property int small: Math.round(27 * scale)

    // The faces set quotation marks and the like as wide as Hanzi, also between Latin words, unless they are told not to.
    function features(text: string): var {
        return latin && !/[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(text) ? {
            "pwid": 1
        } : {};
    }
}
