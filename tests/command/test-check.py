#!/usr/bin/env python3
"""trellis check, as scripts, code review sites and git hooks see it.

SARIF is held against the published schema by an independent validator, JSON
against a file that was written once, and the sample hook stops a commit.
"""

import collections
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = os.environ['TRL_PROGRAM']
SCHEMA = json.loads((HERE / 'sarif-2.1.0.schema.json').read_text())
GOLDEN = HERE / 'review.json'
# What the golden file is about; rules that are added later speak of it too.
GOLDEN_RULES = ('METRIC-MANY', 'TYPE-NO-MOTION')
ENVIRONMENT = {name: value for name, value in os.environ.items() if name.endswith('SAN_OPTIONS')}
ENVIRONMENT.update(LC_ALL='C.UTF-8', PATH=os.environ['PATH'])

results = []


def test(function):
    with tempfile.TemporaryDirectory(prefix='trellis-check-') as folder:
        try:
            function(pathlib.Path(folder))
            problem = None
        except Exception as error:   # whatever it is, the other points are looked at
            problem = f'{type(error).__name__}: {error}'
    results.append(problem is None)
    for line in (problem or '').splitlines():
        print(f'# {line}')
    print(f'{"ok" if problem is None else "not ok"} {len(results)} - /check/{function.__name__.replace("_", "-")}')


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def check(*arguments, cwd, status=None):
    done = subprocess.run([PROGRAM, 'check', *map(str, arguments)], cwd=cwd, env=ENVIRONMENT,
                          capture_output=True, text=True)
    if status is not None:
        expect(done.returncode == status, f'{arguments} exits {done.returncode}: {done.stderr}')
    return done


def sarif(*arguments, cwd, status=None):
    log = json.loads(check('--format=sarif', *arguments, cwd=cwd, status=status).stdout)
    validator = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    problems = [f'{list(error.path)}: {error.message}' for error in validator.iter_errors(log)]
    expect(not problems, '\n'.join(problems[:5]))
    return log


def results_of(log):
    return log['runs'][0]['results']


def prints(log):
    return sorted(result['partialFingerprints']['ruleAndCards/v1'] for result in results_of(log))


def designs():
    folders = [ROOT / 'data' / 'templates', ROOT / 'tests' / 'fixtures', ROOT / 'tests' / 'review' / 'fixtures']
    return sorted(path for folder in folders for path in folder.rglob('*.trellis'))


def sarif_is_valid(folder):
    log = sarif(*designs(), cwd=ROOT)
    found = results_of(log)
    rules = log['runs'][0]['tool']['driver']['rules']
    expect(len(found) > 100, f'{len(found)} results in all designs')
    for result in found:
        expect(rules[result['ruleIndex']]['id'] == result['ruleId'], f'{result["ruleId"]} has another index')
        place = result['locations'][0]['physicalLocation']
        expect(not place['artifactLocation']['uri'].startswith('/'), 'a name is absolute')
        expect(place['region']['startLine'] >= 1 and place['region']['startColumn'] >= 1, 'a place is nowhere')
        expect(result['locations'][0]['logicalLocations'][0]['name'], 'a card has no name')
        if result['properties']['severity'] in ('todo', 'advice'):
            expect(result['level'] == 'note', f'{result["ruleId"]} is more than a note')
    for rule in rules:
        expect(rule['help']['text'] and rule['fullDescription']['text'], f'{rule["id"]} has no page')
    expect(len({(r['locations'][0]['physicalLocation']['artifactLocation']['uri'], p)
                for r in found for p in r['partialFingerprints'].values()}) == len(found), 'two results are the same')


def the_schema_bites(folder):
    log = sarif(ROOT / 'data' / 'templates' / 'founder-before.trellis', cwd=folder)
    for spoil in (lambda d: d.update(version='2.0'), lambda d: results_of(d)[0].pop('message'),
                  lambda d: results_of(d)[0].update(level='fatal')):
        spoiled = copy.deepcopy(log)
        spoil(spoiled)
        expect(list(jsonschema.Draft4Validator(SCHEMA).iter_errors(spoiled)), 'what is spoiled is valid')


def kept_is_suppressed(folder):
    log = sarif(HERE / 'review.trellis', cwd=folder, status=0)
    kept = [result for result in results_of(log) if 'suppressions' in result]
    expect([result['ruleId'] for result in kept] == ['METRIC-MANY'], f'{len(kept)} are kept')
    expect(kept[0]['suppressions'][0]['justification'] == 'The board asked for three', 'the reason is lost')


def fingerprints_stay(folder):
    design = json.loads((ROOT / 'data' / 'templates' / 'founder-before.trellis').read_text())
    (folder / 'a.trellis').write_text(json.dumps(design))
    before = sarif('a.trellis', cwd=folder)
    design['program']['name'] = 'Another name'
    for tier in design['motions'][0]['tiers']:
        tier['name'] = tier['name'] + ' renamed'
    design.setdefault('notes', []).append({'id': 'note-new', 'text': 'An edit that has nothing to do with it'})
    (folder / 'a.trellis').write_text(json.dumps(design, indent=7))
    after = sarif('a.trellis', cwd=folder)
    expect(prints(before) == prints(after), 'a rename, a note and another indent make other results')
    expect(before != after, 'nothing changed')


