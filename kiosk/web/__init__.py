"""The department's website on the glass: a process of its own draws it, the kiosk shows its picture and lends a finger.

    kiosk ──── address, finger, keys, zoom ────▶ browser (its own process, one a visit)
      ▲                                             │  Qt WebEngine, sandboxed, off the record
      └──── page shown, failed, refused ────────────┤
            picture in shared memory ◀──────────────┘

Nothing of the web engine is ever loaded into the kiosk itself: its first frame does not wait for it, its memory comes
back whole when the visit ends, and whatever kills an engine kills only the picture of a web page.
"""
