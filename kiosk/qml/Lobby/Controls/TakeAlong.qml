import QtQuick

// Offers a text as a QR code: a touch shows it large.
Chip {
    id: offer

    required property string title
    property string code: ""
    // A long text comes in several.
    property list<string> codes: offer.code ? [offer.code] : []

    drawing: "qr"
    text: offer.title
    visible: offer.codes.length > 0

    onChosen: Navigation.codeWanted(offer.title, offer.codes)
}
