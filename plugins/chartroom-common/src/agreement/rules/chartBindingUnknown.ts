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
import { chartBindings } from '../chartBindings';
import type { Disagreement } from '../Disagreement';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';
import { placeText } from '../placeText';

/**
 * A chart binds nothing that the matrix does not declare: there is no way open
 * to it, or a name that nobody knows of.
 *
 * @internal
 */
export const chartBindingUnknown: AgreementRule = {
  id: 'chart-binding-unknown',
  summary:
    'Each chart binds only dependencies, and environment names, that the matrix declares.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(
      ({ service, folder }): Disagreement[] => {
        const file = `${folder}/values.yaml`;
        const document = context.document(file);
        const root = document?.value;
        const bindings = isMap(root) ? root.bindings : undefined;
        if (!document || !isMap(bindings)) {
          return [];
        }
        const known = new Map(
          chartBindings({ context, service }).map(it => [it.dependency, it]),
        );
        return Object.entries(bindings).flatMap(
          ([dependency, names]): Disagreement[] => {
            const path = ['bindings', dependency];
            const declared = known.get(dependency);
            if (!declared) {
              const nearest = nearestName({
                name: dependency,
                candidates: known.keys(),
              });
              return [
                {
                  finding: {
                    file,
                    line: document.lineAt(path),
                    message: `${placeText({ path })} binds ${quoted(
                      dependency,
                    )}, on which ${
                      service.name
                    } does not depend in the matrix, so nothing tells it where that is.`,
                    fix: nearest
                      ? `Did you mean ${nearest}?`
                      : `Write it among the dependencies of ${service.name} in the matrix, or remove it here.`,
                  },
                },
              ];
            }
            const others =
              declared.isWritten && isMap(names)
                ? Object.keys(names).filter(
                    name => !Object.hasOwn(declared.names, name),
                  )
                : [];
            return others.map(name => ({
              finding: {
                file,
                line: document.lineAt([...path, name]),
                message: `${placeText({
                  path: [...path, name],
                })} is no environment name that the matrix gives ${
                  service.name
                } for ${dependency}.`,
                fix: `Write it below env: of that dependency in the matrix, or remove it here.`,
              },
            }));
          },
        );
      },
    ),
};
