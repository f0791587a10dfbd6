"""What the program can say in English by itself, where the office gave its records an English name but no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import records

if TYPE_CHECKING:
    from data.edition.reader import Edition, Title
    from data.records import Post


def english_detail(edition: Edition, title: Title) -> str:
    """The quieter line of a list's row in English; empty where the office gave none."""
    match title.kind:
        case "office":
            office = edition.record(records.Office, title.key)
            return (office.summary_en or next(iter(office.duties_en), "")) if office else ""
        case "person":
            person = edition.record(records.Person, title.key)
            return posts_in_english(edition, person.posts) if person else ""
        case "group":
            group = edition.record(records.Group, title.key)
            return f"{len(group.members)} member{'' if len(group.members) == 1 else 's'}" if group else ""
        case "power":
            power = edition.record(records.Power, title.key)
            holder = edition.record(records.Office, power.office) if power else None
            return holder.name_en if holder else ""
    return ""


def post_in_english(title: str, office: str) -> str:
    """A post with its office, where the title does not name it already and the office has an English name."""
    return f"{title}, {office}" if office and office not in title else title


def posts_in_english(edition: Edition, posts: tuple[Post, ...]) -> str:
    """Somebody's posts in one line; empty where the office did not give the English of each."""
    offices = [edition.title("office", post.office) for post in posts]
    named = [
        post_in_english(post.title_en, office.title_en if office else "")
        for post, office in zip(posts, offices, strict=True)
        if post.title_en
    ]
    return ", ".join(named) if len(named) == len(posts) else ""
