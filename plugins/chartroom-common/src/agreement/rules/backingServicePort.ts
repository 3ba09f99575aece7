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

import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import type { Disagreement } from '../Disagreement';

/**
 * A chart of somebody else opens the ports that its profile knows.
 *
 * @internal
 */
export const backingServicePort: AgreementRule = {
  id: 'backing-service-port',
  summary:
    'The matrix gives a backing service from a chart of somebody else the ports that its profile has.',
  severity: 'warning',
  check: context =>
    context.matrix.services.flatMap(service =>
      service.kind === 'backing-service' && service.source !== 'own'
        ? disagreementsOf({ context, service })
        : [],
    ),
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
}): Disagreement[] {
  const { context, service } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const { profile, placement, source } = derivations.backingService({
    ...{ matrix, service, profiles },
  });
  if (!profile || placement === 'external') {
    return [];
  }
  const open = [profile.port, ...Object.values(profile.ports ?? {})];
  return service.ports
    .filter(({ targetPort }) => !open.includes(targetPort))
    .map(({ name, targetPort }) => ({
      finding: {
        file: platform.matrixFile,
        line: service.line,
        message: `${
          service.name
        } has the port ${targetPort} (${name}) in the matrix, and its pods from the source ${source} open ${open.join(
          ', ',
        )}.`,
        fix: `Write ${profile.port}, or a profile of your own in profiles/${source}-${service.engine}.yaml.`,
      },
    }));
}
