pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Paintings of floors, lent to whoever shows one and taken back: PySide (6.11) never lets go of the Python side of an item
// that QML made, so a new one for each map opened would add up over a year of visitors. Lending is faster, too.
Item {
    id: plans

    property list<PlanLevel> spare: []

    // A painting that fills `place`. What it shows is the borrower's to bind.
    function lend(place: Item): PlanLevel {
        const level = spare.length ? spare.pop() : made.createObject(plans) as PlanLevel;
        level.parent = place;
        level.anchors.fill = place;
        level.arrive();
        return level;
    }

    // Nothing of the visit stays on it.
    function takeBack(level: PlanLevel) {
        level.anchors.fill = undefined;
        level.parent = plans;
        level.clear();
        spare.push(level);
    }

    visible: false

    Component {
        id: made

        PlanLevel {
            done: 0
            floor: null
            groups: []
            here: false
            legs: []
            middle: Qt.point(0, 0)
            target: ""
            title: ""
            zoom: 1
        }
    }
}
