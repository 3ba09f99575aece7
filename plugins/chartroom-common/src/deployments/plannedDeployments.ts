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

import type { Umbrella } from '../charts';
import type { Service } from '../matrix';
import type { Platform } from '../platform';
import type { PlannedDeployment } from './PlannedDeployment';

/**
 * What git says about a service in each environment of its platform, in the
 * matrix's order.
 *
 * @public
 */
export function plannedDeployments(options: {
  platform: Platform;
  service: Service;
}): PlannedDeployment[] {
  const { platform, service } = options;
  const { matrix, umbrella } = platform;
  const pin = umbrella?.dependencies.find(
    ({ name, alias }) => (alias ?? name) === service.name,
  );
  return (matrix?.environments ?? []).map(({ name: environment, ref }) => {
    if (ref !== undefined) {
      return {
        environment,
        enabled: false,
        drift: 'unknown',
        message: `It is deployed from ${ref}, and only the default branch has been read.`,
      };
    }
    if (!umbrella || !pin) {
      return {
        environment,
        enabled: false,
        drift: 'not-released',
        message: 'The umbrella does not list this service.',
      };
    }
    const enabled = isEnabled({ umbrella, environment, name: service.name });
    return {
      environment,
      wantedVersion: pin.version,
      enabled,
      ...(enabled
        ? { drift: 'unknown', message: 'No cluster has been read yet.' }
        : {
            drift: 'not-released',
            message: 'Switched off: not released yet, or switched off by hand.',
          }),
    };
  });
}

/** Helm takes a service whose condition is written nowhere for enabled. */
function isEnabled(options: {
  umbrella: Umbrella;
  environment: string;
  name: string;
}): boolean {
  const { umbrella, environment, name } = options;
  const layers = [
    umbrella.environmentValues.get(environment) ?? {},
    umbrella.values,
  ];
  const written = layers
    .map(layer => enabledIn({ layer, name }))
    .find(value => value !== undefined);
  return written ?? true;
}

function enabledIn(options: {
  layer: Readonly<Record<string, unknown>>;
  name: string;
}): boolean | undefined {
  const { layer, name } = options;
  const values = Object.hasOwn(layer, name) ? layer[name] : undefined;
  const enabled =
    typeof values === 'object' && values !== null && 'enabled' in values
      ? values.enabled
      : undefined;
  return typeof enabled === 'boolean' ? enabled : undefined;
}
