"""Names of people out of a few words: what is one, what is none, and what is taken off before it is read."""

from __future__ import annotations

import pytest

from newsclean.names import (
    could_be_name,
    is_desk,
    is_name,
    is_place,
    is_word,
    looks_like_person,
    spaced_name,
    split_names,
    split_writers,
)


@pytest.mark.parametrize(
    "text, name",
    [
        ("李秋", True),
        ("张晓明", True),
        ("林〇", True),  # the character of zero is one of names too
        ("张\U00020bb7", True),
        ("张", False),
        ("", False),
        ("晓明", False),  # no surname
        ("晓张明", False),  # the surname comes first
        ("欧阳小明", True),
        ("司马相如", True),
        ("令狐冲", True),  # whose first character alone is no surname
        ("皇甫平", True),
        ("完颜洪烈", True),
        ("令狐", False),  # a surname alone
        ("司马相如传", False),
        ("扎西", True),  # a name without a surname
        ("扎西多杰", True),
        ("多杰扎", True),
        ("西扎", False),
        ("黄山", False),  # a place
        ("黄山松", True),
        ("江川桥头", False),  # four characters after a surname of one
        ("张晓明说过", False),
        ("里奥·哈珀", True),
        ("里奥•哈珀", True),
        ("里奥・哈珀", True),
        ("买·江", True),
        ("里奥·", False),
        ("·哈珀", False),
        ("里奥哈珀阿卜·买", True),
        ("里奥哈珀阿卜杜拉·买", True),
        ("里奥哈珀阿卜杜拉提·买", False),  # nine characters before the dot
        ("里奥·哈珀阿卜杜拉买买提江江江江江", True),
        ("里奥·哈珀阿卜杜拉买买提江江江江江江", False),  # fifteen characters after it
        ("林小明．張曉明", False),  # two names
        ("文化", False),  # words that begin with a surname
        ("高雄", False),
        ("节选", False),
        ("Zhang", False),
        ("张XX", False),  # a name that is kept back
        ("2026", False),
    ],
)
def test_the_name_of_a_chinese_person(text: str, name: bool) -> None:
    assert is_name(text) is name


@pytest.mark.parametrize("end", ["网", "網", "报", "報", "社", "台", "刊"])
def test_what_ends_like_an_outlet_is_no_name(end: str) -> None:
    assert not is_name("云南"), "a province"
    assert not is_name(f"云岭{end}")
    assert is_name(f"云{end}岭")
    assert could_be_name(f"云岭{end}"), "beside a label it may be one"


@pytest.mark.parametrize(
    "text, could",
    [
        ("晓明", True),
        ("晓", False),
        ("桥头闲话", True),
        ("桥头的闲话", False),
        ("文化", False),
        ("男", False),
        ("Bob", False),
    ],
)
def test_what_could_be_a_name_beside_a_label(text: str, could: bool) -> None:
    assert could_be_name(text) is could


@pytest.mark.parametrize(
    "text, person",
    [
        ("张晓明", True),
        ("晓明", False),
        ("Leo Harper", True),
        ("Élodie Dubois", True),
        ("Leo", False),  # a login, a brand
        ("3D Leo", False),
        ("Leo Harper, Bob", False),
        ("L " + "a" * 37, True),
        ("L " + "a" * 38, False),
    ],
)
def test_what_looks_like_a_person(text: str, person: bool) -> None:
    assert looks_like_person(text) is person


@pytest.mark.parametrize(
    "text, desk",
    [
        ("江川日报评论员", True),
        ("本报编辑部", True),
        ("評論組", True),
        ("评论员张晓明", False),
        ("江川日报", False),
        ("张晓明", False),
    ],
)
def test_a_desk_signs_too(text: str, desk: bool) -> None:
    assert is_desk(text) is desk


@pytest.mark.parametrize(
    "text, word", [("港聞", True), ("女", True), ("文化", True), ("滚动", True), ("轉寄好友", True), ("张晓明", False), ("评论员", False), ("李", False)]
)
def test_words_that_stand_where_names_stand(text: str, word: bool) -> None:
    assert is_word(text) is word


