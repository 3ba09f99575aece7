/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { parse } from 'yaml';
import { chartTreeDigest } from './chartTreeDigest';
import { packChart } from './packChart';
import { unpackChart } from './unpackChart';

const run = promisify(execFile);
const chartYaml = 'apiVersion: v2\nname: cart\nversion: 1.0.0\n';
const files = new Map([
  ['values.yaml', 'a: ü\n'],
  ['templates/x.yaml', 'x: y\n'],
  ['Chart.yaml', chartYaml],
  [`docs/${'long-'.repeat(30)}name.md`, 'long\n'],
]);
const options = { files, name: 'cart', version: '1.0.0' };

/** An archive that no tool of ours would make. */
async function archiveOf(
  entries: ReadonlyArray<{
    name: string;
    content?: string | Buffer;
    type?: 'symlink' | 'link' | 'character-device' | 'directory';
    linkname?: string;
  }>,
): Promise<Buffer> {
  const packer = pack();
  for (const { content, ...header } of entries) {
    packer.entry(header, content ?? '');
  }
  packer.finalize();
  const chunks = new Array<Buffer>();
  for await (const chunk of packer) {
    chunks.push(chunk as Buffer);
  }
  return gzipSync(Buffer.concat(chunks));
}

describe('packChart', () => {
  it('makes the same bytes for the same files in any order', async () => {
    const first = await packChart(options);
    const second = await packChart({
      ...options,
      files: new Map([...files].reverse()),
    });
    expect(first.equals(second)).toBe(true);
    // Header of gzip: no time, no operating system.
    expect([...first.subarray(4, 8), first[9]]).toEqual([0, 0, 0, 0, 255]);
  });

  it('puts Chart.yaml first, and is unpacked by tar', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-pack-'));
    const file = path.join(folder, 'cart.tgz');
    await fs.writeFile(file, await packChart(options));
    const { stdout } = await run('tar', ['tzf', file]);
    await fs.rm(folder, { recursive: true });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'cart/Chart.yaml',
      `cart/docs/${'long-'.repeat(30)}name.md`,
    ]);
  });

  it('is undone by unpackChart', async () => {
    const archive = await packChart(options);
    const unpacked = await unpackChart({ archive });
    expect(Object.fromEntries(unpacked)).toEqual(Object.fromEntries(files));
  });

  it.each([
    [
      'another name',
      { name: 'user' },
      'Chart.yaml says cart 1.0.0, but user 1.0.0 is to be packed',
    ],
    ['another version', { version: '2.0.0' }, 'but cart 2.0.0 is to be packed'],
    [
      'no Chart.yaml',
      { files: new Map() },
      'Chart.yaml says undefined undefined',
    ],
    [
      'an ignored Chart.yaml',
      { files: new Map([...files, ['.helmignore', 'Chart.*']]) },
      'The .helmignore of cart leaves out Chart.yaml',
    ],
    [
      'a path outside',
      { files: new Map([...files, ['../x', '']]) },
      'cannot be a file of a chart',
    ],
  ])('refuses %s', async (_, change, message) => {
    await expect(packChart({ ...options, ...change })).rejects.toThrow(message);
  });
});

