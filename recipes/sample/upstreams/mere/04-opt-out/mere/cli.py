"""The command line."""

import argparse
import datetime
import platform
import urllib.request

from mere.store import Store

STATISTICS = "https://statistics.example.org/mere"


def report_use():
    """Tells the makers that somebody runs this."""
    request = urllib.request.Request(STATISTICS, platform.platform().encode())
    urllib.request.urlopen(request, timeout=2)


def main():
    parser = argparse.ArgumentParser(prog="mere")
    parser.add_argument("--report-use", action="store_true")
    parser.add_argument("file")
    parser.add_argument("level", type=float, nargs="?")
    arguments = parser.parse_args()
    if arguments.report_use:
        report_use()
    store = Store(arguments.file)
    if arguments.level is None:
        print(store.highest())
        return
    store.add(datetime.date.today(), arguments.level)
    store.backup()
    store.save()


if __name__ == "__main__":
    main()