@pytest.mark.parametrize(
    "text, name",
    [
        ("邬 守 山", "邬守山"),
        ("方 敏", "方敏"),
        ("邬守山", "邬守山"),
        ("欧 阳 小 明", "欧阳小明"),
        ("里奥·买", "里奥·买"),
        ("里奥·哈珀", None),  # five characters: not one that is set in a line of its own
        ("晓 明", None),
        ("文 化", None),
        ("", None),
    ],
)
def test_a_name_whose_characters_are_set_apart(text: str, name: str | None) -> None:
    assert spaced_name(text) == name


@pytest.mark.parametrize(
    "text, names",
    [
        ("方 敏", ("方敏",)),
        ("邬 守 山", ("邬守山",)),
        ("方\u3000敏、邬\u3000守\u3000山", ("方敏", "邬守山")),
        ("张晓明 李秋", ("张晓明", "李秋")),
        ("方 敏杰", ("方 敏杰",)),  # one character and two: no padding
        ("方 敏 李秋", ("方敏", "李秋")),
    ],
)
def test_a_name_of_two_is_set_as_wide_as_one_of_three(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "sign", ["、", "，", ",", ";", "；", "/", "／", "|", "｜", "&", "＆", "丨", "．", "  ", "、 、"]
)
def test_what_stands_between_two_names(sign: str) -> None:
    assert split_names(f"张晓明{sign}Leo Harper") == ("张晓明", "Leo Harper")


@pytest.mark.parametrize("word", ["和", "与", "與", "及", "and"])
def test_a_word_between_two_names_stands_between_blanks(word: str) -> None:
    assert split_names(f"Leo Harper {word} 张晓明") == ("Leo Harper", "张晓明")
    assert split_names(f"林{word}明") == (f"林{word}明",)


@pytest.mark.parametrize(
    "text, names",
    [
        ("佚名、张晓明", ("张晓明",)),  # what is none is passed over, not the end
        ("张晓明、佚名", ("张晓明",)),
        ("张晓明、李秋、张晓明", ("张晓明", "李秋")),
        ("张晓明、科室：神经外科、李秋", ("张晓明", "李秋")),
        ("张晓明、科室:神经外科", ("张晓明",)),
        ("桥头闲话" * 4, ("桥头闲话" * 4,)),
        ("桥头闲话" * 4 + "桥", ()),
        ("L" * 40, ("L" * 40,)),
        ("L" * 41, ()),
        ("威廉·道布森（William J. Dobson）", ("威廉·道布森（William J. Dobson）",)),
        ("张（" + "a" * 37 + "）", ("张（" + "a" * 37 + "）",)),
        ("张（" + "a" * 38 + "）", ()),
        ("威廉·道布森William J. Dobson", ()),
    ],
)
def test_each_name_once_in_order_and_nothing_else(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "code",
    [
        "_NF4425", "＿NF4425", "-NF4425", "_ NF4425", "_nf44", " PN021", " A02", "（PN021）", "(pn02)", "NF4425", "(BN4425", "DF44", "（SN44）",
    ],
)  # fmt: skip
def test_the_code_of_a_member_of_staff_is_dropped(code: str) -> None:
    assert split_names(f"李秋{code}") == ("李秋",)


@pytest.mark.parametrize("text", ["NF4425", "李秋2026", "李秋_NF", "李秋_2026", "李秋1"])
def test_a_code_alone_and_other_figures_stay(text: str) -> None:
    assert split_names(text) == (text,)


@pytest.mark.parametrize("sign", list(" \t\u3000:：,，;；、。.|｜/／()（）[]【】<>《》“”\"'—-–_*@﹒·"))
def test_signs_around_the_names_are_none_of_theirs(sign: str) -> None:
    assert split_names(f"{sign}张晓明{sign}") == ("张晓明",)
    assert split_names(f"{sign}{sign}张晓明、李秋{sign}{sign}") == ("张晓明", "李秋")


@pytest.mark.parametrize("sign", list(" \t\u3000:：[]【】<>《》“”\"'—–_*@"))
def test_signs_around_each_name(sign: str) -> None:
    assert split_names(f"张晓明、{sign}李秋{sign}、王大川") == ("张晓明", "李秋", "王大川")


