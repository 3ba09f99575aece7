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

import { conditions, count, metadata, optional, seldom } from '../drawing.mjs';

const times = [
  ...['2026-11-20T01:00:00Z', '2026-11-20T01:00:09Z'],
  ...['2026-11-21T01:00:00Z', '2026-11-21T01:00:09Z'],
];

/** How the kinds whose pods end are drawn. */
export const jobs = [
  {
    name: 'Job',
    unread: [
      'spec',
      'suspend',
      'parallelism',
      'completions',
      'active',
      'succeeded',
      'failed',
    ],
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Suspended'],
      kstatus: ['Current', 'InProgress', 'Failed', 'Terminating'],
    },
    draw(draw) {
      return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: metadata(draw),
        spec: {
          suspend: optional(draw, seldom(draw, 2), 2),
          parallelism: count(draw),
          completions: count(draw),
        },
        status: optional(
          draw,
          {
            startTime: optional(draw, times[0], 3),
            active: count(draw),
            succeeded: count(draw),
            failed: count(draw),
            conditions: conditions(draw, {
              types: ['Complete', 'Failed', 'Suspended', 'FailureTarget'],
              reasons: ['BackoffLimitExceeded', 'JobResumed'],
            }),
          },
          20,
        ),
      };
    },
  },
  {
    name: 'CronJob',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded'],
      kstatus: ['Current', 'InProgress', 'Failed', 'Terminating'],
    },
    draw(draw) {
      const meta = metadata(draw);
      return {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: meta,
        spec: { suspend: optional(draw, seldom(draw, 6), 2) },
        status: optional(draw, {
          observedGeneration: optional(draw, meta.generation, 2),
          active: optional(draw, seldom(draw, 2) ? [] : [{ name: 'run' }], 2),
          lastScheduleTime: optional(draw, draw.pick(times)),
          lastSuccessfulTime: optional(draw, draw.pick(times)),
          conditions: seldom(draw, 5)
            ? conditions(draw, { types: ['Reconciling', 'Stalled'] })
            : undefined,
        }),
      };
    },
  },
];
