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
import type { CollectorMetrics } from '../collectors';

/**
 * Counts with OpenTelemetry what the collectors do.
 *
 * @internal
 */
export function createCollectorMetrics(options: {
  metrics: MetricsService;
}): CollectorMetrics {
  const { metrics } = options;
  const requests = metrics.createCounter('chartroom.kubernetes.requests', {
    description: 'Requests to the API servers of clusters',
    unit: '{request}',
  });
  const bytes = metrics.createCounter('chartroom.kubernetes.received', {
    description: 'What API servers answered, as it came over the network',
    unit: 'By',
  });
  const decoding = metrics.createHistogram('chartroom.releases.decoding', {
    description: 'Time that the body of one Helm release took to decode',
    unit: 's',
    advice: {
      explicitBucketBoundaries: [0.0001, 0.0005, 0.001, 0.005, 0.02, 0.1, 0.5],
    },
  });
  const confirmations = metrics.createCounter(
    'chartroom.cluster.confirmations',
    {
      description:
        'How often a cluster confirmed all that is known of it, at most once a second',
      unit: '{confirmation}',
    },
  );
  return {
    requested: ({ cluster, verb, resource, outcome }) =>
      requests.add(1, { cluster, verb, resource, outcome }),
    received: ({ bytes: size, cluster, verb }) =>
      bytes.add(size, { cluster, verb }),
    decoded: ({ cluster, milliseconds, headOnly }) =>
      decoding.record(milliseconds / 1000, { cluster, headOnly }),
    confirmed: ({ cluster }) => confirmations.add(1, { cluster }),
  };
}
