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

import type { Service } from '../matrix';
import type { AgreementContext } from './AgreementContext';
import { derivations } from './derivations';
import { isOnCommonChart } from './isOnCommonChart';
import { mergeValues } from '../values/mergeValues';

/**
 * What the umbrella's values say of a service at first.
 *
 * @remarks
 * A service is enabled when it is released: it has no image before. A backing
 * service has one, and others wait for it.
 *
 * @internal
 */
export function valuesEntry(options: {
  context: AgreementContext;
  service: Service;
}): Record<string, unknown> {
  const { matrix, platform } = options.context;
  const { service } = options;
  const { profiles } = platform;
  const enabled = service.kind === 'backing-service';
  const wiring = isOnCommonChart(service)
    ? { wiring: derivations.wiring({ matrix, service, profiles }) }
    : {};
  if (service.kind === 'service') {
    return { enabled, ...wiring };
  }
  const { profileValues, startingValues } = derivations.backingService({
    ...{ matrix, service, profiles },
  });
  return {
    enabled,
    ...wiring,
    ...mergeValues({ below: startingValues, above: profileValues }),
  };
}
