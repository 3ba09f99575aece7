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

import { fileRepositoryFolder } from '../../charts/fileRepository';
import { nearestName } from '../../check/nearestName';
import { quoted } from '../../check/quoted';
import { matrixIndex } from '../../matrix';
import { isMap } from '../../values/isMap';
import { valueAt } from '../../values/valueAt';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';

/**
 * Every chart in `charts/` is one of a service, or one that another chart needs.
 *
 * @internal
 */
export const chartOrphaned: AgreementRule = {
  id: 'chart-orphaned',
  summary: 'Every chart in charts/ is that of a service of the matrix.',
  severity: 'warning',
  check: context => {
    const { services } = matrixIndex(context);
    const { repository } = context.matrix.commonChart;
    const folders = [...context.platform.files.keys()].flatMap(
      path => /^(charts\/[^/]+)\/Chart\.yaml$/.exec(path)?.[1] ?? [],
    );
    const orphans = folders.filter(folder => {
      const name = folder.slice('charts/'.length);
      const root = context.document(`${folder}/Chart.yaml`)?.value;
      return (
        !services.has(name) &&
        name !== 'platform-common' &&
        repository !== `file://${folder}` &&
        !(isMap(root) && root.type === 'library')
      );
    });
    const needed = orphans.length > 0 ? neededFolders(context) : new Set();
    return orphans
      .filter(folder => !needed.has(folder))
      .map((folder): Disagreement => {
        const name = folder.slice('charts/'.length);
        const nearest = nearestName({ name, candidates: services.keys() });
        return {
          finding: {
            file: `${folder}/Chart.yaml`,
            line: 1,
            message: `${folder} holds a chart of ${quoted(
              name,
            )}, which is no service of the matrix.`,
            fix: nearest
              ? `Did you mean ${nearest}? Else enter it in the matrix, or remove the folder.`
              : 'Enter it in the matrix, or remove the folder.',
          },
        };
      });
  },
};

/** Folders that charts of the repository name as dependencies; the umbrella only for services of the matrix. */
function neededFolders(context: AgreementContext): ReadonlySet<string> {
  const { services } = matrixIndex(context);
  const charts = [...context.platform.files.keys()].flatMap(
    path => /^(.+)\/Chart\.yaml$/.exec(path)?.[1] ?? [],
  );
  return new Set(
    charts.flatMap(from => {
      const root = context.document(`${from}/Chart.yaml`)?.value;
      const listed = valueAt({ root, path: ['dependencies'] });
      return (Array.isArray(listed) ? listed : []).flatMap(
        (entry): string[] => {
          if (!isMap(entry) || typeof entry.repository !== 'string') {
            return [];
          }
          const { repository, alias, name } = entry;
          const isAsked =
            from !== context.matrix.umbrella ||
            services.has(String(alias ?? name));
          return isAsked
            ? [fileRepositoryFolder({ from, repository }) ?? '']
            : [];
        },
      );
    }),
  );
}
