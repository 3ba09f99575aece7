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

import { checkServiceName } from '../matrix';
import { mistypedOrigin } from './mistypedOrigin';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { AddServiceOperation } from './PlatformOperation';
import { refuse } from './refuse';

/** The tier that the matrix gives a service which names none. */
const defaultTier = { service: 'backend', 'backing-service': 'database' };

/**
 * Enters a service in the matrix, behind the last of its tier.
 *
 * @internal
 */
export function addService(
  options: OperationSubject<AddServiceOperation>,
): OperationEdits {
  const { platform, matrix, operation } = options;
  const { service } = operation;
  const checked = checkServiceName({
    name: service.name,
    taken: platform.namesTaken,
  });
  if (!checked.ok) {
    return refuse({
      rule: 'service-name',
      file: platform.matrixFile,
      message: checked.reason,
    });
  }
  const isBackingService = 'engine' in service || 'chart_source' in service;
  const mistyped = isBackingService
    ? mistypedOrigin({ platform, service })
    : undefined;
  if (mistyped) {
    return refuse(mistyped);
  }
  const tier =
    typeof service.tier === 'string'
      ? service.tier
      : defaultTier[isBackingService ? 'backing-service' : 'service'];
  const after = matrix.services
    .filter(peer => peer.tier === tier)
    .map(({ name }) => name);
  return {
    edits: [
      {
        file: platform.matrixFile,
        edits: [
          {
            op: 'ensureListItem',
            path: ['services'],
            key: 'name',
            item: service,
            place: { after },
          },
        ],
      },
    ],
  };
}
