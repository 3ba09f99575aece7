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

import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import { live } from '../__testUtils__/observed';
import { createCollectorMetrics } from './createCollectorMetrics';
import { observeReadModel } from './observeReadModel';

/** What was recorded, as `<name> <value> <attributes>`. */
function open() {
  const metrics = metricsServiceMock.mock();
  const recorded = new Array<string>();
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const record = (name: string) => (value: number, attributes?: object) =>
    void recorded.push(`${name} ${value} ${JSON.stringify(attributes)}`);
  metrics.createCounter.mockImplementation(name => ({ add: record(name) }));
  metrics.createHistogram.mockImplementation(name => ({
    record: record(name),
  }));
  metrics.createObservableGauge.mockImplementation(name => ({
    addCallback: callback => void callbacks.set(name, callback as any),
    removeCallback: () => undefined,
  }));
  const collect = async () => {
    for (const [name, callback] of callbacks) {
      await callback({ observe: record(name) });
    }
  };
  return { metrics, recorded, collect };
}

describe('metrics', () => {
  it('count what the collectors do', () => {
    const { metrics, recorded } = open();
    const collectors = createCollectorMetrics({ metrics });
    const cluster = 'eu-1';
    collectors.requested({
      ...{ cluster, verb: 'list', resource: 'pods', outcome: 'ok' },
    });
    collectors.received({ cluster, verb: 'watch', bytes: 700 });
    collectors.decoded({ cluster, milliseconds: 2, headOnly: true });
    collectors.confirmed({ cluster, observedAt: new Date() });
    expect(recorded).toEqual([
      'chartroom.kubernetes.requests 1 {"cluster":"eu-1","verb":"list","resource":"pods","outcome":"ok"}',
      'chartroom.kubernetes.received 700 {"cluster":"eu-1","verb":"watch"}',
      'chartroom.releases.decoding 0.002 {"cluster":"eu-1","headOnly":true}',
      'chartroom.cluster.confirmations 1 {"cluster":"eu-1"}',
    ]);
  });

  it('tell age, state and size of what is known, whenever they are collected', async () => {
    const { metrics, recorded, collect } = open();
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:30Z') });
    observeReadModel({
      metrics,
      model: {
        clusters: () => [
          live({ observedAt: '2026-11-21T12:00:00Z' }),
          live({ cluster: 'demo', recorded: true }),
          live({ cluster: 'us-1', state: 'starting', observedAt: undefined }),
        ],
        size: () => ({ observations: 12, namespaces: 2 }),
      },
    });
    await collect();
    jest.useRealTimers();
    expect(recorded).toEqual([
      'chartroom.cluster.age 30 {"cluster":"eu-1"}',
      'chartroom.cluster.state 1 {"cluster":"eu-1","state":"live"}',
      'chartroom.cluster.state 1 {"cluster":"demo","state":"live"}',
      'chartroom.cluster.state 1 {"cluster":"us-1","state":"starting"}',
      ...['eu-1', 'demo', 'us-1'].map(
        cluster =>
          `chartroom.read_model.observations 12 ${JSON.stringify({ cluster })}`,
      ),
      ...['eu-1', 'demo', 'us-1'].map(
        cluster =>
          `chartroom.read_model.namespaces 2 ${JSON.stringify({ cluster })}`,
      ),
    ]);
  });
});
