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

import { valid } from 'semver';
import { isLocalService } from '../charts/isLocalService';
import { quoted } from '../check/quoted';
import type { Service } from '../matrix';
import type { YamlEdit } from '../yaml';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { ReleaseOperation } from './PlatformOperation';
import { refuse } from './refuse';
import { releasedValues } from './releasedValues';
import { unknownName } from './unknownName';

/**
 * Pins what a service has released, and switches it on in one environment.
 *
 * @remarks
 * A chart in the platform repository has its version beside the pin, and both
 * move; of a chart that is published elsewhere only the pin is here.
 *
 * @internal
 */
export function release(
  options: OperationSubject<ReleaseOperation>,
): OperationEdits {
  const { matrix, operation } = options;
  const service = matrix.services.find(it => it.name === operation.service);
  const refusal = refusalOf(options);
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

function refusalOf(
  options: OperationSubject<ReleaseOperation>,
): OperationEdits | undefined {
  const { platform, matrix, umbrella, operation } = options;
  const { matrixFile: file } = platform;
  const services = matrix.services.map(({ name }) => name);
  if (!services.includes(operation.service)) {
    return refuse(
      unknownName({
        rule: 'release-unknown-service',
        file,
        thing: 'service',
        name: operation.service,
        known: services,
      }),
    );
  }
  const environments = matrix.environments.map(({ name }) => name);
  const { environment, version } = operation;
  if (environment !== undefined && !environments.includes(environment)) {
    return refuse(
      unknownName({
        rule: 'release-unknown-environment',
        file,
        thing: 'environment',
        name: environment,
        known: environments,
      }),
    );
  }
  if (version !== undefined && valid(version) !== version) {
    return refuse({
      rule: 'release-version',
      file,
      message: `${quoted(version)} is not a version.`,
      fix: 'Write one such as 1.4.0, with three numbers and without a v.',
    });
  }
  const { imageTag } = operation;
  if (imageTag !== undefined && !/^\w[\w.-]{0,127}$/.test(imageTag)) {
    return refuse({
      rule: 'release-image-tag',
      file,
      message: `${quoted(imageTag)} is not the tag of an image.`,
      fix: 'Write one such as 1.4.0: letters, digits, and . _ - in between.',
    });
  }
  const service = matrix.services.find(it => it.name === operation.service);
  if (version !== undefined && !umbrella && service?.repository) {
    return refuse({
      rule: 'release-umbrella',
      file: `${matrix.umbrella}/Chart.yaml`,
      message: `There is no umbrella chart at ${matrix.umbrella}/Chart.yaml, where the versions of services are pinned.`,
      fix: 'Write umbrella: with its folder in the matrix, or make the chart.',
    });
  }
  return undefined;
}

/** The pin, and the version of a chart in this repository. */
function versionEdits(
  options: OperationSubject<ReleaseOperation> & { service: Service },
): NonNullable<OperationEdits['edits']> {
  const { platform, umbrella, operation, service } = options;
  const { version } = operation;
  const chartFile = `charts/${service.name}/Chart.yaml`;
  if (version === undefined) {
    return [];
  }
  const edits: YamlEdit[] = [
    { op: 'setScalar', path: ['version'], value: version },
  ];
  return [
    ...(umbrella
      ? [{ file: umbrella.chartFile, edits: pinEdits({ ...options, version }) }]
      : []),
    ...(platform.files.has(chartFile) && isLocalService({ service })
      ? [{ file: chartFile, edits }]
      : []),
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
  const entry = umbrella?.dependencies.find(
    it => it.name === name || it.alias === name,
  );
  if (entry) {
    const at = { key: 'name', value: entry.name };
    const path = ['dependencies', at, 'version'];
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
