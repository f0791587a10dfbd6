"""What the program can say in English by itself, where the office gave its records an English name but no more."""

from data.edition.reader import Edition, Title
from data.records import Group, Office, Person, Power


def english_detail(edition: Edition, title: Title) -> str:
    """The quieter line of a list's row in English; empty where the office gave none."""
    match title.kind:
        case "office":
            office = edition.record(Office, title.key)
            return (office.summary_en or next(iter(office.duties_en), "")) if office else ""
        case "person":
            person = edition.record(Person, title.key)
            posts = [post.title_en for post in person.posts] if person else []
            return ", ".join(posts) if all(posts) else ""
        case "group":
            group = edition.record(Group, title.key)
            return f"{len(group.members)} member{'' if len(group.members) == 1 else 's'}" if group else ""
        case "power":
            power = edition.record(Power, title.key)
            holder = edition.record(Office, power.office) if power else None
            return holder.name_en if holder else ""
    return ""
