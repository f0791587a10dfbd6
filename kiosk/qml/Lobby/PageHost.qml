import QtQuick
import Lobby.Models
import Lobby.Pages
import Lobby.Theme

// Holds the pages of the way so far and shows the last; in landscape the list that led to it stays on the left.
Item {
    id: host

    required property Shell shell
    readonly property Page front: way.length ? way[way.length - 1] : null

    // Pages from home to here, and the keys of the records they show.
    property list<Page> way: []
    property list<string> keys: []
    property var components: ({})
    // What stands on the glass, from left to right.
    property list<Item> shown: []

    function component(name: string): Component {
        if (!components[name])
            components[name] = Qt.createComponent(Qt.resolvedUrl(`Pages/${name}.qml`));
        return components[name];
    }

    function push(name: string, key: string, facts: QtObject, slide: bool) {
        const made = component(name);
        if (made.status === Component.Error) {
            console.warn(made.errorString());
            return;
        }
        const page = made.createObject(host, {
            "facts": facts,
            "shell": host.shell,
            "depth": way.length
        }) as Page;
        way.push(page);
        keys.push(key);
        arrange();
        if (slide)
            arrival.run(page, 1);
    }

    function trim(length: int) {
        const gone = way.length > length;
        while (way.length > length) {
            const page = way.pop();
            page.visible = false;
            page.destroy();
            keys.pop();
        }
        arrange();
        if (gone && host.front)
            arrival.run(host.front, -1);
    }

    function forget(depth: int) {
        const page = way[depth];
        way.splice(depth, 1);
        keys.splice(depth, 1);
        page.visible = false;
        page.destroy();
        for (let later = depth; later < way.length; ++later)
            way[later].depth = later;
        arrange();
    }

    function refresh(depth: int, facts: QtObject) {
        const page = way[depth];
        if (page)
            page["facts"] = facts;
    }

    // Which of the pages stands on the left in landscape: the nearest list below a page that can stand beside it.
    function beside(): int {
        if (!Metrics.wide || !host.front || !host.front.aside)
            return -1;
        for (let depth = way.length - 2; depth > 0; --depth)
            if (way[depth].list)
                return depth;
        return -1;
    }

    function arrange() {
        const list = beside();
        const alone = Metrics.wide && (host.front?.half ?? false);
        const split = list >= 0 || alone ? Math.round(host.width * 0.4) : 0;
        for (let depth = 0; depth < way.length; ++depth) {
            const page = way[depth];
            const last = depth === way.length - 1;
            const left = depth === list || (last && alone);
            page.visible = last || depth === list;
            page.x = last && !alone ? split : 0;
            page.y = 0;
            page.width = left ? split : host.width - split;
            page.beside = depth === list ? keys[way.length - 1] : last && alone ? glance.key : "";
            page.height = host.height;
            page.enabled = page.visible;
            page.opacity = 1;
        }
        glance.list = alone ? host.front : null;
        host.shown = [...way.filter(page => page.visible), glance];
        divider.x = split;
        divider.visible = split > 0;
    }

    readonly property bool wide: Metrics.wide

    onHeightChanged: arrange()
    onWideChanged: arrange()
    onWidthChanged: arrange()

    Connections {
        function onPushed(name: string, key: string, facts: QtObject, slide: bool) {
            host.push(name, key, facts, slide);
        }

        function onWarmed(name: string) {
            host.component(name);
        }

        function onTrimmed(length: int) {
            host.trim(length);
        }

        function onForgotten(depth: int) {
            host.forget(depth);
        }

        function onRefreshed(depth: int, facts: QtObject) {
            host.refresh(depth, facts);
        }

        target: host.shell
    }

    Rectangle {
        id: divider

        color: Theme.hairline
        height: parent.height
        visible: false
        width: Theme.border
    }

    Glance {
        id: glance

        anchors.bottom: parent.bottom
        anchors.left: divider.left
        anchors.right: parent.right
        anchors.top: parent.top
        component: name => host.component(name)
        shell: host.shell

        onKeyChanged: {
            if (glance.list)
                glance.list.beside = glance.key;
        }
    }

    ParallelAnimation {
        id: arrival

        function run(page: Item, side: int) {
            arrival.stop();
            host.arrange();
            if (Motion.page === 0)
                return;
            move.target = page;
            move.from = page.x + side * Metrics.u(72);
            move.to = page.x;
            appear.target = page;
            arrival.start();
        }

        onFinished: host.arrange()

        NumberAnimation {
            id: move

            duration: Motion.page
            easing.type: Easing.OutCubic
            property: "x"
        }

        NumberAnimation {
            id: appear

            duration: Motion.page
            from: 0.2
            property: "opacity"
            to: 1
        }
    }
}
