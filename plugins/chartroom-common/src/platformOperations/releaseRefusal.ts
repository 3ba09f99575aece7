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
import { umbrellaIndex } from '../charts/umbrellaIndex';
import { quoted } from '../check/quoted';
import type { Finding } from '../check';
import type { Service } from '../matrix';
import { backingServiceWiring } from '../wiring/backingServiceWiring';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { ReleaseOperation } from './PlatformOperation';
import { refuse } from './refuse';
import { unknownName } from './unknownName';

type Subject = OperationSubject<ReleaseOperation>;
type Problem = Omit<Finding, 'severity'>;

/**
 * Why a service cannot be released; undefined where it can.
 *
 * @internal
 */
export function releaseRefusal(options: Subject): OperationEdits | undefined {
  const { platform, matrix, operation } = options;
  const service = matrix.services.find(it => it.name === operation.service);
  const problem = service
    ? environmentProblem(options) ??
      wordingProblem(options) ??
      chartProblem({ ...options, service }) ??
      pinProblem({ ...options, service })
    : unknownName({
        rule: 'release-unknown-service',
        file: platform.matrixFile,
        thing: 'service',
        name: operation.service,
        known: matrix.services.map(({ name }) => name),
      });
  return problem && refuse(problem);
}

function environmentProblem(options: Subject): Problem | undefined {
  const { platform, matrix, operation } = options;
  const { environment: name } = operation;
  const known = matrix.environments.map(it => it.name);
  return name === undefined || known.includes(name)
    ? undefined
    : unknownName({
        rule: 'release-unknown-environment',
        file: platform.matrixFile,
        thing: 'environment',
        name,
        known,
      });
}

/** What no chart, and no image, could be called. */
function wordingProblem(options: Subject): Problem | undefined {
  const { platform, operation } = options;
  const { version, imageTag } = operation;
  const file = platform.matrixFile;
  if (version !== undefined && valid(version) !== version) {
    return {
      rule: 'release-version',
      file,
      message: `${quoted(version)} is not a version.`,
      fix: 'Write one such as 1.4.0, with three numbers and without a v.',
    };
  }
  return imageTag === undefined || /^\w[\w.-]{0,127}$/.test(imageTag)
    ? undefined
    : {
        rule: 'release-image-tag',
        file,
        message: `${quoted(imageTag)} is not the tag of an image.`,
        fix: 'Write one such as 1.4.0: letters, digits, and . _ - in between.',
      };
}

/** What runs outside of the cluster, or is made by an operator, has no chart whose version could be pinned. */
function chartProblem(
  options: Subject & { service: Service },
): Problem | undefined {
  const { platform, matrix, operation, service } = options;
  if (service.kind === 'service') {
    return undefined;
  }
  const { profiles, matrixFile: file } = platform;
  const environment =
    matrix.environments.find(it => it.name === operation.environment) ??
    matrix.environments.at(0);
  const facts = { matrix, service, profiles };
  const everywhere = backingServiceWiring(facts);
  const there = backingServiceWiring({ ...facts, environment });
  const rule = 'release-without-chart';
  if (there.placement === 'external') {
    const place =
      environment && everywhere.placement !== 'external'
        ? ` in ${environment.name}`
        : '';
    return {
      ...{ rule, file, line: service.line },
      message: `${service.name} runs outside of the cluster${place}, so there is no chart of it that could be released.`,
      fix: place
        ? 'Name an environment in which it runs inside, with --environment.'
        : 'Release a service that has a chart.',
    };
  }
  return everywhere.placement === 'own' || everywhere.chart
    ? undefined
    : {
        ...{ rule, file, line: service.line },
        message:
          everywhere.placement === 'operator'
            ? `${service.name} is made by an operator, so there is no chart of it that could be released.`
            : `${
                service.name
              } has no chart that could be released: no profile says which chart ${quoted(
                service.engine ?? service.name,
              )} from ${quoted(everywhere.source)} is.`,
        fix: 'Release a service that has a chart.',
      };
}

/** A chart that is published elsewhere is known by its pin alone. */
function pinProblem(
  options: Subject & { service: Service },
): Problem | undefined {
  const { matrix, umbrella, operation, service } = options;
  if (isLocalService({ service })) {
    return undefined;
  }
  const file = `${matrix.umbrella}/Chart.yaml`;
  if (!umbrella) {
    return operation.version === undefined
      ? undefined
      : {
          rule: 'release-umbrella',
          file,
          message: `There is no umbrella chart at ${file}, where the versions of services are pinned.`,
          fix: 'Write umbrella: with its folder in the matrix, or make the chart.',
        };
  }
  return operation.version !== undefined ||
    umbrellaIndex({ umbrella }).has(service.name)
    ? undefined
    : {
        rule: 'release-version',
        file,
        message: `${service.name} was not released before, so its first release names the version of its chart.`,
        fix: 'Name it with --chart-version.',
      };
}
