"""Compares the level with its marks."""

from tarn.paths import configuration


def marks():
    """The lowest and the highest level that are no alarm."""
    low, high = configuration().read_text().split()
    return float(low), float(high)


def alarm(level):
    """A word for a person, or an empty text."""
    low, high = marks()
    if level < low:
        return "drought"
    if level > high:
        return "flood"
    return ""
