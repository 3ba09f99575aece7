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

import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Desk } from './__testUtils__/Desk';

jest.setTimeout(120_000);

const withHelm = process.env.CHARTROOM_HELM ? describe : describe.skip;
const desk = Desk.open();

withHelm('creating a service, verified with Helm', () => {
  it('makes its repository, its chart, its place in the platform and its entity', async () => {
    const { output: planned, log } = await desk.run(
      'chartroom:operation:plan',
      desk.requested('wishlist'),
    );
    expect(log[0]).toMatch(
      /^Planned wishlist on robot-shop at [0-9a-f]{7}: \d+ files in http.*\/shop\/wishlist, changes to service-matrix.yaml, /,
    );
    expect(planned).toMatchObject({
      entityRef: 'component:default/wishlist',
      repositoryUrl: `${desk.portal.shop.url}/shop/wishlist`,
      changes: expect.arrayContaining(['service-matrix.yaml']),
    });
    expect(await desk.findRepository('wishlist')).toBeUndefined();

    const { operation } = planned;
    await desk.run('chartroom:skeleton:render', {
      url: './skeleton/node',
      targetPath: './service',
      context: planned.context,
    });
    const verified = await desk.run('chartroom:chart:verify', { operation });
    expect(verified.output).toEqual({
      verified: true,
      helmVersion: expect.stringMatching(/^v/),
    });
    const published = await desk.run('chartroom:service:publish', {
      operation,
    });
    expect(published.output).toEqual({
      repositoryUrl: `${desk.portal.shop.url}/shop/wishlist`,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      chartVersion: '0.1.0',
      catalogInfoUrl: `${desk.portal.shop.url}/shop/wishlist/src/branch/main/catalog-info.yaml`,
    });
    expect(published.log).toEqual([
      expect.stringMatching(
        /^Made the repository .*\/shop\/wishlist \(\d+\.\d s\)$/,
      ),
      expect.stringMatching(
        /^Published the chart wishlist 0.1.0 to .* \(\d+\.\d s\)$/,
      ),
    ]);

    const proposed = await desk.run('chartroom:platform:propose', {
      operation,
    });
    expect(proposed.output.platformChangeUrl).toBe(
      `${desk.portal.shop.url}/shop/robot-shop/commit/${proposed.output.commit}`,
    );
    const registered = await desk.run('chartroom:catalog:ensure', {
      operation,
    });
    expect(registered.output.entityRef).toBe('component:default/wishlist');

    const service = await desk
      .openRepository('wishlist')
      .read({ branch: 'main' });
    expect(service.commit).toBe(published.output.commit);
    expect([...service.files.keys()]).toEqual(
      expect.arrayContaining([
        '.chartroom/service.yaml',
        'Dockerfile',
        'catalog-info.yaml',
        'chart/Chart.yaml',
      ]),
    );
    expect(await desk.chartIndex()).toContain('name: wishlist');
    const platform = await desk.platformFiles();
    expect(platform.get('service-matrix.yaml')).toContain('- name: wishlist');
    expect(platform.get('helm/robot-shop/Chart.yaml')).toContain(
      'name: wishlist',
    );

    const entity = await desk.findEntity('component:default/wishlist');
    expect(entity?.relations).toEqual(
      expect.arrayContaining([
        { type: 'dependsOn', targetRef: 'component:default/cart' },
        { type: 'dependsOn', targetRef: 'resource:default/robot-shop-redis' },
        { type: 'partOf', targetRef: 'system:default/robot-shop' },
        { type: 'ownedBy', targetRef: 'group:default/shop' },
      ]),
    );
    const record = await desk.portal.ledger.get({ id: planned.operationId });
    expect(record).toMatchObject({
      state: 'completed',
      createdBy: 'user:default/ada',
      subject: 'wishlist',
    });
    expect(record?.effects.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'repository done',
      'chart done',
      'platform-commit done',
      'catalog-location done',
    ]);
  });
});

