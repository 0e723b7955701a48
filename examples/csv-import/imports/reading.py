"""Reading some lines of a large CSV file, from anywhere in it."""

import csv
from dataclasses import dataclass
from itertools import islice

HEADER = ["sku", "name", "price"]


class UnreadableFile(Exception):
    """The file as a whole is not what it should be."""


@dataclass(frozen=True)
class Record:
    # The number of the line on which it ends; a quoted cell may hold breaks.
    line: int
    cells: list[str]
    problem: str = ""


@dataclass(frozen=True)
class Batch:
    records: list[Record]
    # Where the next batch begins: bytes and lines from the file's start.
    position: int
    lines: int


def read_batch(file, position, lines, size):
    """Reads up to `size` records of a binary file, beginning at `position`.

    `lines` is the number of lines that lie before. Raises UnreadableFile where
    the file does not start with the names of the columns, or has nothing at
    `position`.
    """
    file.seek(position)
    reader = csv.reader(_decode(line) for line in iter(file.readline, b""))
    if position == 0:
        _check_header(reader)
    records = [
        Record(lines + reader.line_num, *outcome)
        for outcome in islice(_each(reader), size)
    ]
    if not reader.line_num:
        raise UnreadableFile("The file is shorter than it was.")
    return Batch(records, file.tell(), lines + reader.line_num)


def _decode(line):
    # Bytes that are not UTF-8 become U+FFFD: an error of this line alone.
    return line.decode("utf-8", errors="replace")


def _check_header(reader):
    names = next(reader, [])
    found = [name.strip("\ufeff ").lower() for name in names]
    if found != HEADER:
        raise UnreadableFile(f"The first line must be {','.join(HEADER)}.")


def _each(reader):
    """Gives the cells of each record, and what is wrong with them."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield [], str(error)
            continue
        if not cells:
            continue  # an empty line
        if len(cells) != len(HEADER):
            yield cells, f"{len(HEADER)} cells expected, not {len(cells)}."
        elif any("\ufffd" in cell for cell in cells):
            yield cells, "The line is not in UTF-8."
        else:
            yield cells, ""
