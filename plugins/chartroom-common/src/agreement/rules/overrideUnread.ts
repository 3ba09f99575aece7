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

import { commonChartSchema } from '../../charts/commonChartSchema';
import { isLocalService } from '../../charts/isLocalService';
import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { packagedChart } from '../evidence/packagedChart';
import { unknownKeys, type UnknownKey } from '../evidence/unknownKeys';
import { unreadKeys } from '../evidence/unreadKeys';
import { valueLayers } from '../evidence/valueLayers';
import { handMadeChart } from '../handMadeChart';
import { isMap } from '../../values/isMap';
import { isOnCommonChart } from '../isOnCommonChart';
import { placeText } from '../placeText';
import { staleProfileValues } from '../staleProfileValues';
import { valueAt } from '../../values/valueAt';

/** `wiring` is compared with the matrix by rules of its own. */
const comparedElsewhere = ['global', 'wiring'];

/**
 * What people write over the values of a chart, the chart reads.
 *
 * @internal
 */
export const overrideUnread: AgreementRule = {
  id: 'override-unread',
  summary:
    'The chart of a service reads every key that the values of the umbrella and of the environments write below its name.',
  severity: 'error',
  check: context =>
    valueLayers({ context }).flatMap(layer => [
      ...context.matrix.services.flatMap(service => {
        const values = Object.hasOwn(layer.values, service.name)
          ? layer.values[service.name]
          : undefined;
        return isMap(values) && !handMadeChart({ context, service })
          ? disagreementsOf({ context, service, values, file: layer.file })
          : [];
      }),
      ...systemDefaults({ context, ...layer }),
    ]),
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  values: Readonly<Record<string, unknown>>;
  file: string;
}): Disagreement[] {
  const { context, service, file } = options;
  const { profiles } = context.platform;
  // What a former source needed is said, and removed, by another rule
  const stale = staleProfileValues({ ...options, profiles });
  const values = stale?.without ?? options.values;
  const path = [service.name];
  if (isOnCommonChart(service)) {
    const subcharts = subchartsOf(options);
    const except = new Set([...comparedElsewhere, ...(subcharts ?? [])]);
    return unknownKeys({ values, schema: commonChartSchema, path, except })
      .filter(({ nearest, path: place }) => {
        // Of a chart that nobody showed us, a map may be for a subchart of its own
        const isForSubchart = place.length === 2 && isMap(values[place[1]]);
        return subcharts !== undefined || nearest || !isForSubchart;
      })
      .map(key => unread({ context, file, key, reader: 'the common chart' }));
  }
  const chart = context.evidence?.charts?.get(service.name);
  const reader = `the chart of ${service.name}`;
  return (chart ? unreadKeys({ values, chart, path }) : []).map(key => {
    const { finding } = unread({ context, file, key, reader });
    return { finding: { ...finding, severity: 'warning' } };
  });
}

/** Names of the charts in the chart of a service; undefined where the chart is not here. */
function subchartsOf(options: {
  context: AgreementContext;
  service: Service;
}): readonly string[] | undefined {
  const { context, service } = options;
  const { name } = service;
  const files = context.evidence?.charts?.get(name);
  if (isLocalService({ service })) {
    const root = context.document(`charts/${name}/Chart.yaml`)?.value;
    const listed = valueAt({ root, path: ['dependencies'] });
    return Array.isArray(listed)
      ? listed.flatMap(entry =>
          isMap(entry) ? [String(entry.alias ?? entry.name)] : [],
        )
      : [];
  }
  return (
    files &&
    packagedChart({ files }).dependencies.map(
      ({ name: subchart, alias }) => alias ?? subchart,
    )
  );
}

/** What the common chart reads for every service of the system. */
function systemDefaults(options: {
  context: AgreementContext;
  file: string;
  values: Readonly<Record<string, unknown>>;
}): Disagreement[] {
  const { context, file, values: root } = options;
  const path = ['global', 'chartroom', 'defaults'];
  const values = valueAt({ root, path });
  return unknownKeys({ values, schema: commonChartSchema, path }).map(key =>
    unread({ context, file, key, reader: 'the common chart' }),
  );
}

function unread(options: {
  context: AgreementContext;
  file: string;
  key: UnknownKey;
  reader: string;
}) {
  const { context, file, key, reader } = options;
  const { path, nearest } = key;
  return {
    finding: {
      file,
      line: context.document(file)?.lineAt(path),
      message: `${placeText({
        path: [...path],
      })} is written, and ${reader} has no such value.`,
      fix: nearest
        ? `Did you mean ${nearest}?`
        : 'Remove it, or write it where it is read.',
    },
  };
}