describe('creating a service', () => {
  it('again with the same operation id makes nothing new', async () => {
    const first = await desk.create('again-once');
    const heads = async () => [
      await desk.openRepository('again-once').head({ branch: 'main' }),
      await desk.openRepository('robot-shop').head({ branch: 'main' }),
      await desk.chartIndex(),
    ];
    const before = await heads();
    const second = await desk.create('again-once', { operationId: first.id });
    expect(second.published.output).toEqual(first.published.output);
    expect(second.proposed.output).toEqual(first.proposed.output);
    expect(second.registered.output).toEqual(first.registered.output);
    expect(await heads()).toEqual(before);
  });

  it('with a name that another operation has used touches nothing', async () => {
    await desk.create('used-once');
    const before = await desk.platformFiles();
    await expect(desk.plan('used-once')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('"used-once" is taken'),
    });
    expect(await desk.platformFiles()).toEqual(before);
  });

  it('with a name that an unfinished operation holds names that operation', async () => {
    const { operation, id } = await desk.plan('half-done');
    await desk.run('chartroom:service:publish', { operation });
    await expect(desk.plan('half-done')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `operation ${id} of user:default/ada is creating it`,
      ),
    });
  });

  it('keeps its operation id when the task is run again', async () => {
    const checkpoints = new Map();
    const planAt = (targetPath: string, name: string) =>
      desk.run(
        'chartroom:operation:plan',
        { ...desk.requested(name), targetPath },
        { checkpoints },
      );
    const first = await planAt('./first', 'same-task');
    const second = await planAt('./second', 'same-task');
    const other = await planAt('./other', 'other-name');
    expect(second.output.operationId).toBe(first.output.operationId);
    expect(other.output.operationId).not.toBe(first.output.operationId);
    expect([...checkpoints.keys()]).toEqual([
      'operation.robot-shop.same-task',
      'operation.robot-shop.other-name',
    ]);
  });

  it('by two people at once succeeds for both', async () => {
    const names = ['left-hand', 'right-hand', 'third-hand'];
    const operations = [];
    for (const name of names) {
      const { operation } = await desk.plan(name);
      await desk.run('chartroom:service:publish', { operation });
      operations.push(operation);
    }
    await Promise.all(
      operations.map(operation =>
        desk.run('chartroom:platform:propose', { operation }),
      ),
    );
    const matrix = (await desk.platformFiles()).get('service-matrix.yaml');
    names.forEach(name => expect(matrix).toContain(`- name: ${name}\n`));
  });

  it('of one name by two people at once succeeds for one', async () => {
    const one = await desk.plan('contested');
    const files = path.join(desk.workspacePath, 'one');
    await rename(path.join(desk.workspacePath, 'service'), files);
    const other = await desk.run(
      'chartroom:operation:plan',
      desk.requested('contested'),
    );
    const results = await Promise.allSettled([
      desk.run('chartroom:service:publish', {
        operation: one.operation,
        sourcePath: './one',
      }),
      desk.run('chartroom:service:publish', {
        operation: other.output.operation,
      }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const rejected = results.find(
      ({ status }) => status === 'rejected',
    ) as PromiseRejectedResult;
    expect(rejected.reason.name).toBe('ConflictError');
  });

  it('with the id of an operation that was begun with other values outputs nothing that could be undone', async () => {
    const { id } = await desk.propose('somebodys');
    for (const other of [
      desk.requested('another-name'),
      { ...desk.requested('somebodys'), port: 9000 },
    ]) {
      const output = {};
      await expect(
        desk.run(
          'chartroom:operation:plan',
          { ...other, operationId: id },
          { output },
        ),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          `Operation ${id} was begun with another request, for "somebodys"`,
        ),
      });
      expect(output).toEqual({});
    }
    expect(await desk.findRepository('somebodys')).toBeDefined();
  });

  it('again says what is there when it cannot be planned any more', async () => {
    const { id } = await desk.propose('stuck-again');
    const matrix = (await desk.platformFiles()).get('service-matrix.yaml')!;
    await desk.commit('robot-shop', 'service-matrix.yaml', 'services: nothing');
    const output: Record<string, any> = {};
    const log: string[] = [];
    await expect(
      desk.run(
        'chartroom:operation:plan',
        { ...desk.requested('stuck-again'), operationId: id },
        { output, log },
      ),
    ).rejects.toThrow();
    await desk.commit('robot-shop', 'service-matrix.yaml', matrix);
    expect(Object.keys(output)).toEqual(['operation', 'operationId']);
    expect(log.at(-1)).toMatch(
      new RegExp(
        `^Operation ${id} stops here and has made: the repository .*/shop/stuck-again, the chart stuck-again 0.1.0 in .*, the entry in `,
      ),
    );
  });

  it('again replaces the files that an earlier run of it has left, and those of no other', async () => {
    const { id } = await desk.plan('stale-files');
    const stale = path.join(desk.workspacePath, 'service', 'README.md');
    const old = path.join(desk.workspacePath, 'service', 'old.txt');
    await writeFile(stale, 'half a fi');
    await writeFile(old, 'of an older skeleton');
    await expect(
      desk.run('chartroom:operation:plan', desk.requested('stale-files')),
    ).rejects.toThrow('is in the workspace already, with another content');
    expect(existsSync(old)).toBe(true);
    await desk.run('chartroom:operation:plan', {
      ...desk.requested('stale-files'),
      operationId: id,
    });
    expect(existsSync(old)).toBe(false);
  });

  it('says what is there when its task is cancelled', async () => {
    const { operation, id } = await desk.plan('called-off');
    await desk.run('chartroom:service:publish', { operation });
    for (const action of [
      'chartroom:service:publish',
      'chartroom:platform:propose',
      'chartroom:catalog:ensure',
    ]) {
      const log: string[] = [];
      await desk
        .run(action, { operation }, { log, signal: AbortSignal.abort() })
        .catch(error => error);
      expect(log.at(-1)).toContain(
        `Operation ${id} stops here and has made: the repository ${
          desk.location('called-off').webUrl
        }, the chart called-off 0.1.0 in `,
      );
      expect(log.at(-1)).toContain('with this operation id; to undo it');
    }
  });

  it('lists everything that is wrong in one message', async () => {
    await expect(
      desk.run('chartroom:operation:plan', {
        ...desk.requested('Bad Name'),
        owner: 'group:default/nobody',
        port: 22,
        language: 'cobol',
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /"Bad Name" cannot be the name.*The owner "group:default\/nobody" is not in the catalog.*"cobol" is no language.*Port 22 is below 1024/s,
      ),
    });
  });
});

