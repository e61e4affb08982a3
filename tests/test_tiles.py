"""Tiles, drawn without a browser."""

import pytest
from streamlit.testing.v1 import AppTest


def _draw():
    from itadash.ui.tiles import Tile, tiles

    tiles(
        [
            Tile("ระดับ", "ต้องปรับปรุงโดยด่วน", "คำนวณได้ ต้องปรับปรุงโดยด่วน (49.999)", "red"),
            Tile("คะแนนรวม", "49.99", "ต่ำกว่าเป้า 35.01 *มาก*"),
        ]
    )


def test_a_long_value_gets_more_of_the_width():
    app = AppTest.from_function(_draw).run()

    level, total = (column.weight for column in app.columns)
    assert level / total == pytest.approx(15 / 10)


def test_the_sense_of_a_tile_stands_whole_and_literal_under_its_number():
    app = AppTest.from_function(_draw).run()

    assert [tile.delta for tile in app.metric] == ["", ""]
    assert "ต้องปรับปรุงโดยด่วน (49.999)" in app.markdown[0].value.replace("\\", "")
    assert "\\*มาก" in app.caption[0].value
