"""Counts the days since the ghyll last ran dry."""

import datetime
import sys


def days(text, today):
    """Days from the last line's date to today."""
    last = text.splitlines()[-1]
    return (today - datetime.date.fromisoformat(last)).days


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        print(days(file.read(), datetime.date.today()))


if __name__ == "__main__":
    main()
