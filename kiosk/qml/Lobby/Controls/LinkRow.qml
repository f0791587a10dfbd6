import QtQuick

// A row of a list that opens a record; its roles are those of Python's LinkRow. `page` is the depth of the page it is on.
RowButton {
    id: row

    required property string kind
    required property string key
    required detail
    required property string end
    required depth
    property int page: 0
    property string chosenKey: ""

    aside: Words.ending(row.kind, row.end)
    current: row.chosenKey !== "" && row.key === row.chosenKey

    onChosen: Navigation.recordWanted(row.kind, row.key, row.page)
}
