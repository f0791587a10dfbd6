import QtQuick

// Offers a text as a QR code: a touch shows it large.
Chip {
    id: offer

    required property string title
    required property string code

    drawing: "qr"
    text: offer.title
    visible: offer.code !== ""

    onChosen: Navigation.codeWanted(offer.title, offer.code)
}