@pytest.mark.parametrize(
    "text, names",
    [
        ("（张晓明）", ("张晓明",)),
        ("(张晓明)", ("张晓明",)),
        ("李秋、（张晓明）、(王大川)", ("李秋", "张晓明", "王大川")),
        ("李秋、（张晓明)", ("李秋", "张晓明")),
        ("李秋、(张晓明）", ("李秋", "张晓明")),
        ("李秋（阿秋）", ("李秋（阿秋）",)),  # what is known of a person stays with the name
        ("李秋(阿秋)", ("李秋(阿秋)",)),
        ("李秋（阿秋)", ("李秋（阿秋)",)),
        ("李秋(阿秋）", ("李秋(阿秋）",)),
        ("李秋（阿秋）。", ("李秋（阿秋）",)),
        (" 李秋（阿秋）", ("李秋（阿秋）",)),
        ("王大川、李秋（阿秋）、张晓明", ("王大川", "李秋（阿秋）", "张晓明")),
        ("李秋（、张晓明", ("李秋", "张晓明")),  # half a pair is nobody's
        ("李秋(、张晓明", ("李秋", "张晓明")),
        ("李秋）、张晓明", ("李秋", "张晓明")),
        ("李秋)、张晓明", ("李秋", "张晓明")),
        ("（李秋、张晓明）", ("李秋", "张晓明")),
        ("李秋（）", ("李秋",)),
        ("（", ()),
    ],
)
def test_parentheses(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("By Leo Harper", ("Leo Harper",)),
        ("by 张晓明", ("张晓明",)),
        ("Byron Harper", ("Byron Harper",)),
        ("记者张晓明", ("张晓明",)),
        ("本报首席记者张晓明", ("张晓明",)),
        ("江川日报 记者 张晓明", ("张晓明",)),
        ("江川日报记者 张晓明", ("张晓明",)),
        ("江川日报全媒体记者：张晓明 通讯员 李秋 实习生 王大川", ("张晓明", "李秋", "王大川")),
        ("特约评论员 张晓明", ("张晓明",)),
        ("撰文 张晓明", ("张晓明",)),
        ("编译：张晓明", ("张晓明",)),
        ("文：张晓明", ("张晓明",)),
        ("文思远", ("文思远",)),
        ("實習編輯李秋", ("李秋",)),
    ],
)
def test_the_office_before_a_name_is_dropped(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "tail",
    ["报道", "報導", " 報道", "摄影报道", " 综合报道", "綜合報導", " 撰", " 编译", " 整理", "发自江川", " 等", "等"],
)
def test_what_was_done_behind_a_name_is_dropped(tail: str) -> None:
    assert split_names(f"张晓明{tail}") == ("张晓明",)


@pytest.mark.parametrize(
    "text, names",
    [
        ("张晓明", ("张晓明",)),
        ("张晓明 武汉报道", ("张晓明",)),
        ("张晓明 成都摄影报道", ("张晓明",)),  # a place that begins with a surname
        ("张晓明 江川现场综合報導", ("张晓明",)),
        ("张晓明 李秋 武汉报道", ("张晓明", "李秋")),
        ("张晓明 编辑 李秋", ("张晓明",)),
        ("张晓明、責任編輯：李秋", ("张晓明",)),
        ("张晓明 参与采写 李秋", ("张晓明",)),
        ("张晓明/制图/李秋", ("张晓明",)),
        ("张晓明 製圖 李秋", ("张晓明",)),
        ("编辑 李秋", ("李秋",)),  # nobody before
        ("张晓明（文）李秋（图）", ("张晓明",)),
        ("张晓明（文/图）", ("张晓明",)),
        ("张晓明 李秋（攝影）", ("张晓明",)),
        ("张晓明（環境工程師）", ("张晓明",)),
        ("张晓明（江川大学教授）、李秋（医生）", ("张晓明", "李秋")),
        ("李秋（阿秋）", ("李秋（阿秋）",)),
        ("张晓明（宣传部）、李秋（江川大学）", ("张晓明", "李秋")),
        ("张晓明 李秋 文/图", ("张晓明", "李秋")),
        ("张晓明 李秋 图、文", ("张晓明", "李秋")),
        ("里奥（Leo Harper）", ("里奥（Leo Harper）",)),
    ],
)
def test_those_who_wrote_without_those_who_did_something_else(text: str, names: tuple[str, ...]) -> None:
    assert split_writers(text) == names


@pytest.mark.parametrize(
    "text, place", [("上海", True), ("黄山", True), ("紐約", True), ("江川", False), ("张晓明", False)]
)
def test_places(text: str, place: bool) -> None:
    assert is_place(text) is place
