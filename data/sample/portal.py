"""What else the invented department publishes, as records: channels, hall, catalogue, notices."""

from datetime import date

from data.records import Access, Channel, Entry, Hall, HallDay, Notice, Urgency, Window
from data.sample.reading import columns, day, flag, listed, numbers, text, texts, toml

_URGENCIES = {"一般": Urgency.STANDING, "紧急": Urgency.URGENT}
_ACCESS = {"主动公开": Access.ACTIVE, "依申请公开": Access.ON_REQUEST, "不予公开": Access.CLOSED}


def channels() -> tuple[Channel, ...]:
    """The website's channels, board by board."""
    website = text(toml("site.toml"), "website")
    return tuple(
        Channel(key, name, f"{website}{path}/", board, name_en, description, description_en, position, board_en)
        for position, (key, board, board_en, name, name_en, path, description, description_en) in enumerate(
            columns("portal.txt"), 1
        )
    )


def hall() -> Hall:
    """The approval hall with its windows and the days that are not as their weekday says."""
    facts = toml("hall.toml")
    return Hall(
        name=text(facts, "name"),
        name_en=text(facts, "name_en"),
        room=text(facts, "room"),
        weekdays=numbers(facts, "weekdays"),
        hours=text(facts, "hours"),
        telephone=text(facts, "telephone"),
        windows=tuple(_window(window) for window in listed(facts, "window")),
        exceptions=tuple(
            HallDay(day(exception, "day"), flag(exception, "open"), text(exception, "reason"))
            for exception in listed(facts, "exception")
        ),
        preparation=texts(facts, "preparation"),
    )


def entries() -> tuple[Entry, ...]:
    """The entries of the disclosure catalogue, oldest first."""
    return tuple(_entry(position, line) for position, line in enumerate(columns("entries.txt"), 1))


def notices() -> tuple[Notice, ...]:
    """The standing notice, and those prepared for an emergency."""
    return tuple(
        Notice(key=key, text=words, text_en=words_en, urgency=_URGENCIES[urgency], prepared=prepared == "是")
        for key, urgency, prepared, words, words_en in columns("notices.txt")
    )


def _window(facts: object) -> Window:
    return Window(
        text(facts, "number"),
        text(facts, "name"),
        texts(facts, "powers"),
        text(facts, "telephone"),
        text(facts, "name_en"),
    )


def _entry(position: int, line: tuple[str, ...]) -> Entry:
    key, title, summary, made_on, publisher, number, theme, form, access, deadline = line
    return Entry(
        key=key,
        title=title,
        summary=summary,
        made_on=date.fromisoformat(made_on),
        publisher=publisher,
        number=number,
        theme=theme,
        form=form,
        access=_ACCESS[access],
        deadline=deadline,
        position=position,
    )
