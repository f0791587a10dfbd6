-- What search looks up, beside the tables of lobby.sql and written with them.

-- Documents in the order in which equal hits come; `doc` counts from 0 and has no gaps, documents of a kind stand together.
-- `readings` are the title's: one line each, a syllable (or nothing) for every character of `title`, separated by blanks.
-- `folded` is the title folded and `folded_at` the places in the title that its characters came from, separated by blanks;
-- both empty where folding changes nothing.
CREATE TABLE search_document (
    doc      INTEGER NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    part     INTEGER NOT NULL,
    title    TEXT    NOT NULL,
    detail   TEXT    NOT NULL,
    readings TEXT    NOT NULL,
    folded    TEXT    NOT NULL,
    folded_at TEXT    NOT NULL
);

-- What else a document says: names, mentions and body, one line each; read only for the few hits that need it.
CREATE TABLE search_text (
    doc  INTEGER NOT NULL PRIMARY KEY,
    text TEXT    NOT NULL
);

-- The documents of a kind: first to last, both included.
CREATE TABLE search_kind (
    kind  TEXT    NOT NULL PRIMARY KEY,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL
) WITHOUT ROWID;

-- Folded text, pinyin and initials from every start, cut to KEY_BYTES; `rank` says how good a match at this place is.
CREATE TABLE search_key (
    key  TEXT    NOT NULL,
    rank INTEGER NOT NULL,
    doc  INTEGER NOT NULL,
    PRIMARY KEY (key, rank, doc)
) WITHOUT ROWID;

-- Prefixes shared by more than 1,000 keys: best hits, counts and matching documents, ready.
-- `best` is rank and doc by turns, `counts` kind and number by turns; both separated by blanks. `titled` and `all` are
-- sets of documents: bit doc & 7 of byte doc >> 3, deflated. `titled` leaves out those where only the body matches.
CREATE TABLE search_popular (
    prefix TEXT NOT NULL PRIMARY KEY,
    best   TEXT NOT NULL,
    counts TEXT NOT NULL,
    titled BLOB NOT NULL,
    "all"  BLOB NOT NULL
) WITHOUT ROWID;

-- Traditional characters and their simplified forms, for folding what is typed.
CREATE TABLE search_simplified (
    character TEXT NOT NULL PRIMARY KEY,
    simple    TEXT NOT NULL
) WITHOUT ROWID;

-- How the characters of titles are read there, syllables separated by blanks, for what is typed in Hanzi and letters mixed.
CREATE TABLE search_character (
    character TEXT NOT NULL PRIMARY KEY,
    readings  TEXT NOT NULL
) WITHOUT ROWID;

-- What an empty page offers instead: letters of the A-Z list (`letter`) and headings of the office tree (`section`).
CREATE TABLE search_offer (
    position INTEGER NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    text     TEXT    NOT NULL
);
