pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The cards of all steps along their spine, under the name of the matter.
Item {
    id: list

    required property StepsFacts facts
    // The step chosen on the chart beside; 0 where none is.
    property int chosen: 0
    property int page: 0
    // Whether the chart is to be asked for here.
    property bool offered: false
    // What the mark speaks for: these cards, and what stands beside them.
    property Item over: list

    signal stepChosen(number: int)
    signal chartWanted
    signal picturesWanted

    // Brings a step's card to the top.
    function show(number: int) {
        for (let row = 0; row < cards.count; ++row) {
            const card = cards.itemAt(row) as StepCard;
            if (card?.number === number)
                scroller.show(card.y);
        }
    }

    Scroller {
        id: scroller

        above: 0
        anchors.fill: parent
        spacing: 0

        PageHeader {
            foreign: list.facts.foreign
            over: list.over
            partly: false
            side: 0
            subtitle: [list.facts.category, list.facts.office, list.facts.promised ? qsTr("承诺 %1").arg(list.facts.promised) : ""].filter(word => word).join(" · ")
            title: list.facts.name
            width: parent.width
        }

        Item {
            height: visible ? ask.height + Metrics.gutter : 0
            visible: list.offered
            width: parent.width

            Chip {
                id: ask

                colour: Theme.jade
                drawing: "flow"
                text: qsTr("看流程图")
                width: parent.width

                onChosen: list.chartWanted()
            }
        }

        Repeater {
            id: cards

            model: list.facts.steps

            StepCard {
                required property int index

                current: number === list.chosen
                first: index === 0
                last: index === cards.count - 1
                page: list.page
                width: parent?.width ?? 0

                onTargetChosen: number => {
                    list.show(number);
                    list.stepChosen(number);
                }
            }
        }

        Item {
            height: visible ? pictures.height + Metrics.gutter : 0
            visible: list.facts.pictures > 0
            width: parent.width

            Chip {
                id: pictures

                anchors.bottom: parent.bottom
                colour: Theme.jade
                drawing: "document"
                text: qsTr("看单位提供的流程图原图")
                width: parent.width

                onChosen: list.picturesWanted()
            }
        }
    }
}
