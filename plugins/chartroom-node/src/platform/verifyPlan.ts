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

import { InputError } from '@backstage/errors';
import {
  readPlatform,
  type FileTree,
  type Plan,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ChartCache, ChartRepositories } from '../chartRepository';
import type { Helm } from '../helm';
import { aboutRendering } from './aboutRendering';
import { commonChartFrom } from './commonChartFrom';
import type { PlatformSnapshot } from './Platforms';
import type { VerifiedPlan } from './VerifiedPlan';
import { verifyInUmbrella } from './verifyInUmbrella';
import { verifyReleases } from './verifyReleases';

/**
 * What the real Helm said of a plan; whatever it refuses is thrown.
 *
 * @public
 */
export type PlanVerification =
  | {
      readonly verified: true;
      readonly helmVersion: string;
      /** Number of Kubernetes objects that were rendered, over all environments. */
      readonly objects: number;
    }
  | { readonly verified: false; readonly reason: string };

/**
 * Renders what a plan would make, with the real Helm, before anything is touched.
 *
 * @remarks
 * First the service's chart alone, as its team installs it on a laptop; then, for
 * every environment, what the service changes there, switched on as it will be
 * once it is released: that part of the umbrella that it needs, or its own
 * release and those of the services that it depends on. Charts come from the
 * platform repository and from the cache of immutable packages. Throws
 * InputError with Helm's own sentence.
 *
 * @public
 */
export async function verifyPlan(options: {
  snapshot: Pick<PlatformSnapshot, 'platform'>;
  plan: Plan;
  /** The service's chart as it will be committed, relative to its folder. */
  chart: FileTree;
  /** Undefined where there is no Helm. */
  helm: Helm | undefined;
  chartRepositories: ChartRepositories;
  chartCache: ChartCache;
  signal?: AbortSignal;
  /** Called with a sentence when something was verified. */
  onProgress?: (message: string) => void;
}): Promise<PlanVerification> {
  const { plan, helm } = options;
  if (!helm) {
    return {
      verified: false,
      reason:
        "There is no Helm: install Helm 3.18 or newer, and name it in 'chartroom.helm.binary' unless it is on the PATH",
    };
  }
  const { name } = plan.operation.service;
  const platform = platformAfter(options);
  const { matrix } = platform;
  const service = matrix?.services.find(it => it.name === name);
  if (!matrix || !service) {
    throw new InputError(`The plan does not enter ${name} in the matrix`);
  }
  const verified = { ...options, platform, matrix, service, helm };
  await verifyAlone(verified);
  const objects =
    matrix.delivery === 'umbrella'
      ? await verifyInUmbrella(verified)
      : await verifyReleases(verified);
  return { verified: true, helmVersion: helm.version, objects };
}

async function verifyAlone(options: VerifiedPlan): Promise<void> {
  const { chart, helm, matrix, service, signal } = options;
  const { name } = service;
  const common = await commonChartFrom(options);
  await aboutRendering(`The chart of ${name}`, async () => {
    const alone = {
      chart: { files: chart, subcharts: [common] },
      valuesFiles: ['values-local.yaml'],
      signal,
    };
    await helm.lint(alone);
    await helm.template({
      ...alone,
      release: name,
      namespace: matrix.system,
    });
  });
  options.onProgress?.(`The chart of ${name} renders alone`);
}

/** The platform as it will be, read by the same rules as the one that is there. */
function platformAfter(options: {
  snapshot: Pick<PlatformSnapshot, 'platform'>;
  plan: Plan;
}) {
  const { platform } = options.snapshot;
  const files = new Map(platform.files);
  for (const change of options.plan.platformChanges) {
    if (change.kind === 'write') {
      files.set(change.path, change.content);
    } else {
      files.delete(change.path);
    }
  }
  return readPlatform({ files, matrixPath: platform.matrixFile });
}
