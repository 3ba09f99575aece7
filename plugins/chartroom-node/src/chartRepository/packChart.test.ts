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
      'a path outside',
      { files: new Map([...files, ['../x', '']]) },
      'cannot be a file of a chart',
    ],
  ])('refuses %s', async (_, change, message) => {
    await expect(packChart({ ...options, ...change })).rejects.toThrow(message);
  });
});

const helm = process.env.CHARTROOM_HELM;
const withHelm = helm ? describe : describe.skip;
withHelm('packChart, with Helm', () => {
  it('packs what Helm reads', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-pack-'));
    const file = path.join(folder, 'cart.tgz');
    await fs.writeFile(file, await packChart(options));
    const { stdout } = await run(helm!, ['show', 'values', file]);
    await fs.rm(folder, { recursive: true });
    expect(stdout).toContain('a: ü');
  });
});

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
