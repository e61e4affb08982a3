from datetime import date

import pytest

from itadash.extract import years

MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลปัว"


@pytest.mark.parametrize(
    "title",
    [
        f"{MEASURES} ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
        f"{MEASURES} ประจำปีงบประมาณ พ.ศ.2564",
        f"{MEASURES} ปีงบประมาณ ๒๕๖๔",
        f"{MEASURES} ประจำปี 2564",
        f"{MEASURES} ประจําปี งบประมาณ\nพ.ศ. ๒๕๖๔",
        f"{MEASURES} ประจ าปีงบประมาณ ๖๔",
        "การส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564",
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส และมาตรการประจำปีงบประมาณ พ.ศ. 2564",
        "การวิเคราะห์ผลการประเมิน ITA เพื่อจัดทำมาตรการประจำปีงบประมาณ พ.ศ. 2564",
    ],
)
def test_the_fiscal_year_stands_behind_the_title_of_the_measures(title):
    assert years.fiscal_year([title]) == 2564


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ผลการประเมิน ITA ปีงบประมาณ 2563",
        f"{MEASURES} 85 ข้อ",
        "ปี 2564",
        f"{MEASURES} ปี 9999",
    ],
)
def test_a_text_without_a_year_of_measures_has_none(text):
    assert years.fiscal_year([text]) is None


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ได้ 69.58 คะแนน",
        "ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ของอบต.ปัว ปีงบประมาณ 2563",
        "ผลคะแนน ITA ปี 2563",
        "วิเคราะห์ผลการประเมิน ประจำปี พ.ศ. 2563",
        "การประเมิน ITA ปีงบประมาณ 2563",
        "ในปีงบประมาณ พ.ศ. 2563 เทศบาลตำบลปัว มีผลการประเมิน ITA ในภาพรวม 91.46 คะแนน",
        "ปีงบประมาณ พ.ศ. ๒๕๖๓ หน่วยงานได้คะแนน ITA ๗๓.๒๐ คะแนน",
    ],
)
def test_the_assessed_year_stands_with_the_words_for_a_result(text):
    assert years.assessed_year([text], 2564) == 2563


def test_a_round_after_the_year_of_the_measures_is_not_theirs():
    text = "ผลการประเมิน ITA ปีงบประมาณ 2563 และเตรียมรับผลการประเมิน ITA ปีงบประมาณ 2566"

    assert years.assessed_year([text], 2564) == 2563


@pytest.mark.parametrize("text", ["", "รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ 2564"])
def test_a_text_without_a_result_has_no_assessed_year(text):
    assert years.assessed_year([text], 2564) is None


def test_the_year_before_that_a_result_is_compared_with_is_not_assessed():
    text = (
        "ในปีงบประมาณ พ.ศ. 2567 เทศบาลมีผลการประเมิน ITA ในภาพรวม 91.46 คะแนน"
        " สูงกว่าปี พ.ศ. 2566 ที่ได้ 86.62 คะแนน"
    )

    assert years.assessed_year([text], 2568) == 2567


def test_the_year_that_a_result_rose_from_is_not_assessed():
    text = "ผลคะแนน 80.10 คะแนน เพิ่มขึ้นจากปี 2565 ที่ได้ผลคะแนน 70.20 คะแนน"

    assert years.assessed_year([text], 2567) is None


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["วันที่ ๕ มกราคม ๒๕๖๔"], date(2021, 1, 5)),
        (["ที่ ชร ๗๒๔๐๑/- วันที่ 5 ม.ค. 2564"], date(2021, 1, 5)),
        (["วันที่ 5/1/2564"], date(2021, 1, 5)),
        (["ประกาศ ณ วันที่ ๕ เดือน มกราคม พ.ศ. ๒๕๖๔"], date(2021, 1, 5)),
        (["สั่ง ณ วันที่ 5 มกราคม 2564", "วันที่ 4 มกราคม 2564"], date(2021, 1, 4)),
        (["อบรมเมื่อวันที่ 5 มกราคม 2564"], None),
        (["วันที่ ..... มกราคม 2564"], None),
        (["วันที่ 31 กุมภาพันธ์ 2564"], None),
        (["วันที่ 5 มกราคม"], None),
        (["สำนักงานเทศบาลตำบลสมมุติ", "5 มกราคม 2564"], date(2021, 1, 5)),
        (["5 มกราคม 2564 จัดอบรม"], None),
        (["มกราคม 2564"], None),
        ([*["-"] * 20, "5 มกราคม 2564"], None),
        ([], None),
    ],
)
def test_the_date_of_a_document_is_the_one_of_its_head_or_order(lines, day):
    assert years.report_date(lines) == day


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ([MEASURES], "plan"),
        ([f"รายงานผลการดำเนินการตาม{MEASURES}"], "results"),
        ([f"สรุปผลการดำเนินงานตาม{MEASURES}"], "results"),
        ([f"รายงานผลการดำเนินการตาม{MEASURES} รอบ ๖ เดือน"], "progress"),
        ([f"รายงานความก้าวหน้าการดำเนินการตาม{MEASURES}"], "progress"),
        (["บันทึกข้อความ", f"เรื่อง รายงานผลการดำเนินการตาม{MEASURES}"], "results"),
        ([f"รายงานผลตาม{MEASURES}", "(รอบ 6 เดือนแรก)"], "progress"),
        ([MEASURES, *["-"] * 9, "ให้รายงานผลการดำเนินการตามมาตรการ"], "plan"),
    ],
)
def test_the_title_tells_a_plan_from_a_report_of_results(lines, kind):
    assert years.kind(lines, has_measures=True) == kind


