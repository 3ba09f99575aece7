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

import type { PolicyPort } from './manifestSchemas';
import type { RenderedPod } from './NetworkObjects';

/**
 * Ports of one protocol, from the first to the last.
 *
 * @internal
 */
export interface PortRange {
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

const lastPort = 65535;

/**
 * The ports that a rule of a policy opens on some pods; every port where the
 * rule names none.
 *
 * @internal
 */
export function portRanges(options: {
  ports: readonly PolicyPort[];
  /** Those that are called: a port may be written by the name that they give it. */
  pods: readonly RenderedPod[];
}): PortRange[] {
  const { ports, pods } = options;
  if (ports.length === 0) {
    return ['TCP', 'UDP', 'SCTP'].map(protocol => ({
      protocol,
      first: 1,
      last: lastPort,
    }));
  }
  return ports.flatMap(({ protocol: written, port, endPort }) => {
    const protocol = written ?? 'TCP';
    if (typeof port === 'string') {
      const numbers = pods.flatMap(pod => pod.namedPorts.get(port) ?? []);
      return [...new Set(numbers)].map(number => ({
        protocol,
        first: number,
        last: number,
      }));
    }
    return [{ protocol, first: port ?? 1, last: endPort ?? port ?? lastPort }];
  });
}
