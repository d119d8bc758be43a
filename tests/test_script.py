"""Which Chinese: simplified or traditional, of which region, written so or made so by a machine."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import detect_script
from newsclean.script import script_runs
from newsclean.variants.tables import character_map

HANS = "江川县昨天召开会议，讨论了明年的预算。县长说，这座桥修好了，群众出行方便多了。记者从县交通局了解到，工期提前两个月。"
TAIWAN = (
    "〔記者林大同／台中報導〕台中市議會昨日審議明年度預算，立委與市府官員都到場說明。業者指出，新系統的軟體與網路設備"
    "採用國內廠商的晶片，資訊安全品質也通過檢驗。民眾可透過智慧型手機下載程式，查詢捷運與公車的班次。"
)
HONG_KONG = (
    "【本報訊】區議會昨日討論明年預算，保安局局長出席會議。警方早前在旺角拘捕兩名疑犯，涉案的士司機送院治理。"
    "有市民表示，港鐵沿線屋苑的樓價回落，發展商推出優惠，金管局總裁則認為樓市仍受加息影響。"
)
MAINLAND = (
    "新華社北京5月9日電（記者張大同）國務院日前印發意見，提出推進鄉村振興的二十項任務。意見指出，要落實黨中央決策部署，"
    "加快建設現代化產業體系，用好互聯網和信息技術，提高產品質量。省委書記強調，黨員幹部要走在前列。"
)
CONVERTED = (
    "3月6日,縣委書記看望參加會議的委員,并參加聯組會。代表們說,過去制造業走過了從仿制到優化的階段,以后還要把產業鏈條"
    "拉長。這座大橋位于縣城北部,由于工期提前,游客十一就能通行,里面的設備也更復雜了。"
)
SINGAPORE = (
    "建屋局昨天说，今年将推出两万间新组屋。公积金局同日宣布调整利率。附近的巴刹和邻里商店照常营业，每月租金约八百新元。"
)


@pytest.mark.parametrize(
    "text, tag",
    [
        (HANS, "zh-Hans"),
        (TAIWAN, "zh-Hant-TW"),
        (HONG_KONG, "zh-Hant-HK"),
        (MAINLAND, "zh-Hant"),
        (CONVERTED, "zh-Hant"),
        (SINGAPORE, "zh-Hans-SG"),
        ("江川县", "zh-Hans"),
        ("江川縣", "zh-Hant"),
        ("桥修好了", "zh-Hans"),
        ("皇后镇公里数", "zh-Hans"),
        ("皇后鎮公里數", "zh-Hant"),
        ("乾隆皇帝于北京见过他", "zh-Hans"),  # 乾 is not traditional in a name, nor 于 simplified
        ("于謙於北京見過他", "zh-Hant"),
    ],
)
def test_the_tag(text: str, tag: str) -> None:
    script = detect_script(text)
    assert script.tag == tag
    assert 0 < script.confidence <= 1
    assert script.evidence


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "12345",
        "Taipei 101",
        "！？。",
        "你好",
        "天下",
        "皇后",
        "公里",
        "😀",
        "人民日",
        "国國",
        "乾隆於于"[:2],
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert detect_script(text).tag == "und"


@pytest.mark.parametrize(
    "text, tag",
    [
        ("県議会は昨日、来年度の予算を審議した。", "ja"),
        ("首相、衆院解散を表明", "ja"),
        ("日本経済新聞", "ja"),
        ("衆議院解散総選挙", "ja"),
        ("読売新聞", "ja"),
        ("気象庁発表", "ja"),
        ("コーヒー豆値上げ", "ja"),
        ("国会議事堂", "und"),  # Japanese, or someone who mixes: never called Chinese
        ("군의회는 어제 예산을 심의했다", "ko"),
        ("大韓民國 국회", "ko"),
        ("敎育部長官", "ko"),
        ("國會議員選擧", "ko"),
        ("대통령, 美·中과 정상회담", "ko"),
    ],
)
def test_japanese_and_korean_are_not_chinese(text: str, tag: str) -> None:
    assert detect_script(text).tag == tag


@pytest.mark.parametrize(
    "text, tag",
    [
        ("他用日语说“ありがとう”，大家都笑了，记者也跟着鼓起掌来，现场气氛热烈，活动持续到深夜。", "zh-Hans"),
        ("這家「の」字號的飲料店，老闆說生意比去年好。", "zh-Hant"),
        ("韩国总统（대통령）昨天抵达上海，将出席明天的会议，并与中方就经贸合作、文化交流等议题会谈。", "zh-Hans"),
        ("选手栄一郎说，这场比赛对他来说很难，但他会继续努力下去，争取在决赛中取得更好的成绩，为国争光。", "zh-Hans"),
    ],
)
def test_chinese_that_quotes_them_is_chinese(text: str, tag: str) -> None:
    assert detect_script(text).tag == tag


@pytest.mark.parametrize(
    "minor, times",
    [
        ("在线观看免费版电视剧全集_连环套电视剧免费观看", 1),  # the spam line of a hacked page
        ("这是一句引文，说的是桥修好了。", 1),
    ],
)
def test_a_line_in_the_other_script_does_not_sway_it(minor: str, times: int) -> None:
    script = detect_script(minor * times + "\n" + CONVERTED * 5)
    assert script.tag == "zh-Hant"
    assert not script.mixed
    assert script.hant > 0.9


@pytest.mark.parametrize("hans, hant, mixed", [(HANS, "", False), (HANS, TAIWAN, True), (HANS * 9, "說這來", False)])
def test_the_shares_are_those_of_the_telling_characters(hans: str, hant: str, mixed: bool) -> None:
    one, other = detect_script(hans), detect_script(hant)
    both = detect_script(hans + "\n" + hant)
    assert one.hans == 1
    assert other.hant == bool(hant)
    assert both.hans + both.hant == pytest.approx(1, abs=1e-3)
    assert (both.hant > 0) == bool(hant)
    assert both.mixed == mixed


def test_mixed_text_says_so_and_is_cut_into_its_runs() -> None:
    text = f"{HANS}\n{TAIWAN}\nabc\n{HANS}"
    assert detect_script(text).mixed
    runs = script_runs(text)
    assert [run.script for run in runs] == ["Hans", "Hant", "Hans"]
    assert [text[run.start : run.end] for run in runs] == [f"{HANS}\n", f"{TAIWAN}\nabc\n", HANS]


@pytest.mark.parametrize(
    "slip",
    [
        ("委員并參加", "并參"),
        ("以后還要", "以后"),
        ("皇後", "皇後"),
        ("剪了頭發", "頭發"),
        ("改善關系", "關系"),
        ("制造產品", "制造"),
        ("吃面條", "面條"),
        ("干部會議", "干部"),
        ("位于縣城", "位于"),
        ("這里的人", "這里"),
        ("批準方案", "批準"),
        ("髮展經濟", "髮展"),
        ("控製風險", "控製"),
        ("方麵", "方麵"),
        ("心裡隻有", "隻有"),
        ("北鬥衛星", "北鬥"),
        ("曆史學家", "曆史"),
        ("恢複生產", "恢複"),
        ("範圍很大，示范", "示范"),
    ],
)
def test_slips_of_a_conversion(slip: tuple[str, str]) -> None:
    text, pair = slip
    script = detect_script(f"縣長說，{text}，記者從會議上了解到，大橋將於年底開放，工程進展順利，以后游客方便。")
    assert script.converted
    assert pair in script.evidence


@pytest.mark.parametrize(
    "text",
    [
        TAIWAN,
        HONG_KONG,
        MAINLAND,
        "皇后與太后、王后、影后、歌后、天后宮、后里、后羿，都是后。",
        "公里、里長、鄰里、故里、英里；這裡、家裡、心裡、裡面。",
        "系統、體系、系列、派系、星系；關係、係數；聯繫、維繫。",
        "制度、體制、限制、控制、機制；製造、複製、製作。",
        "只有、只是、只要；一隻、船隻、隻身。",
        "斗六、漏斗、北斗、泰斗；奮鬥、戰鬥、鬥爭。",
        "干預、若干、干擾、相干；乾燥、餅乾、乾脆；幹部、骨幹、才幹。",
        "准許、批准、核准；標準、準備、水準、準時。",
        "范冰冰、于右任、余光中、岳飛、沈從文、郁達夫、丰子愷。",
        "面對、方面、表面、見面；麵包、泡麵、麵粉。",
        "谷底、山谷、矽谷；稻穀、穀物。",
        "征服、長征、遠征；特徵、象徵、徵求。",
        "發展、發生、出發；頭髮、理髮、白髮。",
        "了解、瞭解、並發症、併發症、游泳、上游、采風、占卜、托兒所。",
        "捲軸、繫結、標籤名稱、內容複製、若干部門、不製造、所有製造商、美容發展、第一只是開始、不只一隻。",
        "產能限制造成缺口，機制作用、體制造福；影后來台，皇后來了；平方公里面積；若干事項、若干活動；加強製造、地方麵包店。",
        "一百里、三十里外、十里洋場、里長；這裡、夜裡、數十裡面有一。",
        "範圍、模範、示範、規範、師範、防範、範例；山嶽、五嶽、東嶽。",
    ],
)
def test_good_traditional_text_is_not_called_converted(text: str) -> None:
    assert not detect_script(text * 3).converted


@pytest.mark.parametrize(
    "text",
    [
        # Cantonese writes 係 for the word "is"; beside 關, 體, 派 it would be a slip for 系.
        "佢哋話呢個學係好難讀嘅，但係我唔同意。第一係要勤力，已經係好多人試過嘅方法，大家係咁樣做㗎。",
        # The classics have 后, 于 and 爲 in their own right.
        "大學之道，在明明德，在親民，在止於至善。知止而后有定，定而后能靜，靜而后能安，安而后能慮，慮而后能得。",
        "桃之夭夭，灼灼其華。之子于歸，宜其室家。關關雎鳩，在河之洲。黃鳥于飛，集于灌木，其鳴喈喈。",
        "太史公曰：余嘗西至空桐，北過涿鹿，東漸於海，南浮江淮矣。總之不離古文者近是。余觀春秋，其發明五帝德章矣。",
        "孟子對曰：「王何必曰利？亦有仁義而已矣。」爲民父母，行政不免於率獸而食人，惡在其爲民父母也？",
        # One oversight in a text with the words of Taiwan: a writer's, not a machine's.
        TAIWAN + "這是我們仿佛看過的答復。",
    ],
)
def test_writing_that_looks_like_slips_is_not_called_converted(text: str) -> None:
    script = detect_script(text)
    assert script.tag.startswith("zh-Hant")
    assert not script.converted


@pytest.mark.parametrize(
    "text, evidence",
    [
        ("他走了九百裏，一路上經過十裏長亭，最後回到縣城，大家都說這不容易。", "百裏"),  # 里 as a measure
        ("老人養了三只羊和兩只狗，還有一只貓，縣裡的人都認識這幾個夥伴。", "只羊"),
        ("妻子範秋霞和鄰居聞人嶽把東西搬進縣城的新家，大家都說好。", "範秋"),  # people called 范 and 岳
        ("他把繩頭系着，又系緊了，縣長說這樣開車安全，大家都同意。", "系着"),
        ("會議開了十分鍾，縣長說這樣開車安全，大家都同意。", "分鍾"),
    ],
)
def test_slips_that_take_more_than_a_common_word(text: str, evidence: str) -> None:
    script = detect_script(text)
    assert script.converted
    assert any(evidence in found for found in script.evidence), script.evidence


def test_one_weak_slip_tells_only_beside_the_words_of_the_mainland() -> None:
    weak = "受總指揮部委托，今天由我向大家通報。"
    assert not detect_script("縣長說，" + weak).converted
    assert detect_script("縣委書記和航天員的視頻信息說，" + weak).converted


def test_in_long_text_a_few_slips_are_oversights() -> None:
    good = "".join(f"第{number}句說，縣長來過這座橋，開車的人都認識他。" for number in range(400))
    assert detect_script("大橋位于縣城。" + good[:300]).converted
    assert not detect_script("大橋位于縣城。" + good).converted


def test_a_conversion_is_told_from_what_it_was_made_from() -> None:
    """Character by character, each time OpenCC's first choice; the text has words that this gets wrong."""
    table = {ord(old): new for old, new in character_map("s2t").items()}
    hans = "制造业复杂，关系密切，签订合同，头发干净，面包和饼干，征求意见，标准准确，手表批准，答复群众，公布数据。"
    assert not detect_script(hans).converted
    assert detect_script(hans.translate(table)).converted


