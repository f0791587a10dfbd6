"""One table a kind of record: what its list shows, what its form takes, how it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import UTC
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BaseField
from starlette_admin.contrib.sqla import ModelView
from starlette_admin.exceptions import ActionFailed, FormValidationError
from starlette_admin.types import RequestAction
from typing_extensions import override

from data.desk.tables.filling import Filling, filling_of, posted
from data.desk.tables.inputs import Input, Look, inputs_of
from data.desk.tables.making import Wrong, made
from data.desk.web.visit import Visit
from data.importers.keys import free, initials, reading
from data.records.kinds import RECORD_TYPES, Kind, Record
from data.store.changes import Change, change
from data.store.database import Session
from data.store.draft import DraftRow
from data.store.drafts import draft, draft_hashes
from data.store.history import remember
from data.store.kinds import ROW_TYPES
from data.store.listing import Statement, listing, matching, whole
from data.store.mapping import record_of
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.words import KIND_WORDS, title_of

COLUMNS: dict[Kind, tuple[str, ...]] = {
    "site": ("name", "telephone", "address"),
    "office": ("position", "name", "section", "parent", "telephone"),
    "person": ("position", "name", "room", "telephone"),
    "group": ("position", "name", "seat_office"),
    "category": ("position", "name", "explanation"),
    "power": ("key", "name", "category", "office", "disclosure"),
    "room": ("key", "name", "office", "floor", "telephone"),
    "hall": ("name", "room", "hours", "telephone"),
    "channel": ("position", "name", "board", "url"),
    "entry": ("key", "title", "made_on", "publisher", "access"),
    "notice": ("key", "text", "urgency", "prepared", "ends"),
}
"""The columns of each list, and the kinds that have one: drawings come as files, the bulletin has a page of its own."""
ONLY_ONE = frozenset({"site", "hall"})
"""Kinds with one record, which nobody adds to and nobody deletes."""
WHOLE = ""
"""Under what name a sentence stands that is about the whole record."""
_ORDERED = ("position", "key")
_WRITTEN = (Look.LINE, Look.TEXT)


@dataclass
class InputField(BaseField):
    """starlette-admin's field for one of our inputs; its value is the input's filling."""

    found: Input = field(default_factory=lambda: Input("", "", Look.LINE))

    @override
    async def parse_form_data(self, request: Request, form_data: FormData) -> Filling:
        """What the browser sent."""
        return posted(self.found, form_data)

    @override
    async def parse_obj(self, request: Request, obj: DraftRow | Record) -> Filling:
        """What the record has. A list asks for plain columns only, which a row has without its lists."""
        if request.state.action is RequestAction.LIST:
            return filling_of(self.found, getattr(obj, self.name), visit_of(request).desk.settings.zone)
        record = _record(request, obj)
        return filling_of(self.found, getattr(record, self.name), visit_of(request).desk.settings.zone)

    @override
    async def serialize_value(self, request: Request, value: Filling) -> Filling:
        """Fillings are plain values already."""
        return value

    @override
    async def validate(self, request: Request, value: object, form_values: Mapping[str, object]) -> None:
        """Nothing yet: a record is made of all of them, and says all that is wrong at once."""


class RecordView(ModelView):
    """The table of a kind."""

    show_pk_in_forms = True
    page_size = 25
    page_size_options = (25, 100)
    actions: Sequence[str] = ()
    row_actions: Sequence[str] = ("delete",)
    list_template = "list.html"
    create_template = "form.html"
    edit_template = "form.html"
    detail_template = "detail.html"

    def __init__(self, kind: Kind) -> None:
        """`kind` is one of `COLUMNS`."""
        self.kind = kind
        self.inputs = inputs_of(kind)
        self.fields = [_field(kind, found) for found in self.inputs]
        self.searchable_fields = [one.name for one in self.inputs if one.look in _WRITTEN and _is_column(kind, one)]
        self.sortable_fields = [name for name in COLUMNS[kind] if name != "key" or _is_column(kind, self.inputs[0])]
        self.fields_default_sort = [name for name in _ORDERED if hasattr(ROW_TYPES[kind], name)]
        super().__init__(ROW_TYPES[kind], key=kind, display_name=KIND_WORDS[kind], menu_label=KIND_WORDS[kind])

    @override
    def is_accessible(self, request: Request) -> bool:
        """Whoever reached a table may read it: the guard has seen to that."""
        return True

    @override
    def can_create(self, request: Request) -> bool:
        """Editors may."""
        return visit_of(request).may(Role.EDITOR) and self.kind not in ONLY_ONE

    @override
    def can_edit(self, request: Request) -> bool:
        """Editors may."""
        return visit_of(request).may(Role.EDITOR)

    @override
    def can_delete(self, request: Request) -> bool:
        """Editors may."""
        return self.can_create(request)

    @override
    def can_export(self, request: Request) -> bool:
        """Nobody: filled templates are on the page of files."""
        return False

    @override
    def can_import(self, request: Request) -> bool:
        """Nobody: files are shown with what they change before they are taken."""
        return False

    @override
    def get_list_query(self, request: Request) -> Statement:
        """Rows without their lists."""
        return listing(self.kind)

    @override
    def get_detail_query(self, request: Request) -> Statement:
        """A row with everything."""
        return whole(self.kind)

    @override
    def get_search_query(self, request: Request, term: str) -> object:
        """Any text column that holds the term."""
        return matching(self.kind, list(self.searchable_fields or ()), term)

    @override
    async def repr(self, obj: DraftRow | Record, request: Request) -> str:
        """What a person calls the record."""
        return obj.key if isinstance(obj, DraftRow) else title_of(obj)

    @override
    async def create(self, request: Request, data: dict[str, Filling]) -> Record:
        """Write a new draft."""
        visit = visit_of(request)
        await _more(request)
        return await run_in_threadpool(self._create, visit, data)

    @override
    async def edit(self, request: Request, pk: str, data: dict[str, Filling]) -> Record:
        """Write a draft over the version that the form was filled from."""
        visit, version = visit_of(request), str((await request.form()).get("version", ""))
        request.state.version = version
        await _more(request)
        return await run_in_threadpool(self._edit, visit, pk, data, version)

    @override
    async def delete(self, request: Request, pks: list[str]) -> int:
        """Take drafts away. ActionFailed says why not."""
        visit, form = visit_of(request), await request.form()
        try:
            return await run_in_threadpool(self._delete, visit, pks, str(form.get("version", "")))
        except Refused as refusal:
            raise ActionFailed(str(refusal)) from refusal

    def _create(self, visit: Visit, data: Mapping[str, Filling]) -> Record:
        with _told(), visit.desk.writing() as session:
            filled = {**data, "key": self._key(session, data)}
            record = made(self.kind, filled, None, visit.desk.settings.zone)
            if draft(session, self.kind, record.key) is not None:
                raise Refused(f"已经有编号为 {record.key} 的{KIND_WORDS[self.kind]}")
            self._write(session, visit, Change(self.kind, record.key, record, 0), "record-new")
        return record

    def _edit(self, visit: Visit, key: str, data: Mapping[str, Filling], version: str) -> Record:
        with _told(), visit.desk.writing() as session:
            found = draft(session, self.kind, key)
            before = found[0] if found else None
            record = made(self.kind, {**data, "key": key}, before, visit.desk.settings.zone)
            self._write(session, visit, Change(self.kind, key, record, _version(version)), "record-edit")
        return record

    def _delete(self, visit: Visit, keys: Sequence[str], version: str) -> int:
        with visit.desk.writing() as session:
            for key in keys:
                self._write(session, visit, Change(self.kind, key, None, _version(version)), "record-delete")
        return len(keys)

    def _write(self, session: Session, visit: Visit, one: Change, what: str) -> None:
        """Through the one change function, and into the history."""
        if change(session, visit.act, [one]):
            remember(session, visit.act, what, f"{one.kind}/{one.key}")

    def _key(self, session: Session, data: Mapping[str, Filling]) -> Filling:
        """The key that was typed; an importer's kind of key where it was left empty."""
        typed, name = data.get("key", ""), data.get("name", "")
        if (isinstance(typed, str) and typed.strip()) or self.kind in {"room", "power", "entry", "notice"}:
            return typed
        spell = reading if self.kind == "person" else initials
        return free(spell(name if isinstance(name, str) else "", self.kind), draft_hashes(session, self.kind))


