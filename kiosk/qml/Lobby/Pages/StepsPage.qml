pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models

// How a matter runs, step by step, along a spine.
Page {
    id: page

    required property StepsFacts facts

    aside: true

    Scroller {
        id: scroller

        above: 0
        anchors.fill: parent
        spacing: 0

        PageHeader {
            side: 0
            subtitle: [page.facts.category, page.facts.office, page.facts.promised ? qsTr("承诺 %1").arg(page.facts.promised) : ""].filter(word => word).join(" · ")
            title: page.facts.name
            width: parent.width
        }

        Repeater {
            id: cards

            model: page.facts.steps

            StepCard {
                required property int index

                first: index === 0
                last: index === cards.count - 1
                page: page.depth
                width: parent?.width ?? 0

                onTargetChosen: number => {
                    for (let row = 0; row < cards.count; ++row) {
                        const card = cards.itemAt(row) as StepCard;
                        if (card?.number === number)
                            scroller.show(card.y);
                    }
                }
            }
        }
    }
}
