"""What was imported, and every change of a draft: for receipts, for undoing, for asking who changed what."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Hash, Key, Kind, Name, Number
from data.store.content import ContentRow


class ImportRow(Base):
    """One file that was imported: whose, when, which bytes, and what it changed."""

    __tablename__ = "import_file"

    id: Mapped[Number] = mapped_column(primary_key=True)
    by: Mapped[Name]
    at: Mapped[datetime]
    file_name: Mapped[str]
    sha256: Mapped[Hash]
    kind: Mapped[Kind]
    added: Mapped[int]
    changed: Mapped[int]
    removed: Mapped[int]


class DraftChangeRow(Base):
    """A change of a draft that happened; `import_id` is the import it belongs to, None for an edit by hand."""

    __tablename__ = "draft_change"

    id: Mapped[Number] = mapped_column(primary_key=True)
    import_id: Mapped[Number | None] = mapped_column(ForeignKey("import_file.id"), index=True)
    kind: Mapped[Kind]
    key: Mapped[Key]
    before: Mapped[Hash | None] = mapped_column(ForeignKey(ContentRow.hash))
    after: Mapped[Hash | None] = mapped_column(ForeignKey(ContentRow.hash))
    by: Mapped[Name]
    at: Mapped[datetime]