class _told:  # noqa: N801 - used as `with _told():`
    """What is wrong with a form, as starlette-admin wants to be told."""

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """FormValidationError for what staff can put right."""
        if isinstance(error, Wrong):
            raise FormValidationError(dict(error.sentences.items())) from error
        if isinstance(error, Refused):
            raise FormValidationError({WHOLE: str(error)}) from error


def visit_of(request: Request) -> Visit:
    """Whose request this is; the guard has put it there."""
    return cast("Visit", request.state.visit)


async def _more(request: Request) -> None:
    """Where the button for more rows was pressed nothing is written: the form comes back with them."""
    more = (await request.form()).get("more")
    if more:
        request.state.more = more
        raise FormValidationError({})


def _record(request: Request, obj: DraftRow | Record) -> Record:
    """The record of a row, made once a request."""
    if not isinstance(obj, DraftRow):
        return obj
    kept = getattr(request.state, "record", None)
    if kept is None or kept[0] is not obj:
        kept = request.state.record = (obj, record_of(obj))
    return cast("Record", kept[1])


def _version(text: str) -> int:
    """The version a form was filled from; one that nobody has where it does not say."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1  # noqa: PLR2004 - fits an INTEGER


def _is_column(kind: Kind, found: Input) -> bool:
    return hasattr(ROW_TYPES[kind], found.name)


def _field(kind: Kind, found: Input) -> InputField:
    return InputField(
        found.name,
        label=found.word,
        found=found,
        default=_default(kind, found),
        filters=[],
        exclude_from_list=found.name not in COLUMNS[kind],
        form_template="input.html",
        list_template="input.html",
        detail_template="input.html",
    )


def _default(kind: Kind, found: Input) -> Filling:
    """What stands in the form of a new record: the record's own default."""
    defaults = {one.name: one.default for one in fields(RECORD_TYPES[kind])}
    value = defaults.get(found.name, "")
    return filling_of(found, "" if value is MISSING else value, UTC)
