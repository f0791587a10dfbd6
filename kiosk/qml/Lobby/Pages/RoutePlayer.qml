import QtQuick
import Lobby.Theme

// Walks a way leg by leg: `leg` is the one being walked, `share` how much of it. Anything else the visitor does stops it.
Item {
    id: player

    // Metres of each leg.
    property list<int> metres: []
    property int leg: 0
    property real share: 1
    // Whether only what is walked so far counts as walked; else the whole way is shown as walked.
    property bool tracing: false
    property bool toTheEnd: false
    readonly property bool running: walk.running || pause.running

    // From the first leg to the last.
    function play() {
        player.begin(0, true);
    }

    // One leg, as chosen by hand.
    function playLeg(number: int) {
        player.begin(number, false);
    }

    function begin(number: int, on: bool) {
        pause.stop();
        player.toTheEnd = on;
        player.leg = number;
        player.tracing = true;
        player.share = 0;
        walk.duration = Motion.route === 0 ? 0 : Math.max(Motion.route, Math.min(2600, (player.metres[number] ?? 0) * 70));
        walk.restart();
    }

    // Stands still where the dot is.
    function halt() {
        walk.stop();
        pause.stop();
    }

    // Shows the whole way again.
    function rest() {
        player.halt();
        player.share = 1;
        player.tracing = false;
    }

    NumberAnimation {
        id: walk

        easing.type: Easing.InOutSine
        from: 0
        property: "share"
        target: player
        to: 1

        onFinished: {
            if (player.toTheEnd && player.leg + 1 < player.metres.length)
                pause.start();
        }
    }

    Timer {
        id: pause

        interval: Motion.page

        onTriggered: player.begin(player.leg + 1, true)
    }
}