def trouble_is_told(folder):
    (folder / 'bad name.trellis').write_text('{\n "format": }')
    log = sarif('bad name.trellis', ROOT / 'data' / 'templates' / 'founder-after.trellis', cwd=folder, status=2)
    invocation = log['runs'][0]['invocations'][0]
    place = invocation['toolExecutionNotifications'][0]['locations'][0]['physicalLocation']
    expect(not invocation['executionSuccessful'], 'all went well')
    expect(place['artifactLocation']['uri'] == 'bad%20name.trellis', place['artifactLocation']['uri'])
    expect(place['region']['startLine'] == 2, 'it is in another line')


def words_stay_words(folder):
    """A name in a design neither steers the terminal nor writes a line of its own."""
    name = 'Gold\x1b[2J\x9b1m\nforged.trellis:1:1: error: forged\r\x07\u202e\u2028'
    design = json.loads((HERE / 'review.trellis').read_text())
    for card in design['metrics'] + design['types']:
        card['name'] = name
    (folder / 'a.trellis').write_text(json.dumps(design))
    (folder / 'b\x1b[2J.trellis').write_text('{')
    done = check('a.trellis', 'b\x1b[2J.trellis', cwd=folder)
    expect('Gold' in done.stdout, 'the name is not said at all')
    for line in (done.stdout + done.stderr).split('\n'):
        expect(line == '' or line.startswith(('a.trellis:', 'b')), f'a line of its own: {line!r}')
        expect(all(letter.isprintable() or letter == ' ' or letter == '\u00a0' for letter in line), f'not plain: {line!r}')


def several_files(folder):
    names = [ROOT / 'data' / 'templates' / f'{name}.trellis' for name in ('founder-after', 'founder-before', 'blank')]
    names = [name for name in names if name.exists()]
    files = json.loads(check('--format=json', *names, cwd=folder, status=1).stdout)['files']
    expect([file['file'] for file in files] == list(map(str, names)), 'files are missing, doubled or out of order')
    check('--format=json', names[0], cwd=folder, status=0)
    text = check(*names, cwd=folder, status=1).stdout.splitlines()
    expect(len(text) == sum(len(file['findings']) for file in files), 'text and JSON count differently')


def json_is_stable(folder):
    shutil.copy(HERE / 'review.trellis', folder)
    log = json.loads(check('--format=json', 'review.trellis', cwd=folder).stdout,
                     object_pairs_hook=collections.OrderedDict)
    for file in log['files']:
        file['findings'] = [finding for finding in file['findings'] if finding['rule'] in GOLDEN_RULES]
    text = json.dumps(log, indent=2, ensure_ascii=False) + '\n'
    if 'TRL_WRITE_GOLDEN' in os.environ:
        GOLDEN.write_text(text)
    expect(text == GOLDEN.read_text(), f'differs from {GOLDEN.name}:\n{text}')


def documented(folder):
    page = (ROOT / 'docs' / 'check.md').read_text()
    log = json.loads(GOLDEN.read_text())
    members = {name for file in log['files'] for name in file} | {name for file in log['files']
                                                                  for finding in file['findings'] for name in finding}
    for name in members:
        expect(f'`{name}`' in page or f'.{name}`' in page or f'.{name}[]`' in page or f'`{name}[]`' in page,
               f'docs/check.md does not know {name}')


def fix(folder):
    path = folder / 'review.trellis'
    shutil.copy(HERE / 'review.trellis', path)
    path.chmod(0o640)
    before = path.read_text()
    dry = check('--fix', '--dry-run', path.name, cwd=folder)
    expect('would fix: ' in dry.stderr and path.read_text() == before, 'a dry run does more than talk')
    expect('TYPE-NO-MOTION' in dry.stdout, 'a dry run reviews what is not there')
    done = check('--fix', path.name, cwd=folder)
    after = path.read_text()
    expect('fixed: ' in done.stderr and 'TYPE-NO-MOTION' in done.stderr, done.stderr)
    expect(after != before and len(json.loads(after)['motions']) == 1, 'nothing was fixed')
    expect('TYPE-NO-MOTION' not in done.stdout, 'it is still found')
    expect('The board asked for three' in after, 'what was kept is lost')
    expect(path.stat().st_mode & 0o777 == 0o640, 'the file may be read by others now')
    stamp = path.stat().st_mtime_ns
    again = check('--fix', path.name, cwd=folder)
    expect('fixed: ' not in again.stderr and path.read_text() == after, 'a second run does more')
    expect(path.stat().st_mtime_ns == stamp, 'the file was written for nothing')
    expect(sorted(os.listdir(folder)) == ['review.trellis'], f'left behind: {os.listdir(folder)}')


