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
import { fileRepositoryFolder } from '../charts/fileRepository';
import { umbrellaIndex } from '../charts/umbrellaIndex';
import type { Service } from '../matrix';
import type { AgreementContext } from './AgreementContext';
import { derivations } from './derivations';
import { entryPath } from './entryPath';
import { handMadeChart } from './handMadeChart';

/**
 * A service's entry in the umbrella, as it stands there and as it should.
 *
 * @internal
 */
export interface UmbrellaPair {
  readonly service: Service;
  readonly actual: ChartDependency;
  readonly expected: ChartDependency;
  /** Where it stands in Chart.yaml. */
  readonly path: ReturnType<typeof entryPath>;
}

/**
 * The entries that stand in the umbrella for services of the matrix, without
 * those of charts that people made in another way.
 *
 * @internal
 */
export function umbrellaPairs(options: {
  context: AgreementContext;
}): UmbrellaPair[] {
  const { context } = options;
  const { matrix, umbrella, platform } = context;
  const { profiles } = platform;
  if (!umbrella) {
    return [];
  }
  const index = umbrellaIndex({ umbrella });
  return matrix.services.flatMap(service => {
    const entry = index.get(service.name)?.entry;
    const actual =
      entry && isLeftAlone({ context, service, entry }) ? undefined : entry;
    const expected =
      actual && derivations.umbrellaEntry({ matrix, service, profiles });
    return actual && expected
      ? [
          {
            ...{ service, actual, expected },
            path: entryPath({ umbrella, entry: actual }),
          },
        ]
      : [];
  });
}

/** One that moved to `charts/<name>` needs its new address, whatever it is made of. */
function isLeftAlone(options: {
  context: AgreementContext;
  service: Service;
  entry: ChartDependency;
}): boolean {
  const { context, entry } = options;
  const { matrix, platform } = context;
  const handMade = handMadeChart(options);
  const folder = fileRepositoryFolder({
    from: matrix.umbrella,
    repository: entry.repository,
  });
  const isGone =
    folder !== undefined && !platform.files.has(`${folder}/Chart.yaml`);
  return handMade !== undefined && !(handMade.kind === 'templates' && isGone);
}
