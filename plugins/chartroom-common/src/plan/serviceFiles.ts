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

import type { Entity } from '@backstage/catalog-model';
import { serviceChart } from '../charts';
import { sha256 } from '../charts/sha256';
import type { FileTree } from '../files';
import type { Matrix, Service } from '../matrix';
import type { EngineProfile } from '../wiring';
import { stringifyYaml } from '../yaml';
import type { CreateServiceOperation, PlanFacts } from './types';

/** Every skeleton answers at these paths. */
const probes = { liveness: '/health', readiness: '/ready' };

/**
 * The files of a new service's repository that follow from its declaration.
 *
 * @internal
 */
export function serviceFiles(options: {
  operation: CreateServiceOperation;
  facts: PlanFacts;
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  entity: Entity;
}): FileTree {
  const { facts, entity } = options;
  const files = new Map([['catalog-info.yaml', stringifyYaml(entity)]]);
  const chart = serviceChart({
    ...options,
    version: facts.chartVersion,
    probes,
  });
  chart.forEach((content, path) => files.set(`chart/${path}`, content));
  files.set('.chartroom/service.yaml', provenance({ ...options, files }));
  return files;
}

/** From what the service was made, and by which operation. */
function provenance(options: {
  operation: CreateServiceOperation;
  facts: PlanFacts;
  matrix: Matrix;
  files: FileTree;
}): string {
  const { operation, facts, matrix, files } = options;
  return `# Written by Chartroom when it made this service, and read to tell whose repository this is; do not edit.
${stringifyYaml({
  operation: operation.id,
  platform: operation.platform,
  template: facts.sourceTemplate,
  commonChart: matrix.commonChart.version,
  values: operation.service,
})}# Digest of what follows from the values above, as it was written: catalog-info.yaml and the files in chart/
planned: ${treeDigest({ files })}
`;
}

/** `sha256:` of the list of all files with their own digests, in order of their paths. */
function treeDigest(options: { files: FileTree }): string {
  const lines = [...options.files]
    .map(([path, content]) => `${sha256(content)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  return `sha256:${sha256(lines.join(''))}`;
}
