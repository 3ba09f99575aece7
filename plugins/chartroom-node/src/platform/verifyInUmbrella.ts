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

import { stringify } from 'yaml';
import { aboutRendering } from './aboutRendering';
import { checkRendered } from './checkRendered';
import { collectCharts } from './collectCharts';
import { reducedUmbrella } from './reducedUmbrella';
import type { VerifiedPlan } from './VerifiedPlan';

/**
 * Renders that part of the umbrella that a new service needs, in every environment.
 *
 * @returns the number of objects.
 *
 * @internal
 */
export async function verifyInUmbrella(options: VerifiedPlan): Promise<number> {
  const { platform, matrix, service, chart, helm, signal } = options;
  const { name } = service;
  const umbrella = reducedUmbrella({ platform, service: name });
  const subcharts = await collectCharts({
    ...options,
    dependencies: umbrella.dependencies,
    lock: platform.umbrella?.lock,
    folder: matrix.umbrella,
    files: platform.files,
    given: new Map([[name, chart]]),
  });
  const environments =
    matrix.environments.length > 0 ? matrix.environments : [undefined];
  const values = stringify(
    Object.fromEntries(umbrella.services.map(it => [it, { enabled: true }])),
  );
  const counts = await Promise.all(
    environments.map(environment => {
      const place = environment ? ` in ${environment.name}` : '';
      return aboutRendering(`The umbrella${place}`, async () => {
        const file = environment?.values;
        const manifests = await helm.template({
          chart: { files: umbrella.files, subcharts },
          release: matrix.system,
          namespace: environment?.namespace ?? matrix.system,
          valuesFiles: file && umbrella.files.has(file) ? [file] : [],
          values,
          signal,
        });
        const count = checkRendered({
          manifests,
          matrix,
          service,
          environment,
        });
        options.onProgress?.(
          `The umbrella renders${place} with ${name} switched on: ${count} objects`,
        );
        return count;
      });
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
