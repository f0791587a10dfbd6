import QtQuick
import Lobby.Models
import Lobby.Pages
import Lobby.Theme

// The way of the keys over the glass: Tab goes through what can be chosen as one reads it, arrows go where they point.
// A sheet keeps the keys to itself; what they reach is pushed into sight; a page one comes back to knows where they were.
Item {
    id: path

    property Shell shell: null
    // Where the keys may go, in this order; the first holds what lies uppermost.
    property list<Item> roots: []
    property Item front: null
    readonly property Item here: Window.activeFocusItem
    readonly property Page page: path.front as Page
    readonly property Item over: path.page?.over ?? null
    // Where in their row the keys are: what was chosen may be gone.
    property int place: 0

    function stops(): list<Item> {
        const found = [];
        for (const root of path.roots)
            path.gather(root, found);
        return found;
    }

    function gather(item: Item, found: var) {
        if (!item?.visible || !item.enabled || item.opacity === 0)
            return;
        if (item.activeFocusOnTab)
            found.push(item);
        else if (item instanceof ListView)
            path.gatherRows(item, found);
        else
            for (const child of item.children)
                path.gather(child, found);
    }

    // A list makes its rows in the order in which they come into sight.
    function gatherRows(list: ListView, found: var) {
        for (let row = 0; row < list.count; ++row)
            path.gather(list.itemAtIndex(row), found);
    }

    // Rows beyond those in sight are made when they are wanted.
    function make(step: int) {
        const list = path.viewOf(path.here) as ListView;
        if (!list)
            return;
        const middle = path.here.mapToItem(list.contentItem, path.here.width / 2, path.here.height / 2);
        const row = list.indexAt(middle.x, middle.y) + step;
        if (row >= 0 && row < list.count && !list.itemAtIndex(row))
            list.positionViewAtIndex(row, ListView.Contain);
    }

    function go(way: string) {
        path.make(way === "next" || way === "down" ? 1 : -1);
        const stops = path.stops();
        if (stops.length === 0)
            return;
        const at = stops.indexOf(path.here);
        if (at < 0)
            path.reach(stops[Math.min(path.place, stops.length - 1)]);
        else if (way === "next")
            path.reach(path.entered(stops[(at + 1) % stops.length], 1));
        else if (way === "before")
            path.reach(path.entered(stops[(at + stops.length - 1) % stops.length], -1));
        else
            path.reach(path.toward(way, stops));
    }

    // A list is entered at its beginning, or from behind at its end, wherever it was left.
    function entered(stop: Item, step: int): Item {
        const list = path.viewOf(stop) as ListView;
        if (!list || list === path.viewOf(path.here))
            return stop;
        if (step > 0)
            list.positionViewAtBeginning();
        else
            list.positionViewAtEnd();
        const found = [];
        path.gather(list.itemAtIndex(step > 0 ? 0 : list.count - 1), found);
        return (step > 0 ? found[0] : found[found.length - 1]) ?? stop;
    }

    function reach(item: Item) {
        if (!item)
            return;
        item.forceActiveFocus(Qt.TabFocusReason);
        path.show(item);
    }

    // What scrolls keeps an arrow as long as it has something there; fixed buttons come after.
    function toward(way: string, stops: list<Item>): Item {
        const view = path.viewOf(path.here);
        const beside = view ? stops.filter(stop => path.viewOf(stop) === view) : [];
        return path.nearest(way, beside) ?? path.nearest(way, stops);
    }

    function nearest(way: string, stops: list<Item>): Item {
        const from = path.on(path.here);
        let best = null;
        let least = Infinity;
        for (const stop of stops) {
            const to = path.on(stop);
            const gap = way === "down" ? to.top - from.bottom : way === "up" ? from.top - to.bottom : way === "right" ? to.left - from.right : from.left - to.right;
            const across = way === "down" || way === "up" ? path.apart(from.left, from.right, to.left, to.right) : path.apart(from.top, from.bottom, to.top, to.bottom);
            if (stop !== path.here && gap > -1 && gap + 3 * across < least) {
                least = gap + 3 * across;
                best = stop;
            }
        }
        return best;
    }

    function apart(from: real, till: real, begin: real, end: real): real {
        return Math.max(0, begin - till, from - end);
    }

    function on(item: Item): rect {
        return item.mapToItem(null, 0, 0, item.width, item.height);
    }

    function liesIn(item: Item, root: Item): bool {
        let above = item;
        while (above && above !== root)
            above = above.parent;
        return above !== null;
    }

    function viewOf(item: Item): Flickable {
        for (let above = item?.parent; above; above = above.parent)
            if (above instanceof Flickable)
                return above;
        return null;
    }

    function show(item: Item) {
        for (let view = path.viewOf(item); view; view = path.viewOf(view)) {
            const place = item.mapToItem(view.contentItem, 0, 0, item.width, item.height);
            view.contentX = path.moved(view.contentX, view.width, place.x, place.width, view.originX, view.contentWidth);
            view.contentY = path.moved(view.contentY, view.height, place.y, place.height, view.originY, view.contentHeight);
        }
    }

    // Where a view of `room` stands that begins at `at`, once a thing is wholly in it, with something of what follows;
    // on the way back, with all that is above it, where that has room.
    function moved(at: real, room: real, begin: real, length: real, origin: real, all: real): real {
        const spare = Math.max(0, Math.min(Metrics.u(140), (room - length) / 2));
        const wanted = Math.min(Math.max(at, begin + length + spare - room), begin - spare);
        if (wanted < at && begin + length + spare <= origin + room)
            return origin;
        return Math.max(origin, Math.min(wanted, origin + all - room));
    }

    // Something else lies uppermost: the keys go to where they were on it, else to its first thing.
    function enter() {
        path.place = 0;
        if (!path.shell?.byKeys)
            return;
        const stops = path.stops();
        const first = stops.find(stop => path.liesIn(stop, path.over ?? path.front)) ?? stops[0];
        path.reach(!path.over && stops.includes(path.page?.reached ?? null) ? path.page.reached : first);
    }

    onFrontChanged: Qt.callLater(path.enter)
    onOverChanged: Qt.callLater(path.enter)
    onHereChanged: {
        const at = path.stops().indexOf(path.here);
        if (at < 0)
            return;
        path.place = at;
        // What lies over the page for a while is not where one comes back to.
        if (path.over && path.liesIn(path.here, path.over))
            return;
        for (let above = path.here.parent; above; above = above.parent)
            if (above instanceof Page)
                above.reached = path.here;
    }

    Connections {
        function onLed(way: string) {
            if (way !== "back" && way !== "home")
                path.go(way);
        }

        target: path.shell
    }
}
