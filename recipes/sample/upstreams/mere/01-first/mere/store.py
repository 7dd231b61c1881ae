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
        """Remembers a level; a second one for a day replaces the first."""
        if level < 0:
            raise ValueError(f"a level is at least 0: {level}")
        self.levels[day] = level

    def save(self):
        """Writes all levels."""
        lines = [f"{day}\t{level}" for day, level in self.levels.items()]
        self.path.write_text("\n".join(lines) + "\n")

    def highest(self):
        """The day of the highest level, or None."""
        if not self.levels:
            return None
        return max(self.levels, key=self.levels.get)
