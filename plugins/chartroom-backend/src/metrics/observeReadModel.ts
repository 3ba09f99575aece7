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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { ReadModel } from '../readModel';

/**
 * Has OpenTelemetry ask, whenever it collects, how large the read model is, and how old and how well what it knows.
 *
 * @internal
 */
export function observeReadModel(options: {
  metrics: MetricsService;
  model: Pick<ReadModel, 'clusters' | 'size'>;
}): void {
  const { metrics, model } = options;
  metrics
    .createObservableGauge('chartroom.cluster.age', {
      description: 'Time since a cluster confirmed what is known of it',
      unit: 's',
    })
    .addCallback(result => {
      for (const { cluster, observedAt, recorded } of model.clusters()) {
        if (observedAt !== undefined && !recorded) {
          const age = (Date.now() - Date.parse(observedAt)) / 1000;
          result.observe(Math.max(0, age), { cluster });
        }
      }
    });
  metrics
    .createObservableGauge('chartroom.cluster.state', {
      description: '1 for the state that a cluster is in',
    })
    .addCallback(result => {
      for (const { cluster, state } of model.clusters()) {
        result.observe(1, { cluster, state });
      }
    });
  metrics
    .createObservableGauge('chartroom.read_model.observations', {
      description: 'Objects and releases that are held in memory',
      unit: '{observation}',
    })
    .addCallback(result => {
      for (const { cluster } of model.clusters()) {
        result.observe(model.size(cluster).observations, { cluster });
      }
    });
  metrics
    .createObservableGauge('chartroom.read_model.namespaces', {
      description: 'Namespaces in which anything was seen',
      unit: '{namespace}',
    })
    .addCallback(result => {
      for (const { cluster } of model.clusters()) {
        result.observe(model.size(cluster).namespaces, { cluster });
      }
    });
}
