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

import type { Finding } from '../check';
import type { EngineProfile } from '../wiring/EngineProfile';
import { matrixRules, serviceRules } from './rules';
import type { Matrix, Service } from './types';

/** Who has this many to correct reads the next ones after that. */
const mostFindings = 500;

/**
 * What is wrong with what a matrix means, in the order of its lines.
 *
 * @internal
 */
export function matrixFindings(options: {
  matrix: Matrix;
  file: string;
  profiles: readonly EngineProfile[];
}): Finding[] {
  const findings = matrixRules.flatMap(rule => rule(options));
  for (const service of options.matrix.services) {
    if (findings.length > mostFindings) {
      break;
    }
    findings.push(...serviceFindings({ ...options, service }));
  }
  return findings
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .slice(0, mostFindings);
}

/**
 * What is wrong with one service of a matrix; the same for one that is about to be created.
 *
 * @internal
 */
export function serviceFindings(options: {
  matrix: Matrix;
  service: Service;
  file: string;
  profiles: readonly EngineProfile[];
}): Finding[] {
  return serviceRules.flatMap(rule => rule(options));
}
