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

import type { ChartDependency, Umbrella } from '../../charts';
import { fileRepository } from '../../charts/fileRepository';
import { nearestName } from '../../check/nearestName';
import { quoted } from '../../check/quoted';
import { matrixIndex, type Service } from '../../matrix';
import type { AgreementChange } from '../AgreementChange';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import type { Disagreement } from '../Disagreement';
import { entryPath } from '../entryPath';

/**
 * The umbrella lists nothing that the matrix does not ask for. An entry that
 * was evidently written for a service goes with it; another is a person's.
 *
 * @internal
 */
export const umbrellaEntryUnknown: AgreementRule = {
  id: 'umbrella-entry-unknown',
  summary: 'The umbrella lists only what the matrix asks for.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella } = context;
    if (!umbrella) {
      return [];
    }
    const { services } = matrixIndex({ matrix });
    const file = umbrella.chartFile;
    return umbrella.dependencies.flatMap((entry, position): Disagreement[] => {
      const name = entry.alias ?? entry.name;
      const service = services.get(name);
      if (
        entry.name === 'platform-common' ||
        (service && !isWithoutChart({ context, service }))
      ) {
        return [];
      }
      const line = context.document(file)?.lineAt(['dependencies', position]);
      if (service) {
        const message = `${file} lists ${name}, and the matrix says chart_source: ${service.source}, for which there is no chart.`;
        const changes = [removal({ umbrella, entry })];
        return [{ finding: { file, line, message }, changes }];
      }
      const message = `${file} lists ${quoted(
        name,
      )}, which is no service of the matrix.`;
      if (isForService({ context, entry })) {
        const changes = [removal({ umbrella, entry })];
        return [{ finding: { file, line, message }, changes }];
      }
      const nearest = nearestName({ name, candidates: services.keys() });
      const fix = nearest
        ? `Did you mean ${nearest}?`
        : 'Declare it in the matrix as a backing service, or remove it.';
      return [{ finding: { file, line, message, fix, severity: 'warning' } }];
    });
  },
};

function isWithoutChart(options: {
  context: AgreementContext;
  service: Service;
}): boolean {
  const { context, service } = options;
  if (service.kind === 'service') {
    return false;
  }
  const { matrix, platform } = context;
  const { profiles } = platform;
  const { placement } = derivations.backingService({
    matrix,
    service,
    profiles,
  });
  return placement === 'external' || placement === 'operator';
}

/** Whether it is what the umbrella says of a service of its name. */
function isForService(options: {
  context: AgreementContext;
  entry: ChartDependency;
}): boolean {
  const { matrix } = options.context;
  const { name, alias, condition, repository } = options.entry;
  const folder = { from: matrix.umbrella, to: `charts/${name}` };
  return (
    alias === undefined &&
    condition === `${name}.enabled` &&
    (repository === fileRepository(folder) ||
      (repository !== undefined && repository === matrix.charts?.repository))
  );
}

function removal(options: {
  umbrella: Umbrella;
  entry: ChartDependency;
}): AgreementChange {
  const { umbrella } = options;
  const [list, { key, value: identity }] = entryPath(options);
  return {
    kind: 'edit',
    path: umbrella.chartFile,
    edits: [{ op: 'removeListItem', path: [list], key, identity }],
  };
}
