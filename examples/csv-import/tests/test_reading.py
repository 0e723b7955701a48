from io import BytesIO

import pytest

from imports.reading import Record, UnreadableFile, read_batch


def read_all(data, size=2):
    """Reads a file batch by batch, as a chain of tasks does."""
    records, position, lines = [], 0, 0
    while position < len(data):
        batch = read_batch(BytesIO(data), position, lines, size)
        assert len(batch.records) <= size
        records += batch.records
        position, lines = batch.position, batch.lines
    return records


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_every_record_is_read_once_whatever_the_size(size, end):
    lines = [b"sku,name,price", b"a,A,1", b"b,B,2", b"c,C,3", b"d,D,4"]
    records = read_all(end.join(lines), size)
    assert [record.cells[0] for record in records] == ["a", "b", "c", "d"]
    assert [record.line for record in records] == [2, 3, 4, 5]


def test_cells_may_hold_line_breaks():
    data = b'sku,name,price\na,"Tea\nfor two",1\nb,B,2\n'
    assert read_all(data, 1) == [
        Record(3, ["a", "Tea\nfor two", "1"]),
        Record(4, ["b", "B", "2"]),
    ]


def test_a_bad_line_spoils_no_other():
    data = b"sku,name,price\na,A\n\n\xff,B,2\nc,C,3\n"
    problems = [(r.line, r.problem) for r in read_all(data)]
    assert problems == [
        (2, "3 cells expected, not 2."),
        (4, "The line is not in UTF-8."),
        (5, ""),
    ]


def test_a_quote_that_never_ends_is_an_error_and_not_all_memory():
    lines = b"b,B,2\n" * 40_000
    records = read_all(b'sku,name,price\na,"A,1\n' + lines, 50_000)
    assert "field larger than field limit" in records[0].problem
    assert records[-1].cells == ["b", "B", "2"]


def test_a_byte_order_mark_is_no_part_of_the_first_name():
    data = "\ufeffSKU, Name,price\na,A,1\n".encode()
    assert read_all(data) == [Record(2, ["a", "A", "1"])]


@pytest.mark.parametrize("data", [b"", b"name,sku,price\n", b"\x89PNG\r\n"])
def test_a_file_of_another_kind_is_refused(data):
    with pytest.raises(UnreadableFile, match="sku,name,price"):
        read_batch(BytesIO(data), 0, 0, 10)


def test_a_file_that_shrank_is_refused():
    with pytest.raises(UnreadableFile, match="shorter"):
        read_batch(BytesIO(b"sku,name,price\n"), 400, 20, 10)
