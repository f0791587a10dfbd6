"""What a user of the desk may be."""

from enum import StrEnum


class Role(StrEnum):
    """What a user may do. An administrator keeps users and machines and cannot approve."""

    EDITOR = "editor"
    """编辑"""
    REVIEWER = "reviewer"
    """审核"""
    PUBLISHER = "publisher"
    """发布"""
    AUDITOR = "auditor"
    """审计：只看不改"""
    ADMINISTRATOR = "administrator"
    """管理员"""
