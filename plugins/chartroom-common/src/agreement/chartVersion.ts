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
import { valueAt } from '../values/valueAt';

/**
 * The version that a chart of the repository has; undefined where there is no
 * such chart, or none that can be read.
 *
 * @internal
 */
export function chartVersion(options: {
  context: AgreementContext;
  /** Folder of the chart. */
  folder: string;
}): string | undefined {
  const { context, folder } = options;
  const document = context.document(`${folder}/Chart.yaml`);
  const version = valueAt({ root: document?.value, path: ['version'] });
  return typeof version === 'string' ? version : undefined;
}
