-- What a lobby reads: one SQLite file an edition, written once by the builder and opened read-only (mode=ro&immutable=1).
-- Bodies of records are form, newline, canonical bytes (data/records); a reader that meets a table or column it does not know leaves it alone.

PRAGMA page_size = 4096;

-- Every record that stands, in the order visitors see its kind. `title` and `detail` are what a list row shows, `section` the
-- heading it stands under, `initial` the A-Z letter of the title's reading (# where it has none).
CREATE TABLE record (
    kind     TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    position INTEGER NOT NULL,
    title    TEXT    NOT NULL,
    detail   TEXT    NOT NULL,
    section  TEXT    NOT NULL,
    initial  TEXT    NOT NULL,
    title_en TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX record_in_order ON record (kind, position, key);

-- References resolved both ways. `relation` reads from source to target:
--   office   part-of      office
--   person   post         office      (role: leader, head, deputy, staff)
--   person   in-charge    office      person   liaison    office      person   sits-in  room
--   room     used-by      office
--   power    category     category    power    held-by    office      power    handled-in  room
--   power    acts         office      (role: the step's number)
--   group    chair, deputy, member  person   group   seat  office     group    seat-head  person
--   hall     in-room      room        hall     handles    power       (role: the window's number)
CREATE TABLE link (
    source_kind TEXT    NOT NULL,
    source_key  TEXT    NOT NULL,
    relation    TEXT    NOT NULL,
    target_kind TEXT    NOT NULL,
    target_key  TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    role        TEXT    NOT NULL,
    PRIMARY KEY (source_kind, source_key, relation, target_kind, target_key, position)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target_kind, target_key, relation, source_kind, position);

-- Where a room of the staff's list is drawn.
CREATE TABLE room_place (
    room  TEXT NOT NULL PRIMARY KEY,
    floor TEXT NOT NULL,
    unit  TEXT NOT NULL
) WITHOUT ROWID;

-- Flow charts laid out (data.records.Drawing).
CREATE TABLE drawing (
    power TEXT NOT NULL PRIMARY KEY,
    body  TEXT NOT NULL
) WITHOUT ROWID;

-- The way from each kiosk's place to each unit (data.records.Route); profile is walk or step-free.
CREATE TABLE route (
    place   TEXT NOT NULL,
    unit    TEXT NOT NULL,
    profile TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (place, unit, profile)
) WITHOUT ROWID;
