"""The first tables: users, drafts by subject, approval, what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "building",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_building")),
    )
    op.create_table(
        "bulletin",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_bulletin")),
    )
    op.create_index(op.f("ix_bulletin_day"), "bulletin", ["day"], unique=False)
    op.create_table(
        "category",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("explanation_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_category")),
    )
    op.create_table(
        "channel",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("description_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_channel")),
    )
    op.create_table(
        "content",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_content")),
    )
    op.create_table(
        "entry",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("access", sa.String(20), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_entry")),
    )
    op.create_table(
        "floor",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Double(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("building", sa.String(200), nullable=False),
        sa.Column("outline", sa.Text(), nullable=False),
        sa.Column("fixtures", sa.Text(), nullable=False),
        sa.Column("furniture_walls", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_floor")),
    )
    op.create_index(op.f("ix_floor_building"), "floor", ["building"], unique=False)
    op.create_table(
        "hall",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("room", sa.String(200), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_hall")),
    )
    op.create_table(
        "history",
        sa.Column("number", _number(), autoincrement=False, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
        sa.UniqueConstraint("hash", name=op.f("uq_history_hash")),
        sa.UniqueConstraint("previous_hash", name=op.f("uq_history_previous_hash")),
    )
    op.create_table(
        "history_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", _number(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_history_head_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_head")),
    )
    op.create_table(
        "import_file",
        sa.Column("id", _number(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
    )
    op.create_table(
        "journal",
        sa.Column("device", sa.String(200), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device", "seq", "at", name=op.f("pk_journal")),
    )
    op.create_table(
        "leading_group",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seat_office", sa.String(200), nullable=False),
        sa.Column("seat_head", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_leading_group")),
    )
    op.create_table(
        "listing",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_listing")),
    )
    op.create_table(
        "notice",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("urgency", sa.String(20), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=True),
        sa.Column("ends", sa.DateTime(), nullable=True),
        sa.Column("prepared", sa.Boolean(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_notice")),
    )
    op.create_table(
        "office",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("pinyin", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("summary_en", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_office")),
    )
    op.create_table(
        "person",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pinyin", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("leads", sa.Text(), nullable=False),
        sa.Column("leads_en", sa.Text(), nullable=False),
        sa.Column("room", sa.String(200), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_person")),
    )
    op.create_table(
        "power",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.String(200), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("implementation_code", sa.Text(), nullable=False),
        sa.Column("disclosure", sa.String(20), nullable=False),
        sa.Column("in_hall", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("service_object", sa.Text(), nullable=False),
        sa.Column("item_type", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("legal_limit_number", sa.Integer(), nullable=True),
        sa.Column("legal_limit_unit", sa.Text(), nullable=True),
        sa.Column("legal_limit_explanation", sa.Text(), nullable=True),
        sa.Column("promised_limit_number", sa.Integer(), nullable=True),
        sa.Column("promised_limit_unit", sa.Text(), nullable=True),
        sa.Column("promised_limit_explanation", sa.Text(), nullable=True),
        sa.Column("fee_charged", sa.Boolean(), nullable=True),
        sa.Column("fee_standard", sa.Text(), nullable=True),
        sa.Column("fee_basis", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("room", sa.String(200), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("complaint", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("accountability", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_power")),
    )
    op.create_index(op.f("ix_power_category"), "power", ["category"], unique=False)
    op.create_index(op.f("ix_power_office"), "power", ["office"], unique=False)
    op.create_table(
        "room",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_room")),
    )
    op.create_index(op.f("ix_room_office"), "room", ["office"], unique=False)
    op.create_table(
        "site",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("subtitle", sa.Text(), nullable=False),
        sa.Column("subtitle_en", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("complaint_telephone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("address_en", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("hours_en", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("changed_by", sa.String(200), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_site")),
    )
    op.create_table(
        "staff_user",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_staff_user_named")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_staff_user")),
    )
    op.create_table(
        "building_connection",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.Column("one_way", sa.Boolean(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["building.key"], name=op.f("fk_building_connection_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_building_connection")),
    )
    op.create_index(op.f("ix_building_connection_owner"), "building_connection", ["owner"], unique=False)
    op.create_table(
        "draft_change",
        sa.Column("id", _number(), nullable=False),
        sa.Column("import_id", _number(), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("before", sa.String(64), nullable=True),
        sa.Column("after", sa.String(64), nullable=True),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["after"], ["content.hash"], name=op.f("fk_draft_change_after")),
        sa.ForeignKeyConstraint(["before"], ["content.hash"], name=op.f("fk_draft_change_before")),
        sa.ForeignKeyConstraint(["import_id"], ["import_file.id"], name=op.f("fk_draft_change_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_change")),
    )
    op.create_index(op.f("ix_draft_change_import_id"), "draft_change", ["import_id"], unique=False)
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.String(200), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("of_number", sa.Integer(), nullable=True),
        sa.Column("min_number", sa.Integer(), nullable=False),
        sa.Column("manifest_hash", sa.String(64), nullable=False),
        sa.Column("history", sa.String(64), nullable=False),
        sa.Column("lobby_listing", sa.String(64), nullable=False),
        sa.Column("rotation_listing", sa.String(64), nullable=False),
        sa.CheckConstraint("what <> 'rollback' OR of_number IS NOT NULL", name=op.f("ck_edition_rollback_of")),
        sa.ForeignKeyConstraint(["lobby_listing"], ["listing.hash"], name=op.f("fk_edition_lobby_listing")),
        sa.ForeignKeyConstraint(["of_number"], ["edition.number"], name=op.f("fk_edition_of_number")),
        sa.ForeignKeyConstraint(["rotation_listing"], ["listing.hash"], name=op.f("fk_edition_rotation_listing")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_edition")),
    )
    op.create_table(
        "floor_amenity",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["floor.key"], name=op.f("fk_floor_amenity_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_amenity")),
    )
    op.create_index(op.f("ix_floor_amenity_owner"), "floor_amenity", ["owner"], unique=False)
    op.create_table(
        "floor_door",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("accessible", sa.Boolean(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["floor.key"], name=op.f("fk_floor_door_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_door")),
    )
    op.create_index(op.f("ix_floor_door_owner"), "floor_door", ["owner"], unique=False)
    op.create_table(
        "floor_kiosk",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("facing_degrees", sa.Double(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["floor.key"], name=op.f("fk_floor_kiosk_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_kiosk")),
    )
    op.create_index(op.f("ix_floor_kiosk_owner"), "floor_kiosk", ["owner"], unique=False)
    op.create_table(
        "floor_unit",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("polygons", sa.Text(), nullable=False),
        sa.Column("number", sa.String(200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("label_at", sa.Text(), nullable=True),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["floor.key"], name=op.f("fk_floor_unit_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_unit")),
    )
    op.create_index(op.f("ix_floor_unit_number"), "floor_unit", ["number"], unique=False)
    op.create_index(op.f("ix_floor_unit_owner"), "floor_unit", ["owner"], unique=False)
    op.create_table(
        "hall_day",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["hall.key"], name=op.f("fk_hall_day_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_day")),
    )
    op.create_index(op.f("ix_hall_day_owner"), "hall_day", ["owner"], unique=False)
    op.create_table(
        "hall_preparation",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["hall.key"], name=op.f("fk_hall_preparation_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_preparation")),
    )
    op.create_index(op.f("ix_hall_preparation_owner"), "hall_preparation", ["owner"], unique=False)
    op.create_table(
        "hall_window",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["hall.key"], name=op.f("fk_hall_window_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_window")),
    )
    op.create_index(op.f("ix_hall_window_owner"), "hall_window", ["owner"], unique=False)
    op.create_table(
        "leading_group_duty",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["leading_group.key"], name=op.f("fk_leading_group_duty_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leading_group_duty")),
    )
    op.create_index(op.f("ix_leading_group_duty_owner"), "leading_group_duty", ["owner"], unique=False)
    op.create_table(
        "leading_group_member",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("seat", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["leading_group.key"], name=op.f("fk_leading_group_member_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leading_group_member")),
    )
    op.create_index(op.f("ix_leading_group_member_owner"), "leading_group_member", ["owner"], unique=False)
    op.create_index(op.f("ix_leading_group_member_person"), "leading_group_member", ["person"], unique=False)
    op.create_table(
        "notice_switch",
        sa.Column("id", _number(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("on_by", sa.String(200), nullable=False),
        sa.Column("on_at", sa.DateTime(), nullable=False),
        sa.Column("off_by", sa.String(200), nullable=True),
        sa.Column("off_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["off_by"], ["staff_user.name"], name=op.f("fk_notice_switch_off_by")),
        sa.ForeignKeyConstraint(["on_by"], ["staff_user.name"], name=op.f("fk_notice_switch_on_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_switch")),
    )
    op.create_table(
        "office_duty",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["office.key"], name=op.f("fk_office_duty_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_duty")),
    )
    op.create_index(op.f("ix_office_duty_owner"), "office_duty", ["owner"], unique=False)
    op.create_table(
        "office_duty_en",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["office.key"], name=op.f("fk_office_duty_en_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_duty_en")),
    )
    op.create_index(op.f("ix_office_duty_en_owner"), "office_duty_en", ["owner"], unique=False)
    op.create_table(
        "person_charge",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.key"], name=op.f("fk_person_charge_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_charge")),
    )
    op.create_index(op.f("ix_person_charge_office"), "person_charge", ["office"], unique=False)
    op.create_index(op.f("ix_person_charge_owner"), "person_charge", ["owner"], unique=False)
    op.create_table(
        "person_duty",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.key"], name=op.f("fk_person_duty_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_duty")),
    )
    op.create_index(op.f("ix_person_duty_owner"), "person_duty", ["owner"], unique=False)
    op.create_table(
        "person_duty_en",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.key"], name=op.f("fk_person_duty_en_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_duty_en")),
    )
    op.create_index(op.f("ix_person_duty_en_owner"), "person_duty_en", ["owner"], unique=False)
    op.create_table(
        "person_liaison",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.key"], name=op.f("fk_person_liaison_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_liaison")),
    )
    op.create_index(op.f("ix_person_liaison_office"), "person_liaison", ["office"], unique=False)
    op.create_index(op.f("ix_person_liaison_owner"), "person_liaison", ["owner"], unique=False)
    op.create_table(
        "person_post",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["person.key"], name=op.f("fk_person_post_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_post")),
    )
    op.create_index(op.f("ix_person_post_office"), "person_post", ["office"], unique=False)
    op.create_index(op.f("ix_person_post_owner"), "person_post", ["owner"], unique=False)
    op.create_table(
        "power_basis",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["power.key"], name=op.f("fk_power_basis_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_basis")),
    )
    op.create_index(op.f("ix_power_basis_owner"), "power_basis", ["owner"], unique=False)
    op.create_table(
        "power_condition",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["power.key"], name=op.f("fk_power_condition_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_condition")),
    )
    op.create_index(op.f("ix_power_condition_owner"), "power_condition", ["owner"], unique=False)
    op.create_table(
        "power_material",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("necessity", sa.Text(), nullable=False),
        sa.Column("copies", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["power.key"], name=op.f("fk_power_material_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_material")),
    )
    op.create_index(op.f("ix_power_material_owner"), "power_material", ["owner"], unique=False)
    op.create_table(
        "power_question",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["power.key"], name=op.f("fk_power_question_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_question")),
    )
    op.create_index(op.f("ix_power_question_owner"), "power_question", ["owner"], unique=False)
    op.create_table(
        "power_step",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("limit", sa.Text(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["power.key"], name=op.f("fk_power_step_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_step")),
    )
    op.create_index(op.f("ix_power_step_office"), "power_step", ["office"], unique=False)
    op.create_index(op.f("ix_power_step_owner"), "power_step", ["owner"], unique=False)
    op.create_table(
        "site_sign",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("width_dots", sa.Integer(), nullable=False),
        sa.Column("height_dots", sa.Integer(), nullable=False),
        sa.Column("colours", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["site.key"], name=op.f("fk_site_sign_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_sign")),
    )
    op.create_index(op.f("ix_site_sign_owner"), "site_sign", ["owner"], unique=False)
    op.create_table(
        "staff_role",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["staff_user.name"], name=op.f("fk_staff_role_name")),
        sa.PrimaryKeyConstraint("name", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "submission",
        sa.Column("id", _number(), nullable=False),
        sa.Column("submitted_by", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("split_from", _number(), nullable=True),
        sa.ForeignKeyConstraint(["split_from"], ["submission.id"], name=op.f("fk_submission_split_from")),
        sa.ForeignKeyConstraint(["submitted_by"], ["staff_user.name"], name=op.f("fk_submission_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("id", "submitted_by", "digest", name=op.f("uq_submission_id_submitted_by_digest")),
    )
    op.create_table(
        "withdrawal",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_withdrawal_reason")),
        sa.ForeignKeyConstraint(["by"], ["staff_user.name"], name=op.f("fk_withdrawal_by")),
        sa.ForeignKeyConstraint(["hash"], ["content.hash"], name=op.f("fk_withdrawal_hash")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_withdrawal")),
    )
    op.create_table(
        "change",
        sa.Column("submission_id", _number(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("before", sa.String(64), nullable=True),
        sa.Column("after", sa.String(64), nullable=True),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_change_something")),
        sa.CheckConstraint("before IS NULL OR after IS NULL OR before <> after", name=op.f("ck_change_differs")),
        sa.ForeignKeyConstraint(["after"], ["content.hash"], name=op.f("fk_change_after")),
        sa.ForeignKeyConstraint(["before"], ["content.hash"], name=op.f("fk_change_before")),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name=op.f("fk_change_submission_id")),
        sa.PrimaryKeyConstraint("submission_id", "kind", "key", name=op.f("pk_change")),
        sa.UniqueConstraint(
            "submission_id", "kind", "key", "after", name=op.f("uq_change_submission_id_kind_key_after")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("submission_id", _number(), autoincrement=False, nullable=False),
        sa.Column("submitted_by", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("decided_by", sa.String(200), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("verdict <> 'rejected' OR reason <> ''", name=op.f("ck_decision_reason")),
        sa.CheckConstraint("verdict IN ('approved', 'rejected', 'split')", name=op.f("ck_decision_verdict")),
        sa.CheckConstraint("decided_by <> submitted_by", name=op.f("ck_decision_four_eyes")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff_user.name"], name=op.f("fk_decision_decided_by")),
        sa.ForeignKeyConstraint(
            ["submission_id", "submitted_by", "digest"],
            ["submission.id", "submission.submitted_by", "submission.digest"],
            name=op.f("fk_decision_submission_id_submitted_by_digest"),
        ),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_decision")),
        sa.UniqueConstraint("submission_id", "verdict", name=op.f("uq_decision_submission_id_verdict")),
    )
    op.create_table(
        "hall_window_power",
        sa.Column("owner", _number(), nullable=False),
        sa.Column("power", sa.String(200), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["hall_window.id"], name=op.f("fk_hall_window_power_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_window_power")),
    )
    op.create_index(op.f("ix_hall_window_power_owner"), "hall_window_power", ["owner"], unique=False)
    op.create_index(op.f("ix_hall_window_power_power"), "hall_window_power", ["power"], unique=False)
    op.create_table(
        "power_step_branch",
        sa.Column("owner", _number(), nullable=False),
        sa.Column("to", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["power_step.id"], name=op.f("fk_power_step_branch_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_step_branch")),
    )
    op.create_index(op.f("ix_power_step_branch_owner"), "power_step_branch", ["owner"], unique=False)
    op.create_table(
        "power_step_document",
        sa.Column("owner", _number(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["power_step.id"], name=op.f("fk_power_step_document_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_step_document")),
    )
    op.create_index(op.f("ix_power_step_document_owner"), "power_step_document", ["owner"], unique=False)
    op.create_table(
        "power_step_risk",
        sa.Column("owner", _number(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("id", _number(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner"], ["power_step.id"], name=op.f("fk_power_step_risk_owner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_step_risk")),
    )
    op.create_index(op.f("ix_power_step_risk_owner"), "power_step_risk", ["owner"], unique=False)
    op.create_table(
        "standing",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("submission_id", _number(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.CheckConstraint("verdict = 'approved'", name=op.f("ck_standing_approved")),
        sa.ForeignKeyConstraint(["hash"], ["content.hash"], name=op.f("fk_standing_hash")),
        sa.ForeignKeyConstraint(
            ["submission_id", "kind", "key", "hash"],
            ["change.submission_id", "change.kind", "change.key", "change.after"],
            name=op.f("fk_standing_submission_id_kind_key_hash"),
        ),
        sa.ForeignKeyConstraint(
            ["submission_id", "verdict"],
            ["decision.submission_id", "decision.verdict"],
            name=op.f("fk_standing_submission_id_verdict"),
        ),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_standing")),
    )
    op.execute(f"INSERT INTO history_head (id, number, hash) VALUES (1, 0, '{'0' * 64}')")


def downgrade() -> None:
    op.drop_table("standing")
    op.drop_index(op.f("ix_power_step_risk_owner"), table_name="power_step_risk")
    op.drop_table("power_step_risk")
    op.drop_index(op.f("ix_power_step_document_owner"), table_name="power_step_document")
    op.drop_table("power_step_document")
    op.drop_index(op.f("ix_power_step_branch_owner"), table_name="power_step_branch")
    op.drop_table("power_step_branch")
    op.drop_index(op.f("ix_hall_window_power_power"), table_name="hall_window_power")
    op.drop_index(op.f("ix_hall_window_power_owner"), table_name="hall_window_power")
    op.drop_table("hall_window_power")
    op.drop_table("decision")
    op.drop_table("change")
    op.drop_table("withdrawal")
    op.drop_table("submission")
    op.drop_table("staff_role")
    op.drop_index(op.f("ix_site_sign_owner"), table_name="site_sign")
    op.drop_table("site_sign")
    op.drop_index(op.f("ix_power_step_owner"), table_name="power_step")
    op.drop_index(op.f("ix_power_step_office"), table_name="power_step")
    op.drop_table("power_step")
    op.drop_index(op.f("ix_power_question_owner"), table_name="power_question")
    op.drop_table("power_question")
    op.drop_index(op.f("ix_power_material_owner"), table_name="power_material")
    op.drop_table("power_material")
    op.drop_index(op.f("ix_power_condition_owner"), table_name="power_condition")
    op.drop_table("power_condition")
    op.drop_index(op.f("ix_power_basis_owner"), table_name="power_basis")
    op.drop_table("power_basis")
    op.drop_index(op.f("ix_person_post_owner"), table_name="person_post")
    op.drop_index(op.f("ix_person_post_office"), table_name="person_post")
    op.drop_table("person_post")
    op.drop_index(op.f("ix_person_liaison_owner"), table_name="person_liaison")
    op.drop_index(op.f("ix_person_liaison_office"), table_name="person_liaison")
    op.drop_table("person_liaison")
    op.drop_index(op.f("ix_person_duty_en_owner"), table_name="person_duty_en")
    op.drop_table("person_duty_en")
    op.drop_index(op.f("ix_person_duty_owner"), table_name="person_duty")
    op.drop_table("person_duty")
    op.drop_index(op.f("ix_person_charge_owner"), table_name="person_charge")
    op.drop_index(op.f("ix_person_charge_office"), table_name="person_charge")
    op.drop_table("person_charge")
    op.drop_index(op.f("ix_office_duty_en_owner"), table_name="office_duty_en")
    op.drop_table("office_duty_en")
    op.drop_index(op.f("ix_office_duty_owner"), table_name="office_duty")
    op.drop_table("office_duty")
    op.drop_table("notice_switch")
    op.drop_index(op.f("ix_leading_group_member_person"), table_name="leading_group_member")
    op.drop_index(op.f("ix_leading_group_member_owner"), table_name="leading_group_member")
    op.drop_table("leading_group_member")
    op.drop_index(op.f("ix_leading_group_duty_owner"), table_name="leading_group_duty")
    op.drop_table("leading_group_duty")
    op.drop_index(op.f("ix_hall_window_owner"), table_name="hall_window")
    op.drop_table("hall_window")
    op.drop_index(op.f("ix_hall_preparation_owner"), table_name="hall_preparation")
    op.drop_table("hall_preparation")
    op.drop_index(op.f("ix_hall_day_owner"), table_name="hall_day")
    op.drop_table("hall_day")
    op.drop_index(op.f("ix_floor_unit_owner"), table_name="floor_unit")
    op.drop_index(op.f("ix_floor_unit_number"), table_name="floor_unit")
    op.drop_table("floor_unit")
    op.drop_index(op.f("ix_floor_kiosk_owner"), table_name="floor_kiosk")
    op.drop_table("floor_kiosk")
    op.drop_index(op.f("ix_floor_door_owner"), table_name="floor_door")
    op.drop_table("floor_door")
    op.drop_index(op.f("ix_floor_amenity_owner"), table_name="floor_amenity")
    op.drop_table("floor_amenity")
    op.drop_table("edition")
    op.drop_index(op.f("ix_draft_change_import_id"), table_name="draft_change")
    op.drop_table("draft_change")
    op.drop_index(op.f("ix_building_connection_owner"), table_name="building_connection")
    op.drop_table("building_connection")
    op.drop_table("staff_user")
    op.drop_table("site")
    op.drop_index(op.f("ix_room_office"), table_name="room")
    op.drop_table("room")
    op.drop_index(op.f("ix_power_office"), table_name="power")
    op.drop_index(op.f("ix_power_category"), table_name="power")
    op.drop_table("power")
    op.drop_table("person")
    op.drop_table("office")
    op.drop_table("notice")
    op.drop_table("listing")
    op.drop_table("leading_group")
    op.drop_table("journal")
    op.drop_table("import_file")
    op.drop_table("history_head")
    op.drop_table("history")
    op.drop_table("hall")
    op.drop_index(op.f("ix_floor_building"), table_name="floor")
    op.drop_table("floor")
    op.drop_table("entry")
    op.drop_table("content")
    op.drop_table("channel")
    op.drop_table("category")
    op.drop_index(op.f("ix_bulletin_day"), table_name="bulletin")
    op.drop_table("bulletin")
    op.drop_table("building")


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
