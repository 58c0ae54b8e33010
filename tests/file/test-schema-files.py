#!/usr/bin/env python3
"""An independent validator holds every template and fixture against the published schema.

Files that are spoiled in one place must fail, or the schema would say nothing.
"""

import copy
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / 'data' / 'trellis-blueprint.schema.json').read_text())
FOLDERS = [ROOT / 'data' / 'templates', ROOT / 'tests' / 'fixtures']


def spoil(document):
    """Yield (what, document) with one thing wrong in each."""
    def changed(what, change):
        spoiled = copy.deepcopy(document)
        change(spoiled)
        return what, spoiled

    yield changed('another format', lambda d: d.update(format='canvas'))
    yield changed('a later version', lambda d: d.update(version=2))
    yield changed('no version', lambda d: d.pop('version'))
    yield changed('a name that is a number', lambda d: d.setdefault('program', {}).update(name=5))
    yield changed('a status that no list has', lambda d: d.setdefault('program', {}).update(status='frozen'))
    yield changed('a currency in words', lambda d: d.setdefault('program', {}).update(currency='euro'))
    yield changed('a day in words', lambda d: d.setdefault('program', {}).update(effective='in spring'))
    yield changed('a program that is a list', lambda d: d.update(program=[]))
    yield changed('motions that are an object', lambda d: d.update(motions={}))
    yield changed('a motion without an id', lambda d: d.update(motions=[{'name': 'x'}]))
    yield changed('a deal size in words', lambda d: d.update(motions=[{'id': 'x', 'deal': {'size': 'big'}}]))
    yield changed('a state of its own', lambda d: d.update(motions=[{'id': 'x', 'owner': {'known': 'me'}}]))
    yield changed('a reference that is a number', lambda d: d.update(motions=[{'id': 'x', 'types': [1]}]))
    yield changed('a parked card of no kind', lambda d: d.update(parked=[{'id': 'x'}]))
    yield changed('a parked tier without an id', lambda d: d.update(parked=[{'card': 'tier'}]))


def main():
    validator = jsonschema.Draft202012Validator(SCHEMA)
    results = []

    def point(name, problems):
        results.append(not problems)
        for problem in problems:
            print(f'# {problem}')
        print(f'{"not ok" if problems else "ok"} {len(results)} - /schema/{name}')

    try:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        point('is a schema', [])
    except jsonschema.SchemaError as error:
        point('is a schema', [str(error)])

    files = sorted(path for folder in FOLDERS for path in folder.rglob('*.trellis'))
    point(f'there are files ({len(files)})', [] if len(files) >= 2 else ['none found'])
    for path in files:
        document = json.loads(path.read_text())
        point(path.relative_to(ROOT),
              [f'{error.json_path}: {error.message}' for error in validator.iter_errors(document)])
        if path.parent.name == 'templates':
            for what, spoiled in spoil(document):
                point(f'{path.stem} with {what} fails', ['it passes'] if validator.is_valid(spoiled) else [])

    future = json.loads((ROOT / 'data' / 'templates' / 'founder-after.trellis').read_text())
    future['appendix'] = [1]
    future['motions'][0]['orbit'] = {}
    future['motions'][0]['tiers'].append({'card': 'ring', 'size': 3})
    future['parked'] = [{'card': 'comet'}]
    point('members and cards of a later version pass', [str(e) for e in validator.iter_errors(future)])

    print(f'1..{len(results)}')
    sys.exit(0 if all(results) else 1)


main()