def fix_everywhere(folder):
    """Every design: fixing twice is fixing once, loses no card, and what is left alone keeps its bytes."""
    for path in designs():
        copied = folder / path.name
        before = path.read_text()
        copied.write_text(before)
        first = check('--fix', '--fail-on=never', copied, cwd=folder, status=0)
        once = copied.read_text()
        ids = {card for card in before.split('"id": "')[1:]}
        expect(all(f'"id": "{card.split(chr(34))[0]}"' in once for card in ids), f'{path}: a card is lost')
        expect(('fixed: ' in first.stderr) == (once != before), f'{path}: says one thing and does another')
        check('--fix', '--fail-on=never', copied, cwd=folder, status=0)
        expect(copied.read_text() == once, f'{path}: fixing twice is more than fixing once')


def fix_needs_a_file(folder):
    check('--fix', '-', cwd=folder, status=2)
    check('--dry-run', HERE / 'review.trellis', cwd=folder, status=2)


def git(folder, *arguments, **more):
    environment = {**ENVIRONMENT, 'HOME': str(folder), 'GIT_CONFIG_NOSYSTEM': '1', 'TRELLIS': PROGRAM,
                   'GIT_AUTHOR_NAME': 'Ana', 'GIT_AUTHOR_EMAIL': 'ana@example.com',
                   'GIT_COMMITTER_NAME': 'Ana', 'GIT_COMMITTER_EMAIL': 'ana@example.com'}
    return subprocess.run(['git', *arguments], cwd=folder, env={**environment, **more}, capture_output=True, text=True)


def hook(folder):
    good = (ROOT / 'data' / 'templates' / 'founder-after.trellis').read_text()
    bad = (ROOT / 'data' / 'templates' / 'founder-before.trellis').read_text()
    design = folder / 'designs' / 'our program.trellis'
    expect(git(folder, 'init', '--quiet').returncode == 0, 'there is no git')
    (folder / '.git' / 'hooks').mkdir(exist_ok=True)
    shutil.copy(ROOT / 'docs' / 'pre-commit', folder / '.git' / 'hooks' / 'pre-commit')
    design.parent.mkdir()
    (folder / 'readme').write_text('No design\n')
    git(folder, 'add', 'readme')
    expect(git(folder, 'commit', '-m', 'No design').returncode == 0, 'a commit without a design is stopped')
    design.write_text(bad)
    git(folder, 'add', '.')
    stopped = git(folder, 'commit', '-m', 'Bad')
    expect(stopped.returncode != 0, 'a design with warnings is committed')
    expect('designs/our program.trellis:' in stopped.stdout + stopped.stderr, stopped.stdout + stopped.stderr)
    design.write_text(good)
    expect(git(folder, 'commit', '-m', 'Still bad').returncode != 0, 'it looks at the folder, not at what is staged')
    git(folder, 'add', '.')
    done = git(folder, 'commit', '-m', 'Good')
    expect(done.returncode == 0, done.stdout + done.stderr)
    design.write_text(bad)
    expect(git(folder, 'commit', '-am', 'Let it pass', TRELLIS_FAIL_ON='error').returncode == 0, 'the level is not heard')


def job_step(name):
    """The script of a step of the sample job, as a server runs it."""
    lines = (ROOT / 'docs' / 'check.yml').read_text().splitlines()
    at = lines.index(f'      - name: {name}') + 2
    script = []
    while at < len(lines) and (lines[at].startswith(' ' * 10) or not lines[at]):
        script.append(lines[at][10:])
        at += 1
    return '\n'.join(script)


def job(folder):
    bin_folder = folder / 'bin'
    bin_folder.mkdir()
    (bin_folder / 'trellis').symlink_to(PROGRAM)
    work = folder / 'work'
    work.mkdir()
    git(work, 'init', '-q')

    def review():
        done = subprocess.run(['bash', '-e', '-c', job_step('Review')], cwd=work, capture_output=True, text=True,
                              env=dict(ENVIRONMENT, PATH=f'{bin_folder}:{ENVIRONMENT["PATH"]}'))
        written = work / 'trellis.sarif'
        return done, json.loads(written.read_text()) if written.exists() else None

    done, log = review()
    expect(done.returncode == 0 and log is None, f'without a design: {done.stderr}')
    shutil.copy(ROOT / 'tests' / 'fixtures' / 'programs' / 'datto-referral.trellis', work / 'good one.trellis')
    git(work, 'add', 'good one.trellis')
    done, log = review()
    expect(done.returncode == 0, f'a good design: {done.stderr}')
    shutil.copy(ROOT / 'tests' / 'fixtures' / 'programs' / 'nutanix-nitro.trellis', work / '-bad.trellis')
    git(work, 'add', '--', '-bad.trellis')
    done, log = review()
    expect(done.returncode != 0, 'a design with a warning passes')
    expect(any(result['level'] == 'warning' for result in log['runs'][0]['results']), 'the warning is not written down')
    jsonschema.validate(log, SCHEMA)


for function in (sarif_is_valid, the_schema_bites, kept_is_suppressed, fingerprints_stay, trouble_is_told, words_stay_words,
                 several_files, json_is_stable, documented, fix, fix_everywhere, fix_needs_a_file, hook, job):
    test(function)
print(f'1..{len(results)}')
sys.exit(0 if all(results) else 1)