def test_a_report_without_measures_is_a_table_of_scores():
    assert years.kind([MEASURES], has_measures=False) == "score_table"


def test_a_year_without_budget_words_counts_right_behind_the_title():
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี ๖๗"

    assert years.fiscal_year([title]) == 2567


def test_the_year_of_a_result_is_not_the_year_of_the_measures():
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส จากผลการประเมิน ITA ปีงบประมาณ 2566"

    assert years.fiscal_year([title]) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (f"รายงานผลการวิเคราะห์ผลการประเมิน และ{MEASURES}", "plan"),
        (f"รายงานผลการดำเนินการตาม{MEASURES} (รอบ 12 เดือน)", "results"),
    ],
)
def test_an_analysis_is_no_report_and_a_whole_year_no_progress(title, kind):
    assert years.kind([title], has_measures=True) == kind


OF_THE_AGENCY = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


@pytest.mark.parametrize(
    "behind",
    [
        "ผลการประเมิน ITA ประจำปีงบประมาณ 2566",
        "วิเคราะห์ผลการประเมิน ปีงบประมาณ 2566",
        "(การประเมิน ITA ปีงบประมาณ 2566)",
        "ตามผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ ประจำปีงบประมาณ 2566",
    ],
)
def test_a_year_behind_words_of_a_result_is_not_of_the_measures(behind):
    text = f"{OF_THE_AGENCY} {behind}"

    assert years.fiscal_year([text]) is None
    assert years.assessed_year([text], None) == 2566


@pytest.mark.parametrize(
    "behind",
    [
        "(ITA) เทศบาลตำบลปัว ประจำปีงบประมาณ พ.ศ. 2567",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗.",
        "และการประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ 2567",
        "และรายงานผลการดำเนินการ ประจำปีงบประมาณ 2567",
        "ปี 67",
        "2567",
        "ของ อบต. ปัว ปี พ.ศ. 2567",
        "รอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2567",
        "(ระยะ 12 เดือน) ปีงบประมาณ พ.ศ. 2567",
        "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2567",
        "ครั้งที่ 1 ประจำปี 2567",
        "ปีงบประมาณ ค.ศ. 2024",
        "ประจำปี 2024",
    ],
)
def test_a_year_behind_the_title_is_read_in_any_form(behind):
    assert years.fiscal_year([f"{OF_THE_AGENCY} {behind}"]) == 2567


def test_a_buddhist_year_that_can_be_none_is_no_year():
    assert years.fiscal_year([f"{OF_THE_AGENCY} ประจำปีงบประมาณ พ.ศ. 2024"]) is None


@pytest.mark.parametrize(
    "texts",
    [
        [
            *["ผลการประเมิน ITA ปี 2565 ได้ 80.10 คะแนน"] * 3,
            "ผลการประเมิน ITA ปี 2566 ได้ 85.12",
        ],
        [*["ผลการประเมิน ITA ปี 2567"] * 3, "ผลการประเมิน ITA ปี 2566 ได้ 85.12 คะแนน"],
        ["ผลคะแนน ITA ปี 2565 ได้ 80.10 คะแนน ปี 2566 ได้ 85.12 คะแนน"],
        ["ผลคะแนน ITA 2566 : 85.12"],
    ],
)
def test_of_several_rounds_the_one_before_the_measures_is_assessed(texts):
    assert years.assessed_year(texts, 2567) == 2566


def test_the_year_of_the_measures_is_assessed_where_only_it_has_a_score():
    texts = ["ผลการประเมิน ITA ปี 2567 ได้ 85.12 คะแนน", "เทียบกับผลการประเมิน ITA ปี 2566"]

    assert years.assessed_year(texts, 2567) == 2567


def test_money_of_a_year_is_no_result():
    money = "งบประมาณที่ใช้กับ ITA ปี 2565 ได้ 80.10 ล้านบาท ปี 2566 ได้ 85.12 ล้านบาท"

    assert years.assessed_year([money, "ผลการประเมิน ITA ปี 2564"], None) == 2564


def kind_of(*lines):
    return years.kind(lines, has_measures=True)


