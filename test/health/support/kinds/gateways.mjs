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

import { condition, metadata, optional } from '../drawing.mjs';

const types = [
  ...['Accepted', 'Accepted', 'ResolvedRefs', 'Programmed', 'Ready'],
];
const kstatus = ['Current', 'InProgress', 'Terminating'];

/** Conditions that are most often true, so that each place of a rule is reached. */
function conditions(draw, generation) {
  const list = Array.from({ length: draw.integer(0, 2) }, () => ({
    ...condition(draw, { types }),
    status: draw.pick(['True', 'True', 'True', 'False', 'Unknown']),
    observedGeneration: optional(
      draw,
      draw.pick([generation, generation, draw.integer(1, 3)]),
    ),
  }));
  return optional(draw, list, 8);
}

function route(kind) {
  return {
    name: kind,
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'Terminating'],
    },
    draw(draw) {
      const meta = metadata(draw);
      const parents = Array.from({ length: draw.integer(0, 3) }, () => ({
        parentRef: optional(draw, { name: optional(draw, 'edge') }, 4),
        conditions: conditions(draw, meta.generation),
      }));
      return {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind,
        metadata: meta,
        spec: {},
        status: optional(draw, { parents: optional(draw, parents) }, 12),
      };
    },
  };
}

/** How the kinds of the Gateway API are drawn. */
export const gateways = [
  route('HTTPRoute'),
  route('GRPCRoute'),
  {
    name: 'Gateway',
    statuses: { argo: ['Healthy', 'Progressing', 'Degraded'], kstatus },
    draw(draw) {
      const listeners = Array.from({ length: draw.integer(0, 2) }, () => ({
        conditions: conditions(draw),
      }));
      return {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: metadata(draw),
        spec: {},
        status: optional(
          draw,
          {
            conditions: conditions(draw),
            listeners: optional(draw, listeners),
          },
          12,
        ),
      };
    },
  },
];