describe('a dry run', () => {
  it('asks everything, makes nothing, and gives outputs to the steps that follow', async () => {
    const before = await desk.platformFiles();
    const { operation, id } = await desk.plan('dry-dock');
    const dry = { isDryRun: true };
    const published = await desk.run(
      'chartroom:service:publish',
      { operation },
      dry,
    );
    const proposed = await desk.run(
      'chartroom:platform:propose',
      { operation },
      dry,
    );
    const registered = await desk.run(
      'chartroom:catalog:ensure',
      { operation },
      dry,
    );
    await desk.run('chartroom:operation:undo', { operationId: id }, dry);
    expect(published.output.repositoryUrl).toBe(
      `${desk.portal.shop.url}/shop/dry-dock`,
    );
    expect(proposed.output.platformChangeUrl).toBe(
      `${desk.portal.shop.url}/shop/robot-shop`,
    );
    expect(registered.output.entityRef).toBe('component:default/dry-dock');
    expect(await desk.findRepository('dry-dock')).toBeUndefined();
    expect(await desk.platformFiles()).toEqual(before);
    expect(await desk.portal.ledger.get({ id })).toBeUndefined();
  });
});

describe('someone who may not create services', () => {
  it('is refused by every action with effects', async () => {
    const { operation, id } = await desk.plan('forbidden');
    await desk.run('chartroom:service:publish', { operation });
    desk.portal.permit(AuthorizeResult.DENY);
    const refused = {
      name: 'NotAllowedError',
      message: expect.stringContaining('chartroom.service.create'),
    };
    for (const [action, input] of [
      ['chartroom:operation:plan', desk.requested('forbidden')],
      ['chartroom:chart:verify', { operation }],
      ['chartroom:service:publish', { operation }],
      ['chartroom:platform:propose', { operation }],
      ['chartroom:catalog:ensure', { operation }],
      ['chartroom:operation:undo', { operationId: id }],
    ] as const) {
      await expect(desk.run(action, input)).rejects.toMatchObject(refused);
    }
  });
});
