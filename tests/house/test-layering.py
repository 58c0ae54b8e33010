#!/usr/bin/env python3
"""test-layering.py NM BUILD-FOLDER: a room uses the rooms above it, never those below.

Read from the includes, from the symbols of the built libraries, and from the
folders: a room that is not in the table is not in the house.
"""

import re
import subprocess
import sys
from pathlib import Path

from house import GTK_ROOMS, ROOMS, SRC, Tap, room_of, short, sources

OWN = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
SYSTEM = re.compile(r'^\s*#\s*include\s+<([^>]+)>', re.MULTILINE)
GTK_SYMBOL = re.compile(r'\bU ((?:gtk|gdk|gsk|adw)_\w+)')
GTK_HEADER = re.compile(r'^(gtk/|gdk/|gsk/|adwaita|gtk4|graphene)')

# Which rooms may include which foreign headers; anything else is free for all.
FOREIGN = {
    'json-glib/': ['file'],
    'cairo': ['drawing', 'publish', 'command', 'board', 'window'],
    'pango/': ['drawing', 'publish', 'command', 'board', 'window'],
    'gio/': ['file', 'publish', 'command', 'board', 'window'],
}


def check_own(room):
    """Includes of our own headers that this room may not have."""
    headers = {}
    for path in sources('.h'):
        headers.setdefault(path.name, []).append(path)
    for path in sources('.c', '.h'):
        if room_of(path) != room:
            continue
        for name in OWN.findall(path.read_text()):
            base = name.rsplit('/', 1)[-1]
            if base == 'config.h' or base.endswith('-resources.h'):
                continue
            places = headers.get(base, [])
            if not places:
                yield f'{short(path)} includes "{name}", which is nowhere in src'
            elif not any(room_of(place) in [room, *ROOMS[room]] for place in places):
                yield f'{short(path)} includes "{name}" of {room_of(places[0])}'


def check_foreign(room):
    for path in sources('.c', '.h'):
        if room_of(path) != room:
            continue
        for name in SYSTEM.findall(path.read_text()):
            if GTK_HEADER.match(name) and room not in GTK_ROOMS:
                yield f'{short(path)} includes <{name}>'
            for prefix, rooms in FOREIGN.items():
                if name.startswith(prefix) and room not in rooms:
                    yield f'{short(path)} includes <{name}>'


def check_symbols(room, nm, build):
    library = build / 'src' / room / f'libtrellis-{room}.a'
    if not library.exists():
        yield f'{library} is not built'
        return
    output = subprocess.run([nm, '-u', library], stdout=subprocess.PIPE, text=True, check=True).stdout
    for symbol in sorted(set(GTK_SYMBOL.findall(output))):
        yield f'lib{room} refers to {symbol}'


def main():
    nm, build = sys.argv[1], Path(sys.argv[2])
    tap = Tap()
    there = sorted({room_of(path) for path in sources('.c')} - {None})
    tap.point('/house/layering/every room is in the table',
              [f'src/{room} is not in the table' for room in there if room not in ROOMS])
    same = {}
    for path in sources('.h'):
        same.setdefault(path.name, []).append(short(path))
    tap.point('/house/layering/no two headers have one name',
              [' and '.join(paths) for paths in same.values() if len(paths) > 1])
    for room in [room for room in ROOMS if room in there]:
        tap.point(f'/house/layering/includes/{room}', check_own(room))
        tap.point(f'/house/layering/foreign/{room}', check_foreign(room))
        if room not in GTK_ROOMS:
            tap.point(f'/house/layering/symbols/{room}', check_symbols(room, nm, build))
    tap.point('/house/layering/main is short',
              [] if len((SRC / 'main.c').read_text().splitlines()) <= 120 else ['main.c picks a verb or a window, nothing else'])
    tap.done()


main()
