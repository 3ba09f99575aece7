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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { stringify } from 'yaml';
import { objects } from './__fixtures__/objects';
import { TestSink } from './__fixtures__/TestSink';
import { RecordedCluster } from './RecordedCluster';

const directory = createMockDirectory();
const signal = new AbortController().signal;

const recordedAt = '2026-11-20T10:00:00.000Z';
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  ...objects.deployment('cart'),
};

async function start(files: Record<string, string>) {
  directory.setContent({
    'recording.yaml': `recordedAt: ${recordedAt}\n`,
    ...files,
  });
  const cluster = RecordedCluster.create({
    cluster: 'demo',
    directory: directory.path,
  });
  const sink = new TestSink();
  await cluster.start({ sink, signal });
  return { cluster, sink };
}

describe('RecordedCluster', () => {
  it('tells what a collector would tell, labelled as recorded', async () => {
    const { sink } = await start({
      'shop/deployments.yaml': [
        stringify(deployment),
        stringify({
          ...deployment,
          metadata: { name: 'user', namespace: 'shop' },
        }),
      ].join('---\n'),
      'shop/secrets.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'SecretList',
        items: [
          objects.release({ name: 'shop', revision: 1, version: '1.0.0' }),
          objects.release({ name: 'shop', revision: 2, status: 'failed' }),
        ],
      }),
      'shop/pods.json': JSON.stringify([
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'cart-1', namespace: 'shop' },
        },
      ]),
      'README.md': 'not an object',
    });
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart', 'shop/user']);
    expect(sink.keys('pods')).toEqual(['shop/cart-1']);
    expect(sink.lists.get('helm/secrets')?.get('shop/shop')).toMatchObject({
      release: {
        chart: { version: '1.0.0' },
        revision: 2,
        status: 'failed',
        deployedRevision: 1,
      },
    });
    expect(sink.reports).toEqual([
      {
        cluster: 'demo',
        recorded: true,
        state: 'live',
        observedAt: recordedAt,
        sources: [
          { source: 'labels', state: 'live' },
          { source: 'flux', state: 'absent' },
          { source: 'argocd', state: 'absent' },
          { source: 'helm', state: 'live' },
        ],
      },
    ]);
    expect(
      JSON.stringify([...sink.lists.values()].map(it => [...it])),
    ).not.toContain('hunter2');
  });

  it('has the history of its releases', async () => {
    const { cluster } = await start({
      'secrets.json': JSON.stringify([
        objects.release({ name: 'shop', revision: 1, status: 'superseded' }),
        objects.release({ name: 'shop', revision: 2 }),
      ]),
    });
    const release = { namespace: 'shop', release: 'shop' };
    expect(await cluster.listRevisions(release)).toMatchObject([
      { revision: 2, status: 'deployed' },
      { revision: 1, status: 'superseded' },
    ]);
    expect(
      await cluster.readRevision({ ...release, revision: 1 }),
    ).toMatchObject({ revision: 1, body: { notes: 'Enjoy' } });
    await expect(
      cluster.readRevision({ ...release, revision: 3 }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([
    [{ 'recording.yaml': 'recordedAt: soon\n' }, 'must say when'],
    [{ 'a.yaml': 'a: [' }, 'a.yaml is not YAML'],
    [{ 'a.json': '{' }, 'a.json is not JSON'],
    [
      { 'a.yaml': 'a: 1\n' },
      'a.yaml holds something that is no Kubernetes object',
    ],
    [{ 'a.yaml': 'kind: Pod\napiVersion: v1\nmetadata: {}\n' }, 'a.yaml holds'],
  ])('tells what is wrong with %j', async (files, message) => {
    const { sink } = await start(files as unknown as Record<string, string>);
    expect(sink.freshness).toMatchObject({
      state: 'unreachable',
      recorded: true,
      message: expect.stringContaining(message),
    });
  });

  it('says that there is no recording', async () => {
    const sink = new TestSink();
    await RecordedCluster.create({
      cluster: 'demo',
      directory: '/nowhere',
    }).start({ sink, signal });
    expect(sink.freshness?.message).toBe(
      'The recording of cluster demo cannot be read: /nowhere/recording.yaml does not exist, or cannot be read',
    );
  });
});