RESULTS = f"รายงานผลการดำเนินการตาม{OF_THE_AGENCY}"


@pytest.mark.parametrize(
    "lines",
    [
        [RESULTS, "ประชุมทุกรอบ 6 เดือน เพื่อติดตามมาตรการ"],
        [RESULTS, *["-"] * 9, "ติดตามมาตรการทุกรอบ 6 เดือน"],
        [f"{RESULTS} รายไตรมาส"],
        [f"{RESULTS} ไตรมาสที่ 4"],
    ],
)
def test_half_a_year_counts_in_titles_only(lines):
    assert kind_of(*lines) == "results"


@pytest.mark.parametrize(
    "lines",
    [
        [f"{RESULTS} ไตรมาสที่ 2"],
        [f"{RESULTS} (ไตรมาส ๑)"],
        [RESULTS, "ประจำปีงบประมาณ 2567", "รอบ 6 เดือนแรก (ตุลาคม - มีนาคม)"],
        [f"เรื่อง รายงานการติดตามผลการดำเนินการตาม{OF_THE_AGENCY} รอบ 6 เดือน"],
        [
            RESULTS,
            *["-"] * 9,
            "ติดตามการใช้มาตรการ ปีงบประมาณ พ.ศ. 2565 (รอบ 6 เดือน) แล้ว",
        ],
    ],
)
def test_a_report_of_a_part_of_the_year_is_progress(lines):
    assert kind_of(*lines) == "progress"


@pytest.mark.parametrize(
    "lines",
    [
        [OF_THE_AGENCY, "ทั้งนี้ ให้รายงานผลการดำเนินการตามมาตรการรอบ 6 เดือน"],
        [f"แผนปฏิบัติการ{OF_THE_AGENCY} และการรายงานผลการดำเนินการตามมาตรการ"],
        [f"เรื่อง {OF_THE_AGENCY} โดยให้รายงานผลการดำเนินการตามมาตรการทุก 6 เดือน"],
        [
            OF_THE_AGENCY,
            "1. กำหนดมาตรการ 2. รายงานผลการดำเนินการตามมาตรการต่อผู้บริหาร",
        ],
    ],
)
def test_a_plan_that_asks_for_a_report_stays_a_plan(lines):
    assert kind_of(*lines) == "plan"


@pytest.mark.parametrize(
    "title",
    [
        "รายงานการกำกับติดตามการดำเนินการตาม{}",
        "รายงานการกำกับ ติดตาม การดำเนินการตาม{}",
        "รายงานผลการติดตามการดำเนินการตาม{}",
        "เรื่อง รายงานผลการกำกับติดตามการปฏิบัติตาม{}",
        "รายงานการติดตามและประเมินผล{}",
        "แบบรายงานการติดตาม{}",
        "สรุปผลการกำกับติดตาม{}",
        "ผลการติดตามการดำเนินงานตาม{}",
    ],
)
@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ([" (รอบ 6 เดือนแรก)"], "progress"),
        ([" ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๖ เดือน"], "progress"),
        (["", "(รอบ 6 เดือนแรก)"], "progress"),
        ([" (รอบ 12 เดือน)"], "results"),
        ([""], "results"),
    ],
)
def test_a_report_of_following_up_is_one_of_progress_or_results(title, behind, kind):
    first, *others = behind

    assert kind_of(title.format(OF_THE_AGENCY) + first, *others) == kind


@pytest.mark.parametrize(
    "line",
    [
        "ผู้รับผิดชอบการกำกับติดตามมาตรการ: สำนักปลัด",
        "การกำกับติดตามการดำเนินการตามมาตรการ ทุกรอบ 6 เดือน",
        "สำนักปลัดเทศบาลรายงานการกำกับติดตามมาตรการทุก 6 เดือน",
        "หน่วยตรวจสอบภายในรายงานผลการติดตามมาตรการต่อนายกเทศมนตรี รอบ 6 เดือน",
        "กำหนดการรายงานการติดตามมาตรการ รอบ 6 เดือน",
        "แผนการกำกับติดตามมาตรการ รอบ 6 เดือนแรก",
    ],
)
def test_a_plan_that_says_who_follows_up_stays_a_plan(line):
    assert kind_of(OF_THE_AGENCY, line) == "plan"


def test_the_round_that_the_measures_are_for_is_not_assessed_yet():
    texts = ["เรื่อง การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"]

    assert years.assessed_year(texts, 2567) is None
    assert years.assessed_year(texts, None) == 2567


def test_the_date_of_a_cited_law_is_not_that_of_the_report():
    law = "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ ประกาศ ณ วันที่ ๒ กันยายน ๒๕๔๐"

    assert years.report_date([law]) is None
    assert years.report_date([law, "ประกาศ ณ วันที่ ๕ ตุลาคม ๒๕๖๖"]) == date(2023, 10, 5)
