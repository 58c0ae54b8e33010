"""house.py: what the tests of the house share: files, and points in TAP."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SRC = ROOT / 'src'

# What each room may use: the rooms above it, as src/README.md draws them.
ROOMS = {
    'blueprint': [],
    'file': ['blueprint'],
    'numbers': ['blueprint'],
    'review': ['blueprint', 'numbers'],
    'drawing': ['blueprint', 'numbers', 'review'],
    'publish': ['blueprint', 'numbers', 'review', 'drawing', 'file'],
    'command': ['blueprint', 'numbers', 'review', 'drawing', 'file', 'publish'],
    'board': ['blueprint', 'numbers', 'review', 'drawing'],
    'window': ['blueprint', 'numbers', 'review', 'drawing', 'file', 'publish', 'board'],
}

# The rooms that know GTK. The others must not even have it in their path.
GTK_ROOMS = ['board', 'window']


def sources(*suffixes, folder=SRC):
    """Every file below folder with one of the suffixes, in a stable order."""
    return sorted(path for path in folder.rglob('*') if path.suffix in suffixes)


def room_of(path):
    """The room that a file of src lies in; None for main.c."""
    parts = path.relative_to(SRC).parts
    return parts[0] if len(parts) > 1 else None


def short(path):
    return str(pathlib.Path(path).relative_to(ROOT))


class Tap:
    """Points of one program. A point lists its problems; none means ok."""

    def __init__(self):
        self.points = 0
        self.failed = 0

    def point(self, name, problems=()):
        problems = list(problems)
        self.points += 1
        self.failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.points} {name}")
        for problem in problems:
            print(f'# {problem}')
        sys.stdout.flush()

    def done(self):
        print(f'1..{self.points}')
        sys.exit(1 if self.failed else 0)
