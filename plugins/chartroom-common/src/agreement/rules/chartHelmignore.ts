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

import { helmIgnore } from '../../charts/helmIgnore';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { localCharts } from '../localCharts';

const name = 'values-local.yaml';

/**
 * Helm does not pack the values for an installation alone: they would be part
 * of every release.
 *
 * @internal
 */
export const chartHelmignore: AgreementRule = {
  id: 'chart-helmignore',
  summary: `.helmignore of each chart names ${name}.`,
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(
      ({ service, folder }): Disagreement[] => {
        const path = `${folder}/.helmignore`;
        const { files } = context.platform;
        if (
          service.dependencies.length === 0 &&
          !files.has(`${folder}/${name}`)
        ) {
          return [];
        }
        const text = files.get(path);
        const isNamed = text
          ?.split('\n')
          .some(line => line.trim().replace(/^\//, '') === name);
        if (isNamed) {
          return [];
        }
        const eol = text?.includes('\r\n') ? '\r\n' : '\n';
        const ending = text === '' || text?.endsWith('\n') ? '' : eol;
        const content =
          text === undefined ? helmIgnore : `${text}${ending}${name}${eol}`;
        return [
          {
            finding: {
              file: path,
              message:
                text === undefined
                  ? `There is no ${path}, so Helm packs ${name} into every release.`
                  : `${path} does not name ${name}, so Helm packs it into every release.`,
            },
            changes: [{ kind: 'write', path, content }],
          },
        ];
      },
    ),
};
