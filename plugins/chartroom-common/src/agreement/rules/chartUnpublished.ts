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

import type { ChartDependency } from '../../charts';
import { quoted } from '../../check/quoted';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { satisfiesRange } from '../../versions';

/**
 * A pin names a chart that there is. What is in `charts/` beside the umbrella is
 * what Helm found; without a look at the chart repository no more can be said.
 *
 * @internal
 */
export const chartUnpublished: AgreementRule = {
  id: 'chart-unpublished',
  summary:
    'The chart of every remote entry of the umbrella is published, and beside the umbrella where others are.',
  severity: 'error',
  check: context => {
    const { umbrella } = context;
    return (umbrella?.dependencies ?? []).flatMap((entry, position) => {
      const isRemote = /^(?:https?|oci):\/\//.test(entry.repository ?? '');
      return isRemote ? [...unpublished({ context, entry, position })] : [];
    });
  },
};

function* unpublished(options: {
  context: AgreementContext;
  entry: ChartDependency;
  position: number;
}): Iterable<Disagreement> {
  const { context, entry, position } = options;
  const { evidence, matrix, umbrella } = context;
  const file = umbrella?.chartFile ?? '';
  const { name, version: range = '*' } = entry;
  const line = () =>
    context.document(file)?.lineAt(['dependencies', position, 'version']);
  const versions = evidence?.publishedVersions?.get(name);
  if (
    versions?.every(version => satisfiesRange({ range, version }) === false)
  ) {
    const some = versions.slice(-5).map(version => quoted(version));
    yield {
      finding: {
        file,
        line: line(),
        message: `No published version of ${quoted(name)} fits ${quoted(
          range,
        )}; there ${some.length > 0 ? `are ${some.join(', ')}` : 'is none'}.`,
        fix: `Release ${quoted(name)}, or pin a version that is published.`,
      },
    };
  } else if (evidence?.charts && !evidence.charts.has(entry.alias ?? name)) {
    yield {
      finding: {
        file,
        line: line(),
        severity: 'warning',
        message: `${
          matrix.umbrella
        }/charts holds other charts, and not ${quoted(name)} ${quoted(
          range,
        )}: it was not fetched, or is not published.`,
        fix: `Run helm dependency build ${matrix.umbrella}; if that finds none, release the chart or pin another version.`,
      },
    };
  }
}
