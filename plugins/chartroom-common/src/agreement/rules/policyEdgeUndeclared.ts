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
 * The rendered policies open no way that the matrix does not declare.
 *
 * @internal
 */
export const policyEdgeUndeclared: AgreementRule = {
  id: 'policy-edge-undeclared',
  summary:
    'The network policies of each environment open no edge that the matrix does not declare.',
  severity: 'error',
  check: context =>
    policyEdges({ context })
      .filter(({ undeclared }) => undeclared.length > 0)
      .map(({ state, caller, called, dependency, undeclared }) => ({
        finding: {
          file: context.platform.matrixFile,
          line: dependency?.line ?? caller.line,
          message: `In ${state.title} the network policies let ${
            caller.name
          } reach ${called.name} on ${portsText(
            undeclared,
          )}, which the matrix does not declare.`,
          fix: 'Declare the dependency, with its ports; or remove what opens the way: policies add up, so that one alone is enough.',
        },
      })),
};
