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
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { operationDigest } from '@chartroom/backstage-plugin-chartroom-common';
import {
  createGitRepository,
  type GitRepository,
} from '@chartroom/backstage-plugin-chartroom-node';
import { runAction } from './__testUtils__/runAction';
import { startPortal, type Portal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const TEMPLATE = path.resolve(
  __dirname,
  '../../../templates/create-service/template.yaml',
);
const withHelm = process.env.CHARTROOM_HELM ? it : it.skip;

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({
    chartroom: { helm: { binary: process.env.CHARTROOM_HELM ?? 'helm' } },
  });
  // The catalog reads who owns what before anybody can create something for them.
  await waitFor(() => findEntity('group:default/shop'));
});
afterAll(() => portal.close());

let workspacePath: string;
beforeEach(async () => {
  workspacePath = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  portal.permit(AuthorizeResult.ALLOW);
});
afterEach(() => rm(workspacePath, { recursive: true, force: true }));

const requested = (name: string) => ({
  platform: 'robot-shop',
  name,
  description: `Does what ${name} does`,
  owner: 'group:default/shop',
  language: 'node',
  port: 8080,
  dependencies: [{ name: 'redis' }, { name: 'cart' }],
});

function run(
  id: string,
  input: object,
  more: Partial<Parameters<typeof runAction>[0]> = {},
) {
  return runAction({
    portal,
    id,
    input,
    workspacePath,
    templateInfo: {
      entityRef: 'template:default/create-service',
      baseUrl: `file://${TEMPLATE}`,
    },
    ...more,
  });
}

/** Plans a service and writes its files into the workspace. */
async function plan(name: string, more: object = {}) {
  await rm(workspacePath, { recursive: true, force: true });
  await mkdir(workspacePath);
  const { output } = await run('chartroom:operation:plan', {
    ...requested(name),
    ...more,
  });
  return { operation: output.operation, id: output.operationId as string };
}

async function create(name: string, more: object = {}) {
  const { operation, id } = await plan(name, more);
  const published = await run('chartroom:service:publish', { operation });
  const proposed = await run('chartroom:platform:propose', { operation });
  const registered = await run('chartroom:catalog:ensure', { operation });
  return { operation, id, published, proposed, registered };
}

function open(repository: string): GitRepository {
  const host = portal.gitHosts.byUrl({ url: portal.shop.url });
  return createGitRepository({
    cloneUrl: `${portal.shop.url}/shop/${repository}.git`,
    credentials: () => host.gitCredentials(),
    cacheDirectory: path.join(workspacePath, '../reader'),
  });
}

const author = { name: 'Ada', email: 'ada@example.com' };
const platformFiles = async () =>
  (await open('robot-shop').read({ branch: 'main' })).files;
const chartIndex = async () =>
  withoutTime(
    await (await fetch(`${portal.shop.url}/charts/index.yaml`)).text(),
  );
const findRepository = (name: string) => {
  const host = portal.gitHosts.byUrl({ url: portal.shop.url });
  return host.getRepository(host.location({ owner: 'shop', name }));
};
const findEntity = (ref: string) =>
  portal.catalog.getEntityByRef(ref, {
    credentials: mockCredentials.service(),
  });

