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

import { checkServiceName } from '../checkServiceName';
import type { ServiceRule } from './MatrixRule';

/** The catalog's names, of which a backing service's is `<system>-<name>`. */
const longestEntityName = 63;

/**
 * A service's name is one that Kubernetes, Helm and the catalog can all hold.
 *
 * @internal
 */
export const serviceName: ServiceRule = ({ matrix, service, file }) => {
  const at = {
    rule: 'matrix-name',
    severity: 'error' as const,
    file,
    line: service.line,
  };
  const checked = checkServiceName({ name: service.name, taken: [] });
  if (!checked.ok) {
    return [{ ...at, message: checked.reason, fix: 'Rename the service.' }];
  }
  const entity = `${matrix.system}-${service.name}`;
  return service.kind === 'backing-service' && entity.length > longestEntityName
    ? [
        {
          ...at,
          message: `${entity}, the name of ${service.name} in the catalog, is longer than ${longestEntityName} characters.`,
          fix: 'Shorten the name of the service or of the system.',
        },
      ]
    : [];
};
