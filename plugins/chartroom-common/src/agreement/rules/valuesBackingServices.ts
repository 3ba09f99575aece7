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
import { matrixIndex } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { blockDifferences } from '../blockDifferences';
import { derivations } from '../derivations';
import { differenceDisagreements } from '../differenceDisagreements';
import type { Disagreement } from '../Disagreement';
import { isMap } from '../../values/isMap';
import { placeText } from '../placeText';

const key = 'backingServices';

/**
 * What the umbrella's policies know about charts of others follows from the
 * matrix and their profiles.
 *
 * @internal
 */
export const valuesBackingServices: AgreementRule = {
  id: 'values-backing-services',
  summary:
    'What the umbrella knows about each chart of others is what follows from the matrix and its profile.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella, platform } = context;
    if (!umbrella || !platform.files.has(umbrella.valuesFile)) {
      return [];
    }
    const { profiles } = platform;
    const { values, valuesFile: file } = umbrella;
    const wanted = new Map(
      context.services.flatMap(service => {
        const { block = undefined } =
          service.kind === 'backing-service'
            ? derivations.backingService({ matrix, service, profiles })
            : {};
        return block ? [[service.name, block] as const] : [];
      }),
    );
    const written = values[key];
    if (!isMap(written ?? {})) {
      return differenceDisagreements({
        context,
        file,
        differences: blockDifferences({
          root: values,
          path: [key],
          expected: wanted.size > 0 ? Object.fromEntries(wanted) : undefined,
        }),
      });
    }
    // The first map makes the key that the others stand below
    const isNew = written === undefined || written === null;
    const differences =
      isNew && wanted.size > 0
        ? blockDifferences({
            root: values,
            path: [key],
            expected: Object.fromEntries(wanted),
          })
        : [...wanted].flatMap(([name, block]) =>
            blockDifferences({
              root: values,
              path: [key, name],
              expected: block,
            }),
          );
    const isAsked = isAskedIn(context);
    const others = isMap(written)
      ? Object.keys(written).filter(name => !wanted.has(name) && isAsked(name))
      : [];
    return [
      ...differenceDisagreements({ context, file, differences }),
      ...others.flatMap(name => unknown({ context, file, name })),
    ];
  },
};

/** Tells services that are not asked about from those that are, and from names of no service. */
function isAskedIn({ matrix, services }: AgreementContext) {
  const all = matrixIndex({ matrix }).services;
  const asked = new Set(services.map(({ name }) => name));
  return (name: string) => asked.has(name) || !all.has(name);
}

/** A block that does not follow goes, unless the umbrella has a chart for it that only a person knows. */
function unknown(options: {
  context: AgreementContext;
  file: string;
  name: string;
}): Disagreement[] {
  const { context, file, name } = options;
  const { matrix, umbrella } = context;
  const path = [key, name];
  const isPersons =
    umbrella !== undefined &&
    !matrixIndex({ matrix }).services.has(name) &&
    umbrellaIndex({ umbrella }).has(name);
  if (isPersons) {
    return [
      {
        finding: {
          file,
          line: context.document(file)?.lineAt(path),
          severity: 'warning',
          message: `${placeText({
            path,
          })} is about a chart that the matrix does not know.`,
          fix: 'Declare it in the matrix as a backing service.',
        },
      },
    ];
  }
  return differenceDisagreements({
    context,
    file,
    differences: blockDifferences({
      root: umbrella?.values,
      path,
      expected: undefined,
    }),
  });
}