async function waitFor(ask: () => Promise<unknown>): Promise<void> {
  while (!(await ask())) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('creating a service', () => {
  withHelm(
    'makes its repository, its chart, its place in the platform and its entity',
    async () => {
      const { output: planned, log } = await run(
        'chartroom:operation:plan',
        requested('wishlist'),
      );
      expect(log[0]).toMatch(
        /^Planned wishlist on robot-shop at [0-9a-f]{7}: \d+ files in http.*\/shop\/wishlist, changes to service-matrix.yaml, /,
      );
      expect(planned).toMatchObject({
        entityRef: 'component:default/wishlist',
        repositoryUrl: `${portal.shop.url}/shop/wishlist`,
        changes: expect.arrayContaining(['service-matrix.yaml']),
      });
      expect(await findRepository('wishlist')).toBeUndefined();

      const { operation } = planned;
      await run('chartroom:skeleton:render', {
        url: './skeleton/node',
        targetPath: './service',
        context: planned.context,
      });
      const verified = await run('chartroom:chart:verify', { operation });
      expect(verified.output).toEqual({
        verified: true,
        helmVersion: expect.stringMatching(/^v/),
      });
      const published = await run('chartroom:service:publish', { operation });
      expect(published.output).toEqual({
        repositoryUrl: `${portal.shop.url}/shop/wishlist`,
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
        chartVersion: '0.1.0',
        catalogInfoUrl: `${portal.shop.url}/shop/wishlist/src/branch/main/catalog-info.yaml`,
      });
      expect(published.log).toEqual([
        expect.stringMatching(
          /^Made the repository .*\/shop\/wishlist \(\d+\.\d s\)$/,
        ),
        expect.stringMatching(
          /^Published the chart wishlist 0.1.0 to .* \(\d+\.\d s\)$/,
        ),
      ]);

      const proposed = await run('chartroom:platform:propose', { operation });
      expect(proposed.output.platformChangeUrl).toBe(
        `${portal.shop.url}/shop/robot-shop/commit/${proposed.output.commit}`,
      );
      const registered = await run('chartroom:catalog:ensure', { operation });
      expect(registered.output.entityRef).toBe('component:default/wishlist');

      const service = await open('wishlist').read({ branch: 'main' });
      expect(service.commit).toBe(published.output.commit);
      expect([...service.files.keys()]).toEqual(
        expect.arrayContaining([
          '.chartroom/service.yaml',
          'Dockerfile',
          'catalog-info.yaml',
          'chart/Chart.yaml',
        ]),
      );
      expect(await chartIndex()).toContain('name: wishlist');
      const platform = await platformFiles();
      expect(platform.get('service-matrix.yaml')).toContain('- name: wishlist');
      expect(platform.get('helm/robot-shop/Chart.yaml')).toContain(
        'name: wishlist',
      );

      const entity = await findEntity('component:default/wishlist');
      expect(entity?.relations).toEqual(
        expect.arrayContaining([
          { type: 'dependsOn', targetRef: 'component:default/cart' },
          { type: 'dependsOn', targetRef: 'resource:default/robot-shop-redis' },
          { type: 'partOf', targetRef: 'system:default/robot-shop' },
          { type: 'ownedBy', targetRef: 'group:default/shop' },
        ]),
      );
      const record = await portal.ledger.get({ id: planned.operationId });
      expect(record).toMatchObject({
        state: 'completed',
        createdBy: 'user:default/ada',
        subject: 'wishlist',
      });
      expect(
        record?.effects.map(({ key, state }) => `${key} ${state}`),
      ).toEqual([
        'repository done',
        'chart done',
        'platform-commit done',
        'catalog-location done',
      ]);
    },
  );

  it('again with the same operation id makes nothing new', async () => {
    const first = await create('again-once');
    const heads = async () => [
      await open('again-once').head({ branch: 'main' }),
      await open('robot-shop').head({ branch: 'main' }),
      await chartIndex(),
    ];
    const before = await heads();
    const second = await create('again-once', { operationId: first.id });
    expect(second.published.output).toEqual(first.published.output);
    expect(second.proposed.output).toEqual(first.proposed.output);
    expect(second.registered.output).toEqual(first.registered.output);
    expect(await heads()).toEqual(before);
  });

  it('with a name that another operation has used touches nothing', async () => {
    await create('used-once');
    const before = await platformFiles();
    await expect(plan('used-once')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('"used-once" is taken'),
    });
    expect(await platformFiles()).toEqual(before);
  });

  it('with a name that an unfinished operation holds names that operation', async () => {
    const { operation, id } = await plan('half-done');
    await run('chartroom:service:publish', { operation });
    await expect(plan('half-done')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `operation ${id} of user:default/ada is creating it`,
      ),
    });
  });

  it('keeps its operation id when the task is run again', async () => {
    const checkpoints = new Map();
    const planAt = (targetPath: string, name: string) =>
      run(
        'chartroom:operation:plan',
        { ...requested(name), targetPath },
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
      const { operation } = await plan(name);
      await run('chartroom:service:publish', { operation });
      operations.push(operation);
    }
    await Promise.all(
      operations.map(operation =>
        run('chartroom:platform:propose', { operation }),
      ),
    );
    const matrix = (await platformFiles()).get('service-matrix.yaml');
    names.forEach(name => expect(matrix).toContain(`- name: ${name}\n`));
  });

  it('of one name by two people at once succeeds for one', async () => {
    const one = await plan('contested');
    const files = path.join(workspacePath, 'one');
    await rename(path.join(workspacePath, 'service'), files);
    const other = await run('chartroom:operation:plan', requested('contested'));
    const results = await Promise.allSettled([
      run('chartroom:service:publish', {
        operation: one.operation,
        sourcePath: './one',
      }),
      run('chartroom:service:publish', { operation: other.output.operation }),
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

  it('lists everything that is wrong in one message', async () => {
    await expect(
      run('chartroom:operation:plan', {
        ...requested('Bad Name'),
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

describe('publishing', () => {
  it('refuses an empty workspace', async () => {
    const { operation } = await plan('no-files');
    await rm(path.join(workspacePath, 'service'), { recursive: true });
    await expect(
      run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('There are no files to publish');
    expect(await findRepository('no-files')).toBeUndefined();
  });

  it('refuses the files of another operation', async () => {
    const { operation } = await plan('my-own');
    await plan('not-mine');
    await expect(
      run('chartroom:service:publish', { operation }),
    ).rejects.toThrow(
      `.chartroom/service.yaml is not that of operation ${operation.id}`,
    );
  });

  it('finishes what a process that died has begun', async () => {
    const { operation, id } = await plan('interrupted');
    const host = portal.gitHosts.byUrl({ url: portal.shop.url });
    const location = host.location({ owner: 'shop', name: 'interrupted' });
    await portal.ledger.begin(beginning(operation));
    await portal.ledger.record({
      id,
      effect: {
        key: 'repository',
        state: 'intended',
        target: { kind: 'repository', url: location.webUrl },
      },
    });
    await host.createRepository({
      ...location,
      description: '',
      defaultBranch: 'main',
      private: true,
    });
    const { output } = await run('chartroom:service:publish', { operation });
    expect(await open('interrupted').head({ branch: 'main' })).toBe(
      output.commit,
    );
  });

  it('leaves an empty repository of someone else alone', async () => {
    const { operation, id } = await plan('someone-elses');
    const host = portal.gitHosts.byUrl({ url: portal.shop.url });
    await host.createRepository({
      ...host.location({ owner: 'shop', name: 'someone-elses' }),
      description: '',
      defaultBranch: 'main',
      private: true,
    });
    await expect(
      run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('there is a repository');
    expect(await portal.ledger.get({ id })).toBeUndefined();
    await run('chartroom:operation:undo', { operationId: id });
    expect(await findRepository('someone-elses')).toMatchObject({
      empty: true,
    });
  });

  it('keeps executable files executable, and refuses what is not text', async () => {
    const { operation } = await plan('with-script');
    const service = path.join(workspacePath, 'service');
    await writeFile(path.join(service, 'run.sh'), '#!/bin/sh\n', {
      mode: 0o755,
    });
    await writeFile(path.join(service, 'logo.png'), Buffer.from([0xff, 0xfe]));
    await expect(
      run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('logo.png is not text in UTF-8');
    await rm(path.join(service, 'logo.png'));
    const { output } = await run('chartroom:service:publish', { operation });
    const clone = path.join(workspacePath, 'clone');
    await promisify(execFile)('git', ['clone', output.repositoryUrl, clone]);
    const { mode } = await stat(path.join(clone, 'run.sh'));
    expect(mode % 2).toBe(1);
  });

  it('must come before the service is entered in its platform', async () => {
    const { operation } = await plan('too-early');
    await expect(
      run('chartroom:platform:propose', { operation }),
    ).rejects.toThrow('publish the service before it is entered');
  });
});

describe('undoing', () => {
  it('takes back what was made, and the same operation can be carried out after it', async () => {
    const { operation, id } = await plan('regretted');
    const before = await platformFiles();
    await run('chartroom:service:publish', { operation });
    await run('chartroom:platform:propose', { operation });
    expect(await platformFiles()).not.toEqual(before);

    const { output, log } = await run('chartroom:operation:undo', {
      operationId: id,
    });
    expect(output.left).toEqual([]);
    expect(output.undone).toEqual([
      expect.stringContaining('was taken out by commit'),
      expect.stringContaining('the chart regretted 0.1.0'),
      expect.stringContaining('/shop/regretted was deleted'),
    ]);
    expect(log).toHaveLength(4);
    expect(await findRepository('regretted')).toBeUndefined();
    expect(await chartIndex()).not.toContain('regretted');
    const after = await platformFiles();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [file, content] of after) {
      expect(withoutTime(content)).toBe(withoutTime(before.get(file)!));
    }
    expect(await portal.ledger.get({ id })).toMatchObject({ state: 'undone' });

    const again = await run('chartroom:operation:undo', { operationId: id });
    expect(again.output).toEqual({ undone: [], left: [] });

    const { registered } = await create('regretted', { operationId: id });
    expect(registered.output.entityRef).toBe('component:default/regretted');
    expect(await portal.ledger.get({ id })).toMatchObject({
      state: 'completed',
    });
  });

  it('keeps what others have entered since', async () => {
    const { operation, id } = await plan('one-of-two');
    await run('chartroom:service:publish', { operation });
    await run('chartroom:platform:propose', { operation });
    await create('two-of-two');

    const { output } = await run('chartroom:operation:undo', {
      operationId: id,
    });
    expect(output.left).toEqual([]);
    const matrix = (await platformFiles()).get('service-matrix.yaml');
    expect(matrix).not.toContain('one-of-two');
    expect(matrix).toContain('two-of-two');
  });

  it('keeps everything when the entry in the platform was changed since', async () => {
    const { operation, id } = await plan('edited-since');
    await run('chartroom:service:publish', { operation });
    await run('chartroom:platform:propose', { operation });
    const repository = open('robot-shop');
    const { commit, files } = await repository.read({ branch: 'main' });
    const valuesFile = 'helm/robot-shop/values.yaml';
    await repository.commit({
      branch: 'main',
      base: commit,
      changes: [
        {
          kind: 'write',
          path: valuesFile,
          content: files
            .get(valuesFile)!
            .replace('edited-since:\n', 'edited-since:\n  replicas: 2\n'),
        },
      ],
      message: 'Two replicas',
      author,
    });

    const { output } = await run('chartroom:operation:undo', {
      operationId: id,
    });
    expect(output.undone).toEqual([]);
    expect(output.left).toEqual([
      expect.stringContaining(
        `is not as the operation wrote it any more (${valuesFile})`,
      ),
      expect.stringContaining('the platform still lists edited-since'),
      expect.stringContaining('the platform still lists edited-since'),
    ]);
    expect(await findRepository('edited-since')).toMatchObject({
      archived: false,
    });
    expect(await portal.ledger.get({ id })).toMatchObject({ state: 'failed' });
  });

  it('archives a repository that people have worked in', async () => {
    const { operation, id } = await plan('worked-in');
    await run('chartroom:service:publish', { operation });
    const repository = open('worked-in');
    await repository.commit({
      branch: 'main',
      base: await repository.head({ branch: 'main' }),
      changes: [{ kind: 'write', path: 'NOTES.md', content: 'Mine\n' }],
      message: 'Notes',
      author,
    });
    const { output } = await run('chartroom:operation:undo', {
      operationId: id,
    });
    expect(output.left).toEqual([expect.stringContaining('was archived')]);
    expect(await findRepository('worked-in')).toMatchObject({ archived: true });
  });

  it('does nothing to an operation that came to its end, and nothing for one that never began', async () => {
    const { id } = await create('finished');
    const { log } = await run('chartroom:operation:undo', { operationId: id });
    expect(log[0]).toContain('has come to its end');
    expect(await findRepository('finished')).toBeDefined();
    const never = await run('chartroom:operation:undo', {
      operationId: 'never-begun-1',
    });
    expect(never.log[0]).toContain('has begun nothing');
  });

  it('takes the location out of the catalog', async () => {
    const { operation, id } = await plan('unregistered');
    await run('chartroom:service:publish', { operation });
    await run('chartroom:platform:propose', { operation });
    const { output } = await run('chartroom:catalog:ensure', { operation });
    // As if the process had died before it could write that the operation is complete.
    await portal.ledger.finish({ id, state: 'failed' });
    const undone = await run('chartroom:operation:undo', { operationId: id });
    expect(undone.output.left).toEqual([]);
    await expect(
      portal.catalog.getLocationById(output.locationId, {
        credentials: mockCredentials.service(),
      }),
    ).resolves.toBeUndefined();
    expect(await findRepository('unregistered')).toBeUndefined();
  });
});

describe('a dry run', () => {
  it('asks everything, makes nothing, and gives outputs to the steps that follow', async () => {
    const before = await platformFiles();
    const { operation, id } = await plan('dry-dock');
    const dry = { isDryRun: true };
    const published = await run(
      'chartroom:service:publish',
      { operation },
      dry,
    );
    const proposed = await run(
      'chartroom:platform:propose',
      { operation },
      dry,
    );
    const registered = await run(
      'chartroom:catalog:ensure',
      { operation },
      dry,
    );
    await run('chartroom:operation:undo', { operationId: id }, dry);
    expect(published.output.repositoryUrl).toBe(
      `${portal.shop.url}/shop/dry-dock`,
    );
    expect(proposed.output.platformChangeUrl).toBe(
      `${portal.shop.url}/shop/robot-shop`,
    );
    expect(registered.output.entityRef).toBe('component:default/dry-dock');
    expect(await findRepository('dry-dock')).toBeUndefined();
    expect(await platformFiles()).toEqual(before);
    expect(await portal.ledger.get({ id })).toBeUndefined();
  });
});

describe('someone who may not create services', () => {
  it('is refused by every action with effects', async () => {
    const { operation, id } = await plan('forbidden');
    await run('chartroom:service:publish', { operation });
    portal.permit(AuthorizeResult.DENY);
    const refused = {
      name: 'NotAllowedError',
      message: expect.stringContaining('chartroom.service.create'),
    };
    for (const [action, input] of [
      ['chartroom:operation:plan', requested('forbidden')],
      ['chartroom:service:publish', { operation }],
      ['chartroom:platform:propose', { operation }],
      ['chartroom:catalog:ensure', { operation }],
      ['chartroom:operation:undo', { operationId: id }],
    ] as const) {
      await expect(run(action, input)).rejects.toMatchObject(refused);
    }
  });
});

/** What the ledger is told when the first effect of an operation is near. */
function beginning(operation: any) {
  return {
    id: operation.id,
    kind: operation.kind,
    platform: operation.platform,
    subject: operation.service.name,
    digest: operationDigest({ operation }),
    createdBy: 'user:default/ada',
  };
}

function withoutTime(content: string): string {
  return content.replace(/^generated: .*$/m, '');
}
