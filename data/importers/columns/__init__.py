"""What every template holds, sheet by sheet and column by column: the reader and the writer both work from this."""

from data.importers.columns import (
    bulletin,
    category,
    channel,
    entry,
    group,
    hall,
    notice,
    office,
    person,
    power,
    room,
    site,
)
from data.importers.columns.column import Layout
from data.records import Kind

LAYOUTS: dict[Kind, Layout] = {
    module.LAYOUT.kind: module.LAYOUT
    for module in (site, office, person, group, category, power, room, hall, channel, entry, notice, bulletin)
}
"""The layouts by kind, in the order staff meet them. Building and floors come as drawings, not as tables."""
