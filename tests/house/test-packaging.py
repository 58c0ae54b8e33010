#!/usr/bin/env python3
"""test-packaging.py BUILD-FOLDER APP-ID: what the desktop is told is valid and agrees with itself."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from house import ROOT, Tap

LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
MIME = 'application/vnd.trellis.blueprint+json'

# All that a whiteboard needs: a screen. No network, no files, no buses.
FINISH_ARGS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.splitlines() or ['it says nothing'] if done.returncode else []


def check_metainfo(path):
    """The measures of a software centre: what is too long is cut there."""
    root = ElementTree.parse(path).getroot()
    name, summary = root.findtext('name'), root.findtext('summary')
    if len(name) > 15:
        yield f'the name has {len(name)} letters, more than 15'
    if not 10 <= len(summary) <= 35 or summary.endswith('.'):
        yield f'"{summary}" is no summary of 10 to 35 letters without a full stop'
    first = ' '.join(''.join(root.find('description/p').itertext()).split())
    if len(first) < 80:
        yield 'the first paragraph is shorter than 80 letters'
    if any(len(items.findall('li')) - len(items.findall(f'li[@{LANGUAGE}]')) > 10 for items in root.iter('ul')):
        yield 'a list has more than ten points'
    releases = [release.get('date') for release in root.iter('release')]
    if releases != sorted(releases, reverse=True):
        yield 'the newest release does not come first'
    if any(release.find('description') is None for release in root.iter('release')):
        yield 'a release has no notes'


def check_agreement(data, app_id):
    """The same id and the same type, wherever one of them is named."""
    desktop = (data / f'{app_id}.desktop').read_text()
    metainfo = ElementTree.parse(data / f'{app_id}.metainfo.xml').getroot()
    service = (data / f'{app_id}.service').read_text()
    schema = (data / f'{app_id}.gschema.xml').read_text()
    package = (data / f'{app_id}.xml').read_text()
    expected = [
        (f'\nIcon={app_id}\n' in desktop, 'the desktop entry names another icon'),
        (f'MimeType={MIME};' in desktop, 'the desktop entry opens another type'),
        (metainfo.findtext('id') == app_id, 'the metainfo has another id'),
        (metainfo.findtext('launchable') == f'{app_id}.desktop', 'the metainfo starts another program'),
        (metainfo.findtext('provides/mediatype') == MIME, 'the metainfo opens another type'),
        (f'\nName={app_id}\n' in service, 'the bus service has another name'),
        (f'id="{app_id}"' in schema, 'the settings have another id'),
        (f'type="{MIME}"' in package, 'the MIME package declares another type'),
        ('<glob pattern="*.trellis"/>' in package, 'the MIME package has another extension'),
    ]
    return [problem for holds, problem in expected if not holds]


def check_mime_works(package):
    """Ask GIO for the type of a name, as a file manager does, also with the
    weight that a sandbox forces on it."""
    for text in [package.read_text(), package.read_text().replace('<glob ', '<glob weight="5" ')]:
        with tempfile.TemporaryDirectory() as folder:
            packages = Path(folder) / 'mime' / 'packages'
            packages.mkdir(parents=True)
            (packages / package.name).write_text(text)
            (Path(folder) / 'a.trellis').write_text('{}\n')
            problems = run('update-mime-database', str(Path(folder) / 'mime'))
            if problems:
                return problems
            said = subprocess.run(
                ['gio', 'info', '-a', 'standard::content-type', str(Path(folder) / 'a.trellis')],
                env={'XDG_DATA_HOME': folder, 'XDG_DATA_DIRS': '/usr/share', 'PATH': '/usr/bin:/bin', 'GIO_USE_VFS': 'local'},
                stdout=subprocess.PIPE, text=True).stdout
            if MIME not in said:
                return said.splitlines()
    return []


def manifests():
    return sorted((ROOT / 'flatpak').glob('*.json'))


def check_manifest(path):
    manifest = json.loads(path.read_text())
    if manifest['id'] != path.stem:
        yield f'the id is {manifest["id"]}'
    if manifest['command'] != 'trellis':
        yield f'the command is {manifest["command"]}'
    if manifest['finish-args'] != FINISH_ARGS:
        yield f'finish-args are {manifest["finish-args"]}'
    if 'network' in path.read_text():
        yield 'something asks for the network'


def main():
    build, app_id = Path(sys.argv[1]), sys.argv[2]
    data = build / 'data'
    tap = Tap()
    tap.point('/house/packaging/desktop entry', run('desktop-file-validate', data / f'{app_id}.desktop'))
    tap.point('/house/packaging/metainfo', run('appstreamcli', 'validate', '--no-net', '--explain', data / f'{app_id}.metainfo.xml'))
    tap.point('/house/packaging/metainfo measures', check_metainfo(data / f'{app_id}.metainfo.xml'))
    tap.point('/house/packaging/settings', run('glib-compile-schemas', '--strict', '--dry-run', data))
    tap.point('/house/packaging/mime package', run('xmllint', '--noout', data / f'{app_id}.xml'))
    tap.point('/house/packaging/mime type', check_mime_works(data / f'{app_id}.xml'))
    with tempfile.TemporaryDirectory() as folder:
        tap.point('/house/packaging/icons',
                  [problem for icon in sorted((data / 'icons').glob('*.svg'))
                   for problem in run('rsvg-convert', '--width=16', f'--output={folder}/icon.png', icon)])
    tap.point('/house/packaging/ids agree', check_agreement(data, app_id))
    for path in manifests():
        tap.point(f'/house/packaging/flatpak/{path.stem}', check_manifest(path))
    constants = re.findall(r"io\.github\.trellisdesign\.Trellis",
                           ''.join(path.read_text() for path in (ROOT / 'src').rglob('*.[ch]')))
    tap.point('/house/packaging/the application id is one constant of the build',
              [f'src names it {len(constants)} times'] if constants else [])
    tap.done()


main()
