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

import { quoted } from '../check/quoted';
import type { Finding } from '../check';
import type { Service } from '../matrix';
import { matrixIndex } from '../matrix/matrixIndex';
import { chartFiles } from './chartFiles';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { RetireOperation } from './PlatformOperation';
import { refuse } from './refuse';
import { retirement } from './retirement';
import { unknownName } from './unknownName';

/** More files are counted, and not named. */
const mostNamed = 10;

/**
 * Takes a service out of every file that speaks of it.
 *
 * @remarks
 * A service that others depend on stays: they would start and find nobody. What
 * people added to its chart stays too, and is named, unless they want it to go.
 *
 * @internal
 */
export function retire(
  options: OperationSubject<RetireOperation>,
): OperationEdits {
  const { platform, matrix, operation } = options;
  const { matrixFile: file } = platform;
  const { services, callers } = matrixIndex({ matrix });
  const service = services.get(operation.service);
  if (!service) {
    return refuse(
      unknownName({
        rule: 'retire-unknown-service',
        file,
        thing: 'service',
        name: operation.service,
        known: [...services.keys()],
      }),
    );
  }
  const needing = callers.get(service.name) ?? [];
  if (needing.length > 0) {
    return refuse({
      rule: 'retire-needed',
      file,
      line: service.line,
      message: `${quoted(service.name)} cannot be retired: ${needing
        .map(it => quoted(it))
        .join(', ')} ${needing.length === 1 ? 'depends' : 'depend'} on it.`,
      fix: 'Remove these dependencies first, or retire the services that have them.',
    });
  }
  const { made, added } = chartFiles({ platform, matrix, service });
  return operation.force
    ? retirement({ ...options, service, chartFiles: [...made, ...added] })
    : {
        ...retirement({ ...options, service, chartFiles: made }),
        notes: kept({ service, paths: added }),
      };
}

/** Nothing that a person wrote goes unseen. */
function kept(options: {
  service: Service;
  paths: readonly string[];
}): Finding[] {
  const { service, paths } = options;
  const [file] = paths;
  if (file === undefined) {
    return [];
  }
  const some = paths.slice(0, mostNamed).join(', ');
  const more =
    paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : '';
  return [
    {
      rule: 'retire-kept',
      severity: 'info',
      file,
      message: `${some}${more} ${
        paths.length === 1 ? 'stays' : 'stay'
      }: Chartroom did not make ${paths.length === 1 ? 'it' : 'them'}.`,
      fix: `Take what is still of use, and delete charts/${service.name}. With --force, retire deletes such files too.`,
    },
  ];
}
