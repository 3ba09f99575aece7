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

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Desk } from './__testUtils__/Desk';

jest.setTimeout(120_000);

const desk = Desk.open();

/** As if the process had died between the push and the ledger. */
async function publishWithoutRecord(name: string) {
  const { operation, id } = await desk.plan(name);
  const { output } = await desk.run('chartroom:service:publish', { operation });
  const target = {
    kind: 'repository' as const,
    url: desk.location(name).webUrl,
  };
  await desk.portal.ledger.record({
    id,
    effect: { key: 'repository', state: 'intended', target },
  });
  return { operation, id, commit: output.commit };
}

async function readState(id: string) {
  const record = await desk.portal.ledger.get({ id });
  const effect = record?.effects.find(({ key }) => key === 'repository');
  return { state: record?.state, effect };
}

describe('an operation that was interrupted', () => {
  it('is undone with its repository, of which the ledger has no commit', async () => {
    const { id } = await publishWithoutRecord('pushed-only');
    const { output } = await desk.undo(id);
    expect(output.left).toEqual([]);
    expect(await desk.findRepository('pushed-only')).toBeUndefined();
    expect(await readState(id)).toMatchObject({ state: 'undone' });
  });

  it('keeps in the archive what people have pushed since', async () => {
    const { id } = await publishWithoutRecord('pushed-to');
    await desk.commit('pushed-to', 'NOTES.md', 'Mine\n');
    const { output } = await desk.undo(id);
    expect(output.left).toEqual([expect.stringContaining('was archived')]);
    expect(await desk.findRepository('pushed-to')).toMatchObject({
      archived: true,
    });
  });

  it('publishes the chart of the repository that it keeps', async () => {
    const { operation, id, commit } = await publishWithoutRecord('packed');
    const published = await fetch(
      `${desk.portal.shop.url}/charts/packed-0.1.0.tgz`,
    );
    const before = await published.arrayBuffer();
    await desk.portal.ledger.record({
      id,
      effect: {
        key: 'chart',
        state: 'undone',
        target: {
          kind: 'chart',
          repository: `${desk.portal.shop.url}/charts`,
          name: 'packed',
          version: '0.1.0',
        },
      },
    });
    // A workspace that was written anew, by another version of the templates.
    const file = path.join(desk.workspacePath, 'service/chart/values.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}# written anew\n`);

    // A chart with other contents would be refused under the same version.
    const { output } = await desk.run('chartroom:service:publish', {
      operation,
    });
    expect(output.commit).toBe(commit);
    expect((await readState(id)).effect).toMatchObject({
      state: 'done',
      target: { commit },
    });
    const after = await fetch(
      `${desk.portal.shop.url}/charts/packed-0.1.0.tgz`,
    );
    const unpacked = await promisify(gunzip)(await after.arrayBuffer());
    expect(unpacked).toEqual(await promisify(gunzip)(before));
    expect(unpacked.toString()).not.toContain('written anew');
  });

  it('makes its repository again when that was deleted since', async () => {
    const { operation } = await desk.plan('deleted-since');
    await desk.run('chartroom:service:publish', { operation });
    await desk.portal.gitHosts
      .byUrl({ url: desk.portal.shop.url })
      .deleteRepository(desk.location('deleted-since'));
    // The chart is published: the plan is of the next version, whose files are these.
    const { operation: again } = await desk.plan('deleted-since', {
      operationId: operation.id,
    });
    const { output } = await desk.run('chartroom:service:publish', {
      operation: again,
    });
    await expect(
      desk.openRepository('deleted-since').head({ branch: 'main' }),
    ).resolves.toBe(output.commit);
    expect(await desk.chartIndex()).toContain(
      `deleted-since-${output.chartVersion}.tgz`,
    );
  });

  it('enters its service again when that was taken out since', async () => {
    const before = await desk.platformFiles();
    const { operation } = await desk.propose('taken-out');
    const platform = desk.openRepository('robot-shop');
    await platform.commit({
      branch: 'main',
      base: await platform.head({ branch: 'main' }),
      changes: [...before].map(([file, content]) => ({
        kind: 'write',
        path: file,
        content,
      })),
      message: 'Take it out',
      author: { name: 'Ada', email: 'ada@example.com' },
    });
    const { output } = await desk.run('chartroom:platform:propose', {
      operation,
    });
    expect((await desk.platformFiles()).get('service-matrix.yaml')).toContain(
      'taken-out',
    );
    expect(output.platformChangeUrl).toContain(
      await platform.head({ branch: 'main' }),
    );
  });

  it('is stopped by an undo', async () => {
    const { operation, id } = await desk.propose('overtaken');
    await desk.portal.ledger.beginUndo({ id });
    await expect(
      desk.run('chartroom:catalog:ensure', { operation }),
    ).rejects.toThrow('is being undone');
    await expect(desk.undo(id)).rejects.toThrow('is being undone');
  });
});
