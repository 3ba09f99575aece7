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

import type { ChartDependency } from '../charts';
import { isLocalService } from '../charts/isLocalService';
import type { Service } from '../matrix';
import type { AgreementContext } from './AgreementContext';
import { chartVersion } from './chartVersion';
import { firstVersion } from './firstVersion';

/**
 * The version with which a service enters the umbrella; undefined where only a
 * release tells.
 *
 * @internal
 */
export function entryVersion(options: {
  context: AgreementContext;
  service: Service;
  entry: ChartDependency;
}): string | undefined {
  const { context, service, entry } = options;
  if (!isLocalService({ service })) {
    return entry.version;
  }
  const folder = `charts/${service.name}`;
  return context.platform.files.has(`${folder}/Chart.yaml`)
    ? chartVersion({ context, folder })
    : firstVersion;
}
