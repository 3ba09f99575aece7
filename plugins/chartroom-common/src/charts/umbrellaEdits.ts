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

import type { Environment } from '../matrix';
import { environmentWiring, serviceWiring } from '../wiring';
import type { YamlEdit } from '../yaml';
import { callerEdits } from './callerEdits';
import type { NewService } from './NewService';
import { lastPeer } from './tierPeers';

/**
 * Edits of the umbrella's values.yaml for a new service: its own entry, not
 * enabled, and its name among the callers of what it depends on.
 *
 * @internal
 */
export function umbrellaValuesEdits(options: NewService): YamlEdit[] {
  const { umbrella, matrix, service, profiles } = options;
  const wiring = serviceWiring({ matrix, service, profiles });
  return [
    {
      op: 'ensureMapEntry',
      path: [],
      key: service.name,
      value: { enabled: false, wiring },
      after: lastPeer({ matrix, service, keys: Object.keys(umbrella.values) }),
    },
    ...callerEdits(options),
  ];
}

/**
 * Edits of one environment's values file for a new service; none where nothing differs there.
 *
 * @internal
 */
export function environmentValuesEdits(
  options: NewService & { environment: Environment },
): YamlEdit[] {
  const { umbrella, matrix, service, environment } = options;
  const dependencies = environmentWiring(options);
  const values = umbrella.environmentValues.get(environment.name) ?? {};
  return dependencies
    ? [
        {
          op: 'ensureMapEntry',
          path: [],
          key: service.name,
          value: { wiring: { dependencies } },
          after: lastPeer({ matrix, service, keys: Object.keys(values) }),
        },
      ]
    : [];
}
