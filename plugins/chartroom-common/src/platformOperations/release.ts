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

import { isLocalService } from '../charts/isLocalService';
import { umbrellaIndex } from '../charts/umbrellaIndex';
import type { Service } from '../matrix';
import { SourceDocument } from '../matrix/SourceDocument';
import type { YamlEdit } from '../yaml';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { ReleaseOperation } from './PlatformOperation';
import { releaseRefusal } from './releaseRefusal';
import { releasedValues } from './releasedValues';
import { scalarEdits } from './scalarEdits';

/**
 * Pins what a service has released, and switches it on in one environment.
 *
 * @remarks
 * Pin and tag are the umbrella's, and reach each environment with its `ref`; only
 * whether the service runs is the environment's own. A chart in the platform
 * repository has its version beside the pin, and both move; of a chart that is
 * published elsewhere only the pin is here.
 *
 * @internal
 */
export function release(
  options: OperationSubject<ReleaseOperation>,
): OperationEdits {
  const { matrix, operation } = options;
  const service = matrix.services.find(it => it.name === operation.service);
  const refusal = releaseRefusal(options);
  if (refusal || !service) {
    return refusal ?? {};
  }
  const environment = operation.environment
    ? matrix.environments.find(it => it.name === operation.environment)
    : matrix.environments.at(0);
  const { additions, edits } = releasedValues({
    ...{ ...options, service, environment },
  });
  return {
    additions,
    edits: [...versionEdits({ ...options, service }), ...edits],
  };
}

/** The pin, and what a chart in this repository says of itself. */
function versionEdits(
  options: OperationSubject<ReleaseOperation> & { service: Service },
): NonNullable<OperationEdits['edits']> {
  const { platform, umbrella, operation, service } = options;
  const { version } = operation;
  const chartFile = `charts/${service.name}/Chart.yaml`;
  return [
    ...(umbrella && version !== undefined
      ? [{ file: umbrella.chartFile, edits: pinEdits({ ...options, version }) }]
      : []),
    ...(platform.files.has(chartFile) && isLocalService({ service })
      ? [{ file: chartFile, edits: chartEdits({ ...options, chartFile }) }]
      : []),
  ];
}

/**
 * With an umbrella the tag is that of every environment, so it is `appVersion`
 * too. Where it is one environment's, the chart goes on to say what the others run.
 */
function chartEdits(
  options: OperationSubject<ReleaseOperation> & { chartFile: string },
): YamlEdit[] {
  const { platform, matrix, operation, chartFile: file } = options;
  const { version, imageTag } = operation;
  const text = platform.files.get(file) ?? '';
  const root = SourceDocument.parse({
    ...{ file, text, rulePrefix: 'chart' },
  }).document?.value;
  return [
    ...(version === undefined
      ? []
      : scalarEdits({ root, path: ['version'], value: version })),
    ...(imageTag === undefined || matrix.delivery !== 'umbrella'
      ? []
      : scalarEdits({ root, path: ['appVersion'], value: imageTag })),
  ];
}

/** Moves the pin of an entry that is there, or enters a chart that was not released before. */
function pinEdits(
  options: OperationSubject<ReleaseOperation> & {
    service: Service;
    version: string;
  },
): YamlEdit[] {
  const { matrix, umbrella, service, version } = options;
  const { name } = service;
  const found = umbrella && umbrellaIndex({ umbrella }).get(name);
  if (found) {
    // By its position, since two entries may be of one chart
    const path = ['dependencies', found.position, 'version'];
    return [{ op: 'setScalar', path, value: version }];
  }
  // With separate applications a chart in this repository is taken as it stands
  return isLocalService({ service })
    ? []
    : [
        {
          op: 'ensureListItem',
          path: ['dependencies'],
          key: 'name',
          item: {
            name,
            version,
            repository: matrix.charts?.repository,
            condition: `${name}.enabled`,
          },
        },
      ];
}
