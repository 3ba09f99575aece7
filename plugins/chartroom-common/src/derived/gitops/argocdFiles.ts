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

import type { Platform } from '../../platform';
import type { DerivedFile } from '../DerivedFile';
import { appOfApps } from './appOfApps';
import { appProject } from './appProject';
import { applicationsDelivery } from './applicationsDelivery';
import type { GitopsPlatform } from './GitopsPlatform';
import { staleArgocdFiles } from './staleArgocdFiles';
import { umbrellaDelivery } from './umbrellaDelivery';

/**
 * Argo CD's objects for one of the two deliveries, and whatever the other one
 * left behind: both at once would own the same objects.
 *
 * @internal
 */
export function argocdFiles(options: { platform: Platform }): DerivedFile[] {
  const { platform } = options;
  const files = wantedFiles(options);
  return [...files, ...staleArgocdFiles({ platform, wanted: files })];
}

function wantedFiles(options: { platform: Platform }): DerivedFile[] {
  const { platform } = options;
  const { matrix } = platform;
  const gitops = matrix?.gitops;
  // An app of apps without an environment would prune what runs
  if (!matrix || !gitops || matrix.environments.length === 0) {
    return [];
  }
  const delivered: GitopsPlatform = { platform, matrix, gitops };
  return [
    ...appProject(delivered),
    appOfApps(delivered),
    ...(matrix.delivery === 'umbrella'
      ? umbrellaDelivery(delivered)
      : applicationsDelivery(delivered)),
  ];
}
