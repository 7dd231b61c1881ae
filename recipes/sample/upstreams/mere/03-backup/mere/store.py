"""The levels of a lake, kept in one file, a line a day."""

import datetime
import pathlib


class Store:
    """Levels by day."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.levels = {}
        if self.path.exists():
            self._load()

    def _load(self):
        for line in self.path.read_text().splitlines():
            day, level = line.split("\t")
            self.levels[datetime.date.fromisoformat(day)] = float(level)

    def add(self, day, level):
        """Remembers a level. A second one for the same day replaces the first."""
        if level < 0:
            raise ValueError(f"a level is at least 0: {level}")
        self.levels[day] = level

    def backup(self):
        """Keeps the file as it was beside it."""
        if self.path.exists():
            self.path.replace(self.path.with_suffix(".bak"))

    def save(self):
        """Writes all levels."""
        lines = [f"{day}\t{level}" for day, level in self.levels.items()]
        self.path.write_text("\n".join(lines) + "\n")

    def highest(self):
        """The day of the highest level, or None."""
        if not self.levels:
            return None
        return max(self.levels, key=self.levels.get)
