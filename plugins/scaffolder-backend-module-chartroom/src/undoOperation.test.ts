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

import { mockCredentials } from '@backstage/backend-test-utils';
import { Desk, withoutTime } from './__testUtils__/Desk';

jest.setTimeout(120_000);

const desk = Desk.open();

describe('undoing', () => {
  it('takes back what was made, and the same operation can be carried out after it', async () => {
    const before = await desk.platformFiles();
    const { id } = await desk.propose('regretted');
    expect(await desk.platformFiles()).not.toEqual(before);

    const { output, log } = await desk.undo(id);
    expect(output.left).toEqual([]);
    expect(output.undone).toEqual([
      expect.stringContaining('was taken out by commit'),
      expect.stringContaining('the chart regretted 0.1.0'),
      expect.stringContaining('/shop/regretted was deleted'),
    ]);
    expect(log).toHaveLength(4);
    expect(await desk.findRepository('regretted')).toBeUndefined();
    expect(await desk.chartIndex()).not.toContain('regretted');
    const after = await desk.platformFiles();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [file, content] of after) {
      expect(withoutTime(content)).toBe(withoutTime(before.get(file)!));
    }
    expect(await desk.portal.ledger.get({ id })).toMatchObject({
      state: 'undone',
    });

    expect(log.at(-1)).toBe(`Nothing is left of operation ${id}`);

    const again = await desk.undo(id);
    expect(again.output).toEqual({ undone: [], left: [] });

    const { registered } = await desk.create('regretted', { operationId: id });
    expect(registered.output.entityRef).toBe('component:default/regretted');
    expect(await desk.portal.ledger.get({ id })).toMatchObject({
      state: 'completed',
    });
  });

  it('keeps what others have entered since', async () => {
    const { id } = await desk.propose('one-of-two');
    await desk.create('two-of-two');

    const { output } = await desk.undo(id);
    expect(output.left).toEqual([]);
    const matrix = (await desk.platformFiles()).get('service-matrix.yaml');
    expect(matrix).not.toContain('one-of-two');
    expect(matrix).toContain('two-of-two');
  });

  it('keeps everything when the entry in the platform was changed since', async () => {
    const { id } = await desk.propose('edited-since');
    const valuesFile = 'helm/robot-shop/values.yaml';
    const values = (await desk.platformFiles()).get(valuesFile)!;
    await desk.commit(
      'robot-shop',
      valuesFile,
      values.replace('edited-since:\n', 'edited-since:\n  replicas: 2\n'),
    );

    const { output } = await desk.undo(id);
    expect(output.undone).toEqual([]);
    expect(output.left).toEqual([
      expect.stringContaining(
        `is not as the operation wrote it any more (${valuesFile})`,
      ),
      expect.stringContaining('the platform still lists edited-since'),
      expect.stringContaining('the platform still lists edited-since'),
    ]);
    expect(await desk.findRepository('edited-since')).toMatchObject({
      archived: false,
    });
    expect(await desk.portal.ledger.get({ id })).toMatchObject({
      state: 'failed',
    });
  });

  it('archives a repository that people have worked in', async () => {
    const { operation, id } = await desk.plan('worked-in');
    await desk.run('chartroom:service:publish', { operation });
    await desk.commit('worked-in', 'NOTES.md', 'Mine\n');
    const { output, log } = await desk.undo(id);
    expect(output.left).toEqual([expect.stringContaining('was archived')]);
    expect(log.at(-1)).toMatch(
      new RegExp(`^What is left of operation ${id}: .*was archived`),
    );
    expect(await desk.findRepository('worked-in')).toMatchObject({
      archived: true,
    });
  });

  it('does nothing to an operation that came to its end, and nothing for one that never began', async () => {
    const { id } = await desk.create('finished');
    const { log } = await desk.undo(id);
    expect(log.at(-1)).toContain(
      'has come to its end; nothing of it is undone',
    );
    expect(await desk.findRepository('finished')).toBeDefined();
    const never = await desk.undo('never-begun-1');
    expect(never.log.at(-1)).toContain('has begun nothing');
  });

  it('undoes nothing of an operation that was begun with another request', async () => {
    const { operation, id } = await desk.propose('not-yours');
    const before = await desk.platformFiles();
    const { output, log } = await desk.run('chartroom:operation:undo', {
      operationId: id,
      operation: {
        ...operation,
        service: { ...operation.service, port: 9000 },
      },
    });
    expect(output).toEqual({ undone: [], left: [] });
    expect(log).toEqual([
      `Operation ${id} was begun with another request; nothing of it is undone`,
    ]);
    expect(await desk.findRepository('not-yours')).toBeDefined();
    expect(await desk.platformFiles()).toEqual(before);

    const own = await desk.run('chartroom:operation:undo', {
      operationId: id,
      operation,
    });
    expect(own.output.undone).toHaveLength(3);
  });

  it('takes the location out of the catalog', async () => {
    const { operation, id } = await desk.propose('unregistered');
    const { output } = await desk.run('chartroom:catalog:ensure', {
      operation,
    });
    // As if the process had died before it could write that the operation is complete.
    await desk.portal.ledger.finish({ id, state: 'failed' });
    const undone = await desk.undo(id);
    expect(undone.output.left).toEqual([]);
    await expect(
      desk.portal.catalog.getLocationById(output.locationId, {
        credentials: mockCredentials.service(),
      }),
    ).resolves.toBeUndefined();
    expect(await desk.findRepository('unregistered')).toBeUndefined();
  });
});
