"""Where two prints of one measure differ."""

from builders import build_measure
from texts import measures_table, read

from itadash.extract.copies import differences

ROW = ("1", "เปิดช่องทางถามตอบ", "ตั้งผู้ตอบประจำวันทุกกลุ่มงาน", "สำนักปลัด", "ปีงบประมาณ 2567")


def test_prints_that_differ_in_spaces_and_digits_only_are_the_same():
    one = build_measure(steps="ตั้งผู้ตอบ ประจำวัน")
    other = build_measure(steps="ตั้งผู้ตอบประจำวัน")

    assert differences(one, other) == []


def test_each_difference_shows_both_prints():
    one = build_measure(steps="ให้นักงานทุกคนยิ้มแย้มกับชาวบ้าน")
    other = build_measure(steps="ให้พนักงานทุกคนยิ้มแย้มกับลูกบ้าน")

    found = differences(one, other)

    assert len(found) == 2
    assert found[0] == "“ให้นักงาน” / “ให้พนักงาน”"


def test_a_field_that_only_one_print_has_is_a_difference():
    found = differences(build_measure(result=None), build_measure(result="ทำแล้ว"))

    assert found == ["– / “ทำแล้ว”"]


def test_the_finding_of_copies_quotes_their_differences():
    copy = (*ROW[:2], ROW[2].replace("กลุ่ม", "กลุม"), *ROW[3:])

    report = read(measures_table(ROW), "สำเนา", measures_table(copy))

    [finding] = [f for f in report.findings if f.code == "duplicate_measures"]
    assert "กลุม" in finding.place.text
    assert len(report.measures) == 1
