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

import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { serveKubernetes } from '../kubernetes/__fixtures__/serveKubernetes';
import { objects } from './__fixtures__/objects';
import { TestSink } from './__fixtures__/TestSink';
import { waitUntil } from './__fixtures__/waitUntil';
import { createObservationSources } from './createObservationSources';
import { ReleaseHistory } from './ReleaseHistory';

const directory = createMockDirectory();
const logger = mockServices.logger.mock();

describe('createObservationSources', () => {
  it('observes every cluster of the configuration, whatever the others do', async () => {
    const server = await serveKubernetes();
    server.put('/secrets', objects.release({ name: 'cart', revision: 1 }));
    server.put('apps/deployments', objects.deployment('cart'));
    directory.setContent({
      'recording.yaml': 'recordedAt: 2026-11-20T10:00:00Z\n',
    });
    const sources = createObservationSources({
      config: new ConfigReader({
        chartroom: {
          clusters: [
            { name: 'eu-1', url: server.url, token: 'hunter2', helm: true },
            { name: 'lost', kubeconfig: { path: '/nowhere' } },
            { name: 'person' },
            { name: 'demo', recording: directory.path },
          ],
        },
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'person',
                  url: 'https://k8s.example.com',
                  authProvider: 'google',
                },
              ],
            },
          ],
        },
      }),
      logger,
    });
    expect(sources.map(({ cluster }) => cluster)).toEqual([
      'eu-1',
      'lost',
      'person',
      'demo',
    ]);
    const stop = new AbortController();
    try {
      const sinks = sources.map(() => new TestSink());
      for (const [index, source] of sources.entries()) {
        await source.start({ sink: sinks[index], signal: stop.signal });
      }
      await waitUntil(() => sinks[0].freshness?.state === 'live');
      await waitUntil(() => sinks[1].freshness?.state === 'unreachable');
      await waitUntil(() => sinks[2].freshness?.state === 'unreachable');
      expect(sinks[0].keys('helm/secrets')).toEqual(['shop/cart']);
      expect(sinks[1].freshness?.message).toBe(
        'Cluster lost is not observed: the file /nowhere does not exist',
      );
      expect(sinks[2].freshness?.message).toContain(
        "its authProvider 'google' acts for the person who looks",
      );
      expect(sinks[3].freshness).toMatchObject({
        state: 'live',
        recorded: true,
      });

      const history = ReleaseHistory.create({ sources });
      const release = { namespace: 'shop', release: 'cart' };
      expect(
        await history.listRevisions({ cluster: 'eu-1', ...release }),
      ).toMatchObject([{ revision: 1 }]);
      await expect(
        history.listRevisions({ cluster: 'none', ...release }),
      ).rejects.toThrow("No cluster 'none' is configured");
    } finally {
      stop.abort();
      await server.stop();
    }
  });

  it('observes nothing where nothing is configured', () => {
    expect(
      createObservationSources({ config: new ConfigReader({}), logger }),
    ).toEqual([]);
  });
});
