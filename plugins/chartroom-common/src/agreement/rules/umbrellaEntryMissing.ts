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

import { umbrellaIndex } from '../../charts/umbrellaIndex';
import { tierPeers } from '../../charts/tierPeers';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import type { Disagreement } from '../Disagreement';
import { entryVersion } from '../entryVersion';

/**
 * Every service that has a chart has an entry in the umbrella.
 *
 * @internal
 */
export const umbrellaEntryMissing: AgreementRule = {
  id: 'umbrella-entry-missing',
  summary: 'The umbrella lists the chart of every service of the matrix.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella, platform } = context;
    if (!umbrella) {
      return [];
    }
    const { profiles } = platform;
    const file = umbrella.chartFile;
    const index = umbrellaIndex({ umbrella });
    return matrix.services.flatMap((service): Disagreement[] => {
      const entry = derivations.umbrellaEntry({ matrix, service, profiles });
      if (!entry || index.has(service.name)) {
        return [];
      }
      const finding = {
        file,
        line: context.document(file)?.lineAt(['dependencies']),
        message: `${file} does not list ${service.name}.`,
      };
      const version = entryVersion({ context, service, entry });
      if (version === undefined) {
        const fix = `Run chartroom release ${service.name}: no version of its chart is pinned yet.`;
        return [{ finding: { ...finding, severity: 'warning', fix } }];
      }
      const { name, repository, condition, alias } = entry;
      const item = {
        ...{ name, version, repository, condition },
        ...(alias && { alias }),
      };
      const peers = tierPeers({ matrix, service });
      // A chart of this name may be there for another service, under an alias
      const isTaken = umbrella.dependencies.some(it => it.name === name);
      const place =
        isTaken && !alias
          ? { key: 'condition', after: peers.map(it => `${it}.enabled`) }
          : { key: alias ? 'alias' : 'name', after: peers };
      return [
        {
          finding,
          changes: [
            {
              kind: 'edit',
              path: file,
              edits: [
                {
                  op: 'ensureListItem',
                  path: ['dependencies'],
                  key: place.key,
                  item,
                  place: { after: place.after },
                },
              ],
            },
          ],
        },
      ];
    });
  },
};
