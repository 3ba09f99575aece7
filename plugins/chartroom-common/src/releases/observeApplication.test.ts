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

import { observeApplication } from './observeApplication';

const commit = 'a'.repeat(40);
const object = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop-dev', namespace: 'argocd' },
  spec: {
    source: {
      repoURL: 'https://git.example.com/shop.git',
      path: 'helm/robot-shop',
      targetRevision: 'main',
    },
    destination: {
      server: 'https://kubernetes.default.svc',
      namespace: 'shop',
    },
  },
  status: {
    sync: { status: 'Synced', revision: commit },
    health: { status: 'Degraded', message: 'pod x' },
    operationState: {
      phase: 'Succeeded',
      message: 'successfully synced',
      finishedAt: '2026-11-21T10:00:05Z',
    },
    history: [
      { id: 0, revision: 'b'.repeat(40), deployedAt: '2026-11-20T10:00:00Z' },
      { id: 1, revision: commit, deployedAt: '2026-11-21T10:00:00Z' },
    ],
  },
};

describe('observeApplication', () => {
  it('tells the commit that was synced last', () => {
    expect(observeApplication(object)).toEqual([
      {
        source: 'argocd',
        name: 'shop-dev',
        namespace: 'shop',
        subcharts: [],
        description: 'successfully synced',
        updatedAt: '2026-11-21T10:00:00Z',
        commit,
        health: { status: 'Degraded', message: 'pod x' },
        toldBy: 'Application argocd/shop-dev',
      },
    ]);
  });

  it('tells the version of a chart, and the name that its release has', () => {
    const source = {
      repoURL: 'charts.example.com',
      chart: 'robot-shop',
      targetRevision: '1.x',
      helm: { releaseName: 'shop' },
    };
    const history = [
      { revision: '1.2.0', source, deployedAt: '2026-11-21T10:00:00Z' },
    ];
    expect(
      observeApplication({
        ...object,
        spec: { ...object.spec, source },
        status: { ...object.status, history },
      }),
    ).toMatchObject([
      {
        name: 'shop',
        chart: { name: 'robot-shop', version: '1.2.0' },
        commit: undefined,
      },
    ]);
  });

  it('does not take what it is compared with for what is deployed', () => {
    const source = {
      repoURL: 'charts.example.com',
      chart: 'robot-shop',
      targetRevision: '1.3.0',
    };
    const spec = { ...object.spec, source };
    const sync = { status: 'OutOfSync', revision: '1.3.0' };
    const history = [{ revision: '1.2.0', source }];
    const version = (status: unknown) =>
      observeApplication({ ...object, spec, status })[0].chart?.version;
    expect(version({ sync, history })).toBe('1.2.0');
    expect(version({ sync })).toBeUndefined();
    expect(version({ sync: { ...sync, status: 'Synced' } })).toBe('1.3.0');
  });

  it.each([
    ['Failed', 'OutOfSync', 'SyncFailed'],
    ['Error', 'Unknown', 'SyncFailed'],
    ['Failed', 'Synced', 'Degraded'],
    ['Running', 'OutOfSync', 'Degraded'],
  ])('tells that a sync has failed: %s, and it is %s', (phase, sync, is) => {
    const [{ health }] = observeApplication({
      ...object,
      status: {
        ...object.status,
        sync: { status: sync },
        operationState: { phase, message: 'objects failed to apply' },
      },
    });
    expect(health).toEqual({
      status: is,
      message: is === 'SyncFailed' ? 'objects failed to apply' : 'pod x',
    });
  });

  it('tells each of several sources, but for one that lends its values', () => {
    const sources = [
      {
        repoURL: 'charts.example.com',
        chart: 'robot-shop',
        targetRevision: '1.x',
      },
      { repoURL: 'https://git.example.com/shop.git', ref: 'values' },
      { repoURL: 'https://git.example.com/shop.git', path: 'extra' },
    ];
    const { destination } = object.spec;
    const status = {
      history: [{ revisions: ['1.2.0', commit, commit], sources }],
    };
    const found = observeApplication({
      ...object,
      spec: { sources, destination },
      status,
    });
    expect(found.map(({ chart, commit: of }) => [chart?.version, of])).toEqual([
      ['1.2.0', undefined],
      [undefined, commit],
    ]);
  });

  it.each([
    [{ namespace: 'shop', name: 'in-cluster' }, undefined],
    [
      { namespace: 'shop', name: 'eu-1' },
      { name: 'eu-1', server: undefined },
    ],
    [
      { namespace: 'shop', server: 'https://eu.example.com' },
      { name: undefined, server: 'https://eu.example.com' },
    ],
  ])('tells the cluster of %j', (destination, expected) => {
    const [release] = observeApplication({
      ...object,
      spec: { ...object.spec, destination },
    });
    expect(release.destination).toEqual(expected);
  });

  it.each([
    undefined,
    'x',
    { ...object, kind: 'AppProject' },
    { ...object, spec: {} },
  ])('is empty for another object', other => {
    expect(observeApplication(other)).toEqual([]);
  });
});
