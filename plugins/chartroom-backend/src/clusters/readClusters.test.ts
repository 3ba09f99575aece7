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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readClusters } from './readClusters';

function read(chartroom: object, kubernetes: object = {}) {
  const logger = mockServices.logger.mock();
  const clusters = readClusters({
    config: new ConfigReader(
      JSON.parse(JSON.stringify({ chartroom, kubernetes })),
    ),
    logger,
  });
  return { clusters, logger };
}

const kubernetes = {
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [
        {
          name: 'eu-1',
          url: 'https://eu-1.example.com',
          authProvider: 'serviceAccount',
          serviceAccountToken: 'hunter2',
          caData: 'Y2E=',
          dashboardUrl: 'https://example.com',
        },
        {
          name: 'aws',
          url: 'https://aws.example.com',
          authProvider: 'aws',
          assumeRole: 'arn:aws:iam::1:role/r',
          authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'id' },
        },
      ],
    },
    { type: 'catalog' },
    { type: 'localKubectlProxy' },
  ],
};

describe('readClusters', () => {
  it('takes every cluster of the kubernetes plugin where none is named', () => {
    const { clusters, logger } = read({}, kubernetes);
    expect(clusters).toEqual([
      {
        name: 'eu-1',
        access: {
          type: 'address',
          url: 'https://eu-1.example.com',
          caData: 'Y2E=',
          skipTLSVerify: false,
          credentials: { type: 'token', token: 'hunter2' },
        },
      },
      expect.objectContaining({
        name: 'aws',
        access: expect.objectContaining({
          credentials: {
            type: 'strategy',
            authProvider: 'aws',
            authMetadata: {
              'kubernetes.io/auth-provider': 'aws',
              'kubernetes.io/aws-assume-role': 'arn:aws:iam::1:role/r',
              'kubernetes.io/x-k8s-aws-id': 'id',
            },
          },
        }),
      }),
      expect.objectContaining({ name: 'local' }),
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("finds by 'catalog' are not observed"),
    );
  });

  it('takes none where there is no configuration', () => {
    expect(read({}).clusters).toEqual([]);
    expect(read({ clusters: [] }, kubernetes).clusters).toEqual([]);
  });

  it('reads every way to name a cluster', () => {
    const { clusters } = read(
      {
        clusters: [
          { name: 'eu-1', namespaces: ['shop'], helm: true },
          {
            name: 'local',
            kubeconfig: { path: '/k/config', context: 'kind' },
            helm: { namespaces: ['shop'] },
          },
          { name: 'here', inCluster: true },
          { name: 'demo', recording: '/r' },
          { name: 'x', url: 'https://x', token: 'hunter2', caFile: '/ca' },
        ],
      },
      kubernetes,
    );
    expect(clusters).toMatchObject([
      {
        name: 'eu-1',
        namespaces: ['shop'],
        helm: {},
        access: { url: 'https://eu-1.example.com' },
      },
      {
        helm: { namespaces: ['shop'] },
        access: { type: 'kubeconfig', path: '/k/config', context: 'kind' },
      },
      { access: { type: 'inCluster' } },
      { access: { type: 'recording', directory: '/r' } },
      {
        access: {
          url: 'https://x',
          caFile: '/ca',
          credentials: { type: 'token', token: 'hunter2' },
        },
      },
    ]);
    expect(clusters[2]).toMatchObject({ helm: undefined });
  });

  it.each([
    [
      [{ name: 'a' }],
      "the kubernetes plugin's configuration has no cluster 'a'",
    ],
    [
      [
        { name: 'a', inCluster: true },
        { name: 'a', inCluster: true },
      ],
      "it names the cluster 'a' twice",
    ],
    [[{ inCluster: true }], 'chartroom.clusters[0].name is wrong'],
    [[{ name: 'a', inCluster: true, namespaces: [] }], 'leave it out'],
    [
      [{ name: 'a', inCluster: true, namespaces: ['A b'] }],
      'chartroom.clusters[0].namespaces[0] is wrong: must be the name of a namespace',
    ],
    [
      [{ name: 'a', url: 'https://a', kubeconfig: { path: 'b' } }],
      'chartroom.clusters[0] is wrong: unrecognized key',
    ],
    [
      [{ name: 'a', url: 'https://a', token: 'hunter2', tokenFile: 'f' }],
      'both token and tokenFile',
    ],
    [
      [{ name: 'a', url: 'https://a', token: { secret: 'hunter2' } }],
      'chartroom.clusters[0].token is wrong',
    ],
    [
      [
        {
          name: 'a',
          inCluster: true,
          namespaces: ['shop'],
          helm: { namespaces: ['other'] },
        },
      ],
      "chartroom.clusters[0].helm is wrong: the namespace 'other'",
    ],
    ['text', 'chartroom.clusters is wrong'],
  ])('refuses %j', (clusters, message) => {
    expect(() => read({ clusters })).toThrow(message);
    expect(() => read({ clusters })).not.toThrow('hunter2');
  });
});
