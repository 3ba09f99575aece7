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

import type { Umbrella } from '../../charts';
import { umbrellaIndex } from '../../charts/umbrellaIndex';
import { nearestName } from '../../check/nearestName';
import { quoted } from '../../check/quoted';
import { matrixIndex } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { isMap } from '../../values/isMap';

/** Keys of the umbrella itself. */
const ownKeys = ['global', 'backingServices', 'platform-common'];

/**
 * The umbrella's values speak of nothing that there is not. What was written
 * for a service that has left goes with it; a person's values stay.
 *
 * @internal
 */
export const valuesUnknown: AgreementRule = {
  id: 'values-unknown',
  summary:
    'Every key of the umbrella’s values is a service of the matrix or a chart of the umbrella.',
  severity: 'warning',
  check: context => {
    const { umbrella } = context;
    return umbrella
      ? filesOf({ context, umbrella }).flatMap(file =>
          unknownKeys({ context, umbrella, ...file }),
        )
      : [];
  },
};

function filesOf(options: { context: AgreementContext; umbrella: Umbrella }) {
  const { context, umbrella } = options;
  const { matrix } = context;
  return [
    { file: umbrella.valuesFile, values: umbrella.values },
    ...matrix.environments.map(environment => ({
      file: `${matrix.umbrella}/${environment.values}`,
      values: umbrella.environmentValues.get(environment.name) ?? {},
    })),
  ];
}

function unknownKeys(options: {
  context: AgreementContext;
  umbrella: Umbrella;
  file: string;
  values: Readonly<Record<string, unknown>>;
}): Disagreement[] {
  const { context, umbrella, file, values } = options;
  const { services } = matrixIndex(context);
  const charts = umbrellaIndex({ umbrella });
  const switches = conditionKeys(umbrella);
  return Object.entries(values).flatMap(([key, value]): Disagreement[] => {
    const isKnown =
      services.has(key) ||
      charts.has(key) ||
      switches.has(key) ||
      ownKeys.includes(key) ||
      key.startsWith('x-');
    if (isKnown) {
      return [];
    }
    const finding = {
      file,
      line: context.document(file)?.lineAt([key]),
      message: `${file} speaks of ${quoted(
        key,
      )}, which is no service of the matrix and no chart of the umbrella.`,
    };
    if (isDerived(value)) {
      const edits = [{ op: 'removeMapEntry' as const, path: [], key }];
      return [{ finding, changes: [{ kind: 'edit', path: file, edits }] }];
    }
    const nearest = nearestName({ name: key, candidates: services.keys() });
    const fix = nearest
      ? `Did you mean ${nearest}?`
      : 'Remove it, or begin its name with x- where a template of your own reads it.';
    return [{ finding: { ...finding, fix } }];
  });
}

/** First keys of what Helm reads to know whether a chart is on, such as `monitoring` of `monitoring.grafana.enabled`. */
function conditionKeys({ dependencies }: Umbrella): Set<string> {
  return new Set(
    dependencies.flatMap(({ condition = '', tags = [] }) => [
      ...condition.split(',').map(path => path.trim().split('.')[0]),
      ...(tags.length > 0 ? ['tags'] : []),
    ]),
  );
}

/** Whether all of it was written for a service, and nothing by a person. */
function isDerived(value: unknown): boolean {
  return (
    isMap(value) &&
    'wiring' in value &&
    Object.keys(value).every(key => key === 'enabled' || key === 'wiring')
  );
}