@pytest.mark.parametrize(
    "signs, tag",
    [
        ("軟體和網路", "zh-Hant-TW"),
        ("影片的資訊", "zh-Hant-TW"),
        ("裡面說著，下週透過訊息告訴大家", "zh-Hant-TW"),  # 裡, 著, 週
        ("臺北的品質", "zh-Hant-TW"),
        ("計程車和捷運", "zh-Hant-TW"),
        ("短片和質素", "zh-Hant-HK"),
        ("衞生和隨着", "zh-Hant-HK"),  # 衞, 着
        ("的士和港鐵", "zh-Hant-HK"),
        ("佢哋喺度搵嘢", "zh-Hant-HK"),  # Cantonese
        ("視頻和信息", "zh-Hant"),
        ("産業、群衆、爲", "zh-Hant"),  # 産, 衆, 爲: the mainland's, which has no tag of its own
        ("軟件和網絡", "zh-Hant"),  # Hong Kong or the mainland
        ("軟體", "zh-Hant"),  # one word is no evidence
        ("捷運、捷運、捷運", "zh-Hant"),  # nor the same three times
        ("軟體和港鐵，捷運和的士", "zh-Hant"),  # as much for the one as for the other
    ],
)
def test_the_region_is_told_by_words_and_variants(signs: str, tag: str) -> None:
    script = detect_script(f"他說{signs}都是這樣")
    assert script.tag == tag
    assert script.hant == 1


