"""`desk user`: who works here, in which roles."""

from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import act_of, print_json
from data.store.roles import Role


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("user", help="用户和角色")
    verbs = parser.add_subparsers(title="动作", metavar="动作", required=True)
    adding = verbs.add_parser("add", help="添加用户，或给用户加一个角色")
    adding.add_argument("name", metavar="NAME", help="用户名")
    adding.add_argument("--role", required=True, choices=[role.value for role in Role], help="角色")
    adding.set_defaults(run=run_add)
    listing = verbs.add_parser("list", help="列出用户")
    listing.add_argument("--json", action="store_true", help="输出 JSON")
    listing.set_defaults(run=run_list)


def run_add(arguments: Namespace, desk: Desk) -> int:
    """Add a user or a role."""
    from data.store.accounts import ROLE_WORDS, add_role

    role = Role(arguments.role)
    with desk.writing() as session:
        add_role(session, act_of(desk), arguments.name, role)
    print(f"已添加：{arguments.name}（{ROLE_WORDS[role]}）")
    return 0


def run_list(arguments: Namespace, desk: Desk) -> int:
    """List users with their roles."""
    from data.store.accounts import ROLE_WORDS, roles_of, users

    with desk.reading() as session:
        found = [(user.name, sorted(roles_of(user))) for user in users(session)]
    if arguments.json:
        print_json([{"name": name, "roles": [role.value for role in roles]} for name, roles in found])
        return 0
    for name, roles in found:
        print(f"{name}  {'、'.join(ROLE_WORDS[role] for role in roles)}")
    return 0
