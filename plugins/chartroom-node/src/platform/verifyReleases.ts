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

import type {
  Environment,
  FileTree,
  Service,
} from '@chartroom/backstage-plugin-chartroom-common';
import { aboutRendering } from './aboutRendering';
import { chartBeside } from './chartBeside';
import { checkRendered } from './checkRendered';
import { commonChartFrom } from './commonChartFrom';
import type { VerifiedPlan } from './VerifiedPlan';

/** Where a release's values are put for Helm; no chart has a file of this name. */
const VALUES_FILE = 'values-of-the-environment.yaml';

/**
 * Renders a new service as a release of its own, with its values in every
 * environment, and beside it those that it depends on: their values name it.
 *
 * @remarks
 * Of dependencies only those are rendered whose charts are in the platform
 * repository. An environment without values for the service is passed over.
 *
 * @returns the number of objects.
 *
 * @internal
 */
export async function verifyReleases(options: VerifiedPlan): Promise<number> {
  const { matrix, service, chart } = options;
  const common = await commonChartFrom(options);
  const releases = [
    { name: service.name, files: chart },
    ...service.dependencies.flatMap(({ name }) => {
      const files = chartOf({ ...options, name });
      return files ? [{ name, files }] : [];
    }),
  ];
  const counts = await Promise.all(
    matrix.environments.map(environment =>
      aboutRendering(`The releases in ${environment.name}`, async () => {
        const manifests: string[] = [];
        for (const release of releases) {
          manifests.push(
            await rendered({ ...options, ...release, environment, common }),
          );
        }
        if (manifests[0] === '') {
          return 0;
        }
        const count = checkRendered({
          manifests: manifests.join('\n---\n'),
          ...{ matrix, service, environment },
        });
        options.onProgress?.(
          `${service.name} renders in ${environment.name}, with what it depends on: ${count} objects`,
        );
        return count;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Empty where the environment has no values for it. */
async function rendered(
  options: VerifiedPlan & {
    name: string;
    files: FileTree;
    environment: Environment;
    common: Awaited<ReturnType<typeof commonChartFrom>>;
  },
): Promise<string> {
  const { platform, name, files, environment, common, helm, signal } = options;
  const values = platform.files.get(
    `environments/${environment.name}/${name}.yaml`,
  );
  if (values === undefined) {
    return '';
  }
  return aboutRendering(name, () =>
    helm.template({
      chart: {
        files: new Map(files).set(VALUES_FILE, values),
        subcharts: [common],
      },
      release: name,
      namespace: environment.namespace,
      valuesFiles: [VALUES_FILE],
      // As it will be once it is released
      values: 'enabled: true\n',
      signal,
    }),
  );
}

/** The chart of a dependency in the platform repository. */
function chartOf(
  options: VerifiedPlan & { name: string },
): FileTree | undefined {
  const { platform, matrix, name } = options;
  const target = matrix.services.find(it => it.name === name);
  const files =
    target && isLocal(target)
      ? chartBeside({
          folder: '.',
          files: platform.files,
          dependency: { name, repository: `file://charts/${name}` },
        })
      : undefined;
  // What somebody built into it is given anew
  return (
    files && new Map([...files].filter(([file]) => !/^charts\//.test(file)))
  );
}

function isLocal({ kind, source, repository }: Service): boolean {
  return repository === undefined && (kind === 'service' || source === 'own');
}