const helms = [
  { name: 'Helm 4', helm: process.env.CHARTROOM_HELM },
  { name: 'Helm 3', helm: process.env.CHARTROOM_HELM3 },
];
for (const { name: helmName, helm } of helms) {
  (helm ? describe : describe.skip)(`packChart, beside ${helmName}`, () => {
    let folder: string;
    let library: Map<string, string>;
    beforeAll(async () => {
      const source = path.resolve(
        __dirname,
        '../../../../charts/platform-common',
      );
      const entries = await fs.readdir(source, {
        recursive: true,
        withFileTypes: true,
      });
      library = new Map();
      for (const entry of entries.filter(it => it.isFile())) {
        const file = path.join(entry.parentPath, entry.name);
        library.set(
          path.relative(source, file),
          await fs.readFile(file, 'utf8'),
        );
      }
      // As it is packed: Helm asks the .helmignore of a chart that it packs, and of none below.
      for (const line of library.get('.helmignore')?.split('\n') ?? []) {
        library.delete(line);
      }
    });
    beforeEach(async () => {
      folder = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-pack-'));
    });
    afterEach(() => fs.rm(folder, { recursive: true }));

    const chart = new Map([
      [
        'Chart.yaml',
        `${chartYaml}dependencies:\n- name: platform-common\n  version: ^1.0.0\n  repository: https://charts.example.com\n`,
      ],
      ['templates/service.yaml', 'x: y\n'],
      ['values.yaml', 'a: ü\n'],
      ...[
        '.DS_Store',
        '.gitignore',
        '.project',
        'README.md',
        'a.bak',
        'a~',
        'docs/.svn/config',
        'docs/.idea/x',
        'docs/a.md',
        'docs/b.tmp',
        'docs/idea',
        'docs/values-local.yaml',
        'templates/.hidden',
        'templates/tests/a.yaml',
        'values-local.yaml',
        'x1.txt',
        'xa.txt',
      ].map(file => [file, 'text: true\n'] as const),
    ]);

    /** Runs Helm with a home of its own. */
    const runHelm = (...args: string[]) =>
      run(helm!, args, { env: { PATH: process.env.PATH, HOME: folder } });

    async function helmPackage(tree: ReadonlyMap<string, string>) {
      for (const [file, content] of tree) {
        const target = path.join(folder, 'cart', file);
        await fs.mkdir(path.dirname(target), { recursive: true });
        await fs.writeFile(target, content);
      }
      await runHelm(
        'package',
        path.join(folder, 'cart'),
        '--destination',
        folder,
      );
      return fs.readFile(path.join(folder, 'cart-1.0.0.tgz'));
    }

    /** Helm writes every Chart.yaml anew: what it says counts. */
    async function treeOf(archive: Buffer) {
      const unpacked = await unpackChart({ archive });
      return Object.fromEntries(
        [...unpacked].map(([file, text]) => [
          file,
          file.endsWith('Chart.yaml') ? parse(text) : text,
        ]),
      );
    }

    it.each([
      ['no .helmignore', undefined],
      [
        'the generated .helmignore',
        '.git\n.gitignore\n*.swp\n*.tmp\nvalues-local.yaml\n',
      ],
      [
        "Helm's own .helmignore",
        '# Common\n.DS_Store\n.git/\n.gitignore\n.bzr/\n.bzrignore\n.hg/\n.hgignore\n.svn/\n*.swp\n*.bak\n*.tmp\n*.orig\n*~\n.project\n.idea/\n*.tmproj\n.vscode/\n',
      ],
      [
        'folders, roots and paths',
        '\ufeff/x1.txt\r\n  docs/a*\ntests/\n/docs/id?a\nREADME.md/\n/values-local.yaml\n',
      ],
      [
        'classes and escapes',
        'x[^0-9].txt\ndocs/[a-b].m[c-e]\n\\a.bak\na\\~\n',
      ],
      ['a negation', '!*[a-zA-Z]\n'],
    ])('packs the same tree with %s', async (_, ignore) => {
      const own = ignore ? new Map([...chart, ['.helmignore', ignore]]) : chart;
      const vendored = [...library].map(
        ([file, text]) => [`charts/platform-common/${file}`, text] as const,
      );
      const theirs = await treeOf(
        await helmPackage(new Map([...own, ...vendored])),
      );
      const common = await packChart({
        files: library,
        name: 'platform-common',
        version: parse(library.get('Chart.yaml') ?? '').version,
      });
      for (const subchart of [{ files: library }, { archive: common }]) {
        const ours = await packChart({
          files: own,
          name: 'cart',
          version: '1.0.0',
          subcharts: [{ name: 'platform-common', ...subchart }],
        });
        expect(await treeOf(ours)).toEqual(theirs);
      }
      expect(Object.keys(theirs)).toContain(
        'charts/platform-common/templates/_service.tpl',
      );
    });

    it.each(['docs/**', '[a', 'a\\', '[]a]', '[a-]'])(
      'refuses the pattern %j as Helm does',
      async pattern => {
        const own = new Map([
          ['Chart.yaml', chartYaml],
          ['.helmignore', `# x\n${pattern}\n`],
        ]);
        await expect(helmPackage(own)).rejects.toThrow();
        await expect(packChart({ ...options, files: own })).rejects.toThrow(
          `Line 2 of .helmignore, ${JSON.stringify(
            pattern,
          )}, is no pattern that Helm reads`,
        );
      },
    );

    it('packs what Helm reads', async () => {
      const file = path.join(folder, 'cart.tgz');
      await fs.writeFile(file, await packChart(options));
      const { stdout } = await runHelm('show', 'values', file);
      expect(stdout).toContain('a: ü');
    });
  });
}

