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

import { newUmbrella } from '../../charts/newUmbrella';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import { entryVersion } from '../entryVersion';

/**
 * There is an umbrella chart. It is made only where no other chart could be the
 * one that is meant.
 *
 * @internal
 */
export const umbrellaMissing: AgreementRule = {
  id: 'umbrella-missing',
  summary: 'A platform that delivers one umbrella has its chart.',
  severity: 'error',
  check: context => {
    const { platform, matrix } = context;
    const path = `${matrix.umbrella}/Chart.yaml`;
    if (matrix.delivery !== 'umbrella' || platform.files.has(path)) {
      return [];
    }
    const other = [...platform.files.keys()].find(file =>
      /^helm\/[^/]+\/Chart\.yaml$/.test(file),
    );
    const message = `There is no umbrella chart at ${path}.`;
    if (other) {
      const fix = `Write umbrella: ${other.replace(
        /\/Chart\.yaml$/,
        '',
      )} in the matrix if that chart is meant, or make the chart.`;
      return [{ finding: { file: path, message, fix } }];
    }
    const content = newUmbrella({ matrix, entries: entriesOf(context) });
    return [
      {
        finding: {
          file: path,
          message,
          fix: 'Write umbrella: with its folder in the matrix, or run chartroom sync, which makes the chart.',
        },
        changes: [{ kind: 'write', path, content }],
      },
    ];
  },
};

function entriesOf(context: AgreementContext) {
  const { matrix, platform } = context;
  const { profiles } = platform;
  return matrix.services.flatMap(service => {
    const entry = derivations.umbrellaEntry({ matrix, service, profiles });
    const version = entry && entryVersion({ context, service, entry });
    return entry && version
      ? [{ tier: service.tier, entry: { ...entry, version } }]
      : [];
  });
}
