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

import { nearestName } from '../../check/nearestName';
import { quoted } from '../../check/quoted';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { packagedServices } from '../evidence/packagedServices';
import { isMap } from '../../values/isMap';

/**
 * What a packaged chart binds is declared in the matrix: else the common chart
 * stops, since nothing tells where it is.
 *
 * @internal
 */
export const bindingUndeclared: AgreementRule = {
  id: 'binding-undeclared',
  summary:
    'The matrix declares every dependency that a packaged chart binds at the pin of the umbrella.',
  severity: 'error',
  check: context =>
    packagedServices({ context }).flatMap(
      ({ service, chart, title }): Disagreement[] => {
        const { bindings } = chart.values;
        const declared = service.dependencies.map(({ name }) => name);
        const others = Object.entries(isMap(bindings) ? bindings : {}).filter(
          ([dependency]) => !declared.includes(dependency),
        );
        return others.map(([dependency, names]) => {
          const nearest = nearestName({
            name: dependency,
            candidates: declared,
          });
          const read = isMap(names) ? Object.keys(names) : [];
          const variables = read.map(name => quoted(name).slice(1, -1));
          const shown = read.length > 0 ? ` (${variables.join(', ')})` : '';
          return {
            finding: {
              file: context.platform.matrixFile,
              line: service.line,
              message: `${title} binds ${quoted(
                dependency,
              )}${shown}, on which ${
                service.name
              } does not depend in the matrix, so nothing tells it where that is.`,
              fix: nearest
                ? `The matrix has ${nearest}: pin a chart that binds that, or correct the matrix.`
                : `Write it among the dependencies of ${service.name}, or pin a chart that does not bind it.`,
            },
          };
        });
      },
    ),
};
