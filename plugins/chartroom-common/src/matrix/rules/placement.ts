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

import { quoted } from '../../check/quoted';
import { checkOwner } from '../checkOwner';
import type { Finding } from '../../check';
import type { ServiceRule } from './MatrixRule';

/**
 * A service has an owner that can exist, ports that differ, and a place for its chart.
 *
 * @internal
 */
export const placement: ServiceRule = ({ matrix, service, file }) => {
  const findings: Finding[] = [];
  const at = { severity: 'error' as const, file, line: service.line };
  const owner = service.owner ?? matrix.owner;
  const checked = owner === undefined ? undefined : checkOwner({ owner });
  if (service.owner !== undefined && checked && !checked.ok) {
    findings.push({ ...at, rule: 'matrix-owner', message: checked.reason });
  }
  if (service.repository && !matrix.charts) {
    findings.push({
      ...at,
      rule: 'matrix-charts-repository',
      message: `${service.name} has a repository of its own, but the matrix does not say where its chart is published.`,
      fix: 'Write charts: { repository: … } at the top of the file.',
    });
  }
  const seen = new Set<string | number>();
  for (const port of service.ports) {
    const number = `${port.protocol}/${port.port}`;
    const repeated = [port.name, number].find(key => seen.has(key));
    if (repeated) {
      findings.push({
        ...at,
        rule: 'matrix-duplicate-port',
        message: `${service.name} has the port ${quoted(repeated)} twice.`,
        fix: 'Give each port a name and a number of its own.',
      });
    }
    seen.add(port.name).add(number);
  }
  return findings;
};