describe('chartTreeDigest', () => {
  it('is the same whoever packed the tree, at any depth, and another for another tree', async () => {
    const inner = (archive: Buffer) => ({
      ...options,
      subcharts: [{ name: 'inner', archive }],
    });
    const ours = await packChart(options);
    const theirs = await archiveOf(
      [...files].map(([name, content]) => ({ name: `cart/${name}`, content })),
    );
    expect(ours.equals(theirs)).toBe(false);

    const digests = await Promise.all(
      [
        await packChart(inner(ours)),
        await packChart(inner(theirs)),
        await packChart(options),
      ].map(archive => chartTreeDigest({ archive })),
    );
    expect(digests[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });
});

describe('unpackChart', () => {
  const chart = { name: 'cart/Chart.yaml', content: chartYaml };

  it.each([
    [
      'a parent folder',
      [chart, { name: 'cart/../../etc/x' }],
      /a path that leaves its folder/,
    ],
    [
      'an absolute path',
      [chart, { name: '/etc/passwd' }],
      /a path that leaves its folder/,
    ],
    [
      'a backslash',
      [chart, { name: 'cart\\..\\x' }],
      /a path that leaves its folder/,
    ],
    [
      'a symbolic link',
      [
        chart,
        { name: 'cart/x', type: 'symlink' as const, linkname: '/etc/passwd' },
      ],
      /cart\/x, a symlink: only plain files/,
    ],
    [
      'a hard link',
      [
        chart,
        { name: 'cart/x', type: 'link' as const, linkname: 'cart/Chart.yaml' },
      ],
      /cart\/x, a link: only plain files/,
    ],
    [
      'a device',
      [chart, { name: 'cart/x', type: 'character-device' as const }],
      /a character-device: only plain files/,
    ],
    [
      'two folders',
      [chart, { name: 'user/values.yaml' }],
      /holds one folder with a Chart.yaml/,
    ],
    [
      'no Chart.yaml',
      [{ name: 'cart/values.yaml' }],
      /holds one folder with a Chart.yaml/,
    ],
    ['a file twice', [chart, chart], /cart\/Chart.yaml twice/],
    [
      '65 MiB of zeros',
      [chart, { name: 'cart/x', content: Buffer.alloc(65 * 1024 * 1024) }],
      /unpacks to more than 64 MiB/,
    ],
    [
      '10,001 files',
      Array.from({ length: 10_001 }, (_, index) => ({ name: `cart/${index}` })),
      /more than 10000 files/,
    ],
  ])('refuses an archive with %s', async (_, entries, message) => {
    const archive = await archiveOf(entries);
    const error = await unpackChart({ archive }).catch(caught => caught);
    expect(error.name).toBe('InputError');
    expect(error.message).toMatch(message);
  });

  it('refuses what is no archive, or too large', async () => {
    const errors = await Promise.all(
      [
        Buffer.from('text'),
        gzipSync(Buffer.from('x'.repeat(2000))),
        Buffer.alloc(21 * 1024 * 1024),
      ].map(archive => unpackChart({ archive }).catch(error => error.message)),
    );
    expect(errors).toEqual([
      'The packed chart is no gzip file',
      expect.stringMatching(/^The packed chart is no tar archive/),
      'A packed chart of more than 20 MiB is refused',
    ]);
  });

  it('counts what is packed inside against the same limits', async () => {
    const bomb = await archiveOf([
      chart,
      { name: 'cart/x', content: Buffer.alloc(40 * 1024 * 1024) },
    ]);
    const archive = await archiveOf([
      chart,
      { name: 'cart/charts/a.tgz', content: bomb },
      { name: 'cart/charts/b.tgz', content: bomb },
    ]);
    await expect(chartTreeDigest({ archive })).rejects.toThrow(
      'unpacks to more than 64 MiB',
    );
  });
});