@pytest.mark.parametrize(
    "text, tag",
    [
        (SINGAPORE, "zh-Hans-SG"),
        ("巫统昨天说，国阵和希盟会谈，槟城与柔佛的令吉预算将增加，马来西亚人都在看。", "zh-Hans-MY"),
        ("国家主席昨天会见新加坡总理，双方就经贸合作交换了意见，记者在现场看见。", "zh-Hans"),  # only speaks of it
        ("他从新加坡飞往吉隆坡，记者说这是第一次。", "zh-Hans"),
    ],
)
def test_other_regions_only_on_evidence(text: str, tag: str) -> None:
    assert detect_script(text).tag == tag


@pytest.mark.parametrize("text", ["這是爲了群眾，大家都說好", "他喫了兩碗飯，纔回到縣裏"])
def test_forms_of_converters(text: str) -> None:
    """OpenCC's standard has them; newspapers write 為, 吃, 才."""
    assert detect_script(text).converted


def test_confidence_grows_with_the_evidence() -> None:
    one, few, many = (detect_script(text).confidence for text in ("县", "县长说这", HANS))
    assert 0 < one < few < many <= 1
    assert detect_script(HANS + "縣長說這").confidence < many


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    script = detect_script(text)
    assert script.tag.split("-")[0] in ("zh", "ja", "ko", "und")
    assert 0 <= script.confidence <= 1
    assert script.hans + script.hant == pytest.approx(1, abs=1e-3) or script.hans == script.hant == 0
    runs = script_runs(text)
    assert "".join(text[run.start : run.end] for run in runs) == text


@given(st.text(alphabet=sorted(set(HANS + TAIWAN + HONG_KONG)), min_size=1, max_size=40))
def test_punctuation_and_order_do_not_matter(text: str) -> None:
    script = detect_script(text)
    turned = detect_script("，".join(reversed(text)))
    assert (turned.hans, turned.hant) == (script.hans, script.hant)


def test_it_is_fast() -> None:
    """20 MB/s; here a third of that, since machines differ."""
    for text in (HANS, TAIWAN):
        body = (text * 40)[:2000]
        detect_script(body)
        start = time.process_time()
        for _ in range(50):
            detect_script(body)
        assert 50 * len(body.encode()) / (time.process_time() - start) > 7e6


@pytest.mark.parametrize("text", ["国" * 300_000, "國。" * 200_000, "あ" * 300_000, "<" * 300_000, "\n" * 300_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    detect_script(text)
    script_runs(text)
    assert time.process_time() - start < 3
