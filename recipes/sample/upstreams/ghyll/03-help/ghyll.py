"""Counts the days since the ghyll last ran dry."""

import datetime
import sys


def days(text, today):
    """Days from the last line's date to today."""
    if not text.strip():
        sys.exit("ghyll: the file is empty")
    last = text.splitlines()[-1]
    return (today - datetime.date.fromisoformat(last)).days


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: ghyll FILE")
    with open(sys.argv[1], encoding="utf-8") as file:
        print(days(file.read(), datetime.date.today()))


if __name__ == "__main__":
    main()
