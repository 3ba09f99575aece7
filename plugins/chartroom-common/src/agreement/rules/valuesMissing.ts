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

import { tierHeading } from '../../charts/tierHeading';
import { stringifyYaml } from '../../yaml';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import { handMadeChart } from '../handMadeChart';
import { valuesEntry } from '../valuesEntry';

/**
 * The umbrella has a values.yaml.
 *
 * @internal
 */
export const valuesMissing: AgreementRule = {
  id: 'values-missing',
  summary: 'The umbrella has a values.yaml.',
  severity: 'error',
  check: context => {
    const { umbrella, platform } = context;
    const path = umbrella?.valuesFile;
    if (!path || platform.files.has(path)) {
      return [];
    }
    return [
      {
        finding: { file: path, message: `There is no ${path}.` },
        changes: [{ kind: 'write', path, content: content(context) }],
      },
    ];
  },
};

function content(context: AgreementContext): string {
  const { matrix, platform } = context;
  const { profiles } = platform;
  const tiers = new Map<string, Record<string, unknown>>();
  const blocks: Record<string, unknown> = {};
  for (const service of matrix.services) {
    if (
      derivations.umbrellaEntry({ matrix, service, profiles }) &&
      !handMadeChart({ context, service })
    ) {
      const tier = tiers.get(service.tier) ?? {};
      tier[service.name] = valuesEntry({ context, service });
      tiers.set(service.tier, tier);
    }
    if (service.kind === 'backing-service') {
      const { block } = derivations.backingService({
        matrix,
        service,
        profiles,
      });
      if (block) {
        blocks[service.name] = block;
      }
    }
  }
  const groups = [...tiers].map(
    ([tier, values]) => `\n# ${tierHeading(tier)}\n${stringifyYaml(values)}`,
  );
  const foreign =
    Object.keys(blocks).length > 0
      ? `\n# Charts of others: what the umbrella's policies know about them\n${stringifyYaml(
          { backingServices: blocks },
        )}`
      : '';
  return `# What is below \`wiring\` and \`backingServices\` follows from ${
    platform.matrixFile
  } and is
# written by Chartroom; what stands beside it is written by people.
${groups.join('')}${foreign}`;
}
