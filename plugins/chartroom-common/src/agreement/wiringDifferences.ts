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

import type { AgreementContext } from './AgreementContext';
import { blockDifferences } from './blockDifferences';
import { derivations } from './derivations';
import { handMadeChart } from './handMadeChart';
import { isOnCommonChart } from './isOnCommonChart';
import type { TreeDifference } from './treeDifferences';

const known = new WeakMap<AgreementContext, readonly TreeDifference[]>();

/**
 * Where the `wiring` of services in the umbrella's values is other than what
 * follows from the matrix. A service that the values do not know has none yet,
 * and a chart that people made in another way reads none.
 *
 * @internal
 */
export function wiringDifferences(options: {
  context: AgreementContext;
}): readonly TreeDifference[] {
  const { context } = options;
  const { matrix, umbrella, platform } = context;
  const before = known.get(context);
  if (before || !umbrella) {
    return before ?? [];
  }
  const { profiles } = platform;
  const { values } = umbrella;
  const differences = context.services.flatMap(service =>
    Object.hasOwn(values, service.name) &&
    values[service.name] !== null &&
    !handMadeChart({ context, service })
      ? blockDifferences({
          root: values,
          path: [service.name, 'wiring'],
          expected: isOnCommonChart(service)
            ? derivations.wiring({ matrix, service, profiles })
            : undefined,
          after: 'enabled',
        })
      : [],
  );
  known.set(context, differences);
  return differences;
}
