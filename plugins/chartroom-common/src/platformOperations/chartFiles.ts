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

import { firstVersion } from '../agreement/firstVersion';
import { serviceChart } from '../charts';
import { serviceTemplate } from '../charts/serviceTemplate';
import type { Matrix, Service } from '../matrix';
import type { Platform } from '../platform';

/** Helm writes it beside what Chartroom does. */
const lockFile = 'Chart.lock';

/**
 * The files in `charts/<name>`: those that Chartroom made there, whoever wrote
 * in them since, and those that people added.
 *
 * @remarks
 * Of a chart whose template is not Chartroom's, every file is people's.
 *
 * @internal
 */
export function chartFiles(options: {
  platform: Platform;
  matrix: Matrix;
  service: Service;
}): { made: readonly string[]; added: readonly string[] } {
  const { platform, matrix, service } = options;
  if (service.repository !== undefined) {
    return { made: [], added: [] };
  }
  const folder = `charts/${service.name}/`;
  const all = [...platform.files.keys()].filter(it => it.startsWith(folder));
  const template = platform.files.get(`${folder}templates/service.yaml`);
  if (template?.trim() !== serviceTemplate.trim()) {
    return { made: [], added: all };
  }
  const { profiles } = platform;
  const chart = serviceChart({
    ...{ matrix, service, profiles },
    version: firstVersion,
  });
  const made = new Set([lockFile, ...chart.keys()].map(it => folder + it));
  return {
    made: all.filter(path => made.has(path)),
    added: all.filter(path => !made.has(path)),
  };
}
