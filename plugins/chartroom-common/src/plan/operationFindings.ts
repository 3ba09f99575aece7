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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Finding } from '../check';
import { quoted } from '../check/quoted';
import { checkOwner, checkServiceName } from '../matrix';
import type { Platform } from '../platform';
import { serviceLanguages } from './serviceLanguages';
import type { CreateServiceOperation, PlanFacts } from './types';

const longestDescription = 300;
/** Containers run without privileges, and only a privileged one opens a lower port. */
const lowestPort = 1024;
const highestPort = 65535;

type Problem = Pick<Finding, 'rule' | 'message' | 'fix'>;

interface CheckOptions {
  readonly platform: Platform;
  readonly operation: CreateServiceOperation;
  readonly facts: PlanFacts;
}

/**
 * What is wrong with what a person asked for, before the service is drafted:
 * the words are the same in the form, in the action and in the API.
 *
 * @internal
 */
export function operationFindings(options: CheckOptions): Finding[] {
  const { platform } = options;
  return [name, owner, language, port, description, exposed, charts]
    .flatMap(check => check(options) ?? [])
    .map(problem => ({
      ...problem,
      severity: 'error',
      file: platform.matrixFile,
    }));
}

function name({
  platform,
  operation,
  facts,
}: CheckOptions): Problem | undefined {
  const checked = checkServiceName({
    name: operation.service.name,
    taken: [...platform.namesTaken, ...facts.namesTaken],
  });
  return checked.ok
    ? undefined
    : {
        rule: 'service-name',
        message: checked.reason,
        fix: 'Choose another name.',
      };
}

function owner({ operation, facts }: CheckOptions): Problem | undefined {
  const given = operation.service.owner;
  const checked = checkOwner({ owner: given });
  if (!checked.ok) {
    return {
      rule: 'service-owner',
      message: checked.reason,
      fix: 'Choose a group or a user.',
    };
  }
  const comparable = (reference: string) =>
    stringifyEntityRef(
      parseEntityRef(reference, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  const known = facts.knownOwners?.map(comparable);
  return !known || known.includes(comparable(given))
    ? undefined
    : {
        rule: 'service-owner',
        message: `The owner ${quoted(given)} is not in the catalog.`,
        fix: 'Choose a group or a user that is.',
      };
}

function language({ operation }: CheckOptions): Problem | undefined {
  return serviceLanguages.includes(operation.service.language)
    ? undefined
    : {
        rule: 'service-language',
        message: `${quoted(
          operation.service.language,
        )} is no language that services are created in: there is a skeleton for ${serviceLanguages.join(
          ', ',
        )} alone.`,
        fix: `Choose ${serviceLanguages.join(' or ')}.`,
      };
}

function port({ operation }: CheckOptions): Problem | undefined {
  const given = operation.service.port;
  if (given === undefined) {
    return undefined;
  }
  const fix = `Choose a port from ${lowestPort} to ${highestPort}, or none for a worker.`;
  if (!Number.isInteger(given) || given < 1 || given > highestPort) {
    return {
      rule: 'service-port',
      message: `The port must be a whole number from 1 to ${highestPort}, and is ${given}.`,
      fix,
    };
  }
  return given >= lowestPort
    ? undefined
    : {
        rule: 'service-port',
        message: `Port ${given} is below ${lowestPort}: containers run without privileges, and cannot open it.`,
        fix,
      };
}

function description({ operation }: CheckOptions): Problem | undefined {
  const given = operation.service.description;
  if (Array.from(given).length > longestDescription) {
    return {
      rule: 'service-description',
      message: `The description is longer than ${longestDescription} characters.`,
      fix: 'Shorten it.',
    };
  }
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(given)
    ? {
        rule: 'service-description',
        message: `The description ${quoted(
          given,
        )} holds control characters or line breaks.`,
        fix: 'Write it in one line of plain text.',
      }
    : undefined;
}

function exposed({ platform, operation }: CheckOptions): Problem | undefined {
  if (!operation.service.exposed) {
    return undefined;
  }
  if (operation.service.port === undefined) {
    return {
      rule: 'service-exposed',
      message: 'A worker opens no port, so it cannot be exposed.',
      fix: 'Give it a port, or do not expose it.',
    };
  }
  return platform.matrix && platform.matrix.environments.length === 0
    ? {
        rule: 'service-exposed',
        message: `${platform.matrix.system} has no environment whose domain would give the service a host.`,
        fix: 'Declare environments with a domain in the matrix, or do not expose the service.',
      }
    : undefined;
}

function charts({ platform }: CheckOptions): Problem | undefined {
  const { matrix } = platform;
  return matrix && !matrix.charts
    ? {
        rule: 'platform-charts',
        message: `The matrix of ${matrix.system} does not say where the charts of services are published.`,
        fix: 'Write charts: { repository: … } in the matrix.',
      }
    : undefined;
}
