"""`desk user`: who works here, in which roles."""

import sys
from argparse import Namespace

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.console import act_of, ask_password, print_json
from data.store.roles import Role


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("user", help="用户和角色")
    verbs = parser.add_subparsers(title="动作", metavar="动作", required=True)
    adding = verbs.add_parser("add", help="添加用户，或给用户加一个角色")
    adding.add_argument("name", metavar="NAME", help="用户名")
    adding.add_argument("--role", required=True, choices=[role.value for role in Role], help="角色")
    adding.set_defaults(run=run_add)
    taking = verbs.add_parser("remove-role", help="取消用户的一个角色")
    taking.add_argument("name", metavar="NAME", help="用户名")
    taking.add_argument("--role", required=True, choices=[role.value for role in Role], help="角色")
    taking.set_defaults(run=run_remove_role)
    secret = verbs.add_parser("password", help="设置网页登录的密码")
    secret.add_argument("name", metavar="NAME", help="用户名")
    secret.add_argument("--stdin", action="store_true", help="从标准输入读一行，不询问")
    secret.set_defaults(run=run_password)
    for verb, active, word in (("disable", False, "停用用户，立即退出登录"), ("enable", True, "重新启用用户")):
        switch = verbs.add_parser(verb, help=word)
        switch.add_argument("name", metavar="NAME", help="用户名")
        switch.set_defaults(run=run_switch, active=active)
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


def run_remove_role(arguments: Namespace, desk: Desk) -> int:
    """Take a role away."""
    from data.store.accounts import ROLE_WORDS, take_role

    role = Role(arguments.role)
    with desk.writing() as session:
        take_role(session, act_of(desk), arguments.name, role)
    print(f"已取消：{arguments.name}（{ROLE_WORDS[role]}）")
    return 0


def run_password(arguments: Namespace, desk: Desk) -> int:
    """Set a password, typed twice or read from standard input."""
    from data.store.signing_in import set_password

    password = sys.stdin.readline().rstrip("\n") if arguments.stdin else ask_password()
    with desk.writing() as session:
        set_password(session, act_of(desk), arguments.name, password)
    print(f"已设置“{arguments.name}”的密码")
    return 0


def run_switch(arguments: Namespace, desk: Desk) -> int:
    """Disable or enable a user."""
    from data.store.signing_in import set_active

    with desk.writing() as session:
        set_active(session, act_of(desk), arguments.name, active=arguments.active)
    print(f"已{'启用' if arguments.active else '停用'}“{arguments.name}”")
    return 0


def run_list(arguments: Namespace, desk: Desk) -> int:
    """List users with their roles."""
    from data.store.accounts import ROLE_WORDS, roles_of, users

    with desk.reading() as session:
        found = [(user.name, sorted(roles_of(user)), user.active) for user in users(session)]
    if arguments.json:
        print_json(
            [{"name": name, "roles": [role.value for role in roles], "active": active} for name, roles, active in found]
        )
        return 0
    for name, roles, active in found:
        print(f"{name}  {'、'.join(ROLE_WORDS[role] for role in roles)}{'' if active else '  已停用'}")
    return 0
