"""What staff call the fields of a record's parts, where the field's name alone does not say it."""

from data.records.building import Building
from data.records.group import Membership
from data.records.hall import HallDay, Window
from data.records.office import Office
from data.records.person import Person, Post
from data.records.portal import Channel
from data.records.power import Basis, Branch, Fee, Material, Question, Risk, Step, TimeLimit
from data.records.room import Room
from data.records.site import SignFact
from data.store.words import FIELD_WORDS

_WORDS: dict[tuple[type, str], str] = {
    (Basis, "law"): "法律法规",
    (Basis, "article"): "条款",
    (Basis, "text"): "条文",
    (Branch, "to"): "转到步骤",
    (Branch, "label"): "条件",
    (Building, "source"): "来源",
    (Channel, "key"): "编号",
    (Fee, "charged"): "收费",
    (Fee, "standard"): "收费标准",
    (Fee, "basis"): "收费依据",
    (HallDay, "open"): "开放",
    (HallDay, "reason"): "原因",
    (Material, "kind"): "原件或复印件",
    (Material, "form"): "纸质或电子",
    (Material, "necessity"): "必要性",
    (Material, "copies"): "份数",
    (Material, "source"): "来源",
    (Material, "notes"): "填报须知",
    (Material, "standard"): "受理标准",
    (Membership, "person"): "人员",
    (Membership, "seat"): "职位",
    (Membership, "note"): "备注",
    (Office, "name"): "处室名称",
    (Person, "name"): "姓名",
    (Person, "name_en"): "英文姓名",
    (Post, "title"): "职务",
    (Post, "title_en"): "英文职务",
    (Post, "role"): "职务类别",
    (Question, "question"): "提问",
    (Question, "answer"): "回答",
    (Risk, "description"): "风险点",
    (Risk, "grade"): "等级",
    (Risk, "form"): "表现形式",
    (Risk, "measure"): "防控措施",
    (Risk, "responsible"): "责任人",
    (Room, "key"): "门牌号",
    (SignFact, "name"): "名称",
    (SignFact, "width_dots"): "宽（点）",
    (SignFact, "height_dots"): "高（点）",
    (SignFact, "colours"): "颜色",
    (Step, "number"): "步骤号",
    (Step, "kind"): "步骤类别",
    (Step, "link"): "环节",
    (Step, "actor"): "办理人",
    (Step, "limit"): "时限",
    (Step, "standard"): "办理标准",
    (Step, "documents"): "文书",
    (Step, "risks"): "廉政风险",
    (Step, "branches"): "去向",
    (TimeLimit, "number"): "数量",
    (TimeLimit, "unit"): "单位",
    (TimeLimit, "explanation"): "说明",
    (Window, "number"): "窗口号",
    (Window, "powers"): "办理事项",
}

KEY_WORD = "编号"


def word_of(owner: type, name: str) -> str:
    """The Chinese word for a field of a record or of one of its parts."""
    if name == "key":
        return _WORDS.get((owner, name), KEY_WORD)
    return _WORDS.get((owner, name)) or FIELD_WORDS[name]


WORDS = (KEY_WORD, *_WORDS.values())
"""Every word that is not a record's field's own."""
