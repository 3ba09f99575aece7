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

import type { AgreementRule } from '../AgreementRule';
import { policyEdges } from '../evidence/policyEdges';
import { portsText } from '../evidence/portsText';

/**
 * The rendered policies let every service reach what it depends on.
 *
 * @internal
 */
export const policyEdgeMissing: AgreementRule = {
  id: 'policy-edge-missing',
  summary:
    'The network policies of each environment open every edge that the matrix declares.',
  severity: 'error',
  check: context =>
    policyEdges({ context })
      .filter(({ missing }) => missing.length > 0)
      .map(({ state, caller, called, dependency, missing, closedBy }) => {
        const closers = closedBy.map(({ name }) => name).join(' and ');
        return {
          finding: {
            file: context.platform.matrixFile,
            line: dependency?.line,
            message: `In ${state.title} ${caller.name} does not reach ${
              called.name
            } on ${portsText(
              missing,
            )}: the network policies of ${closers} do not open it.`,
            fix: 'Run chartroom sync and render again; a policy that is not of the common chart is for its author to mend.',
          },
        };
      }),
};
