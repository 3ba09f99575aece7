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

import type { EffectTargetOf } from '../../ledger';
import type { UndoContext, UndoneEffect } from './UndoneEffect';

/**
 * Removes a published chart version, where its repository allows that.
 *
 * @internal
 */
export async function undoChart(
  options: UndoContext & { target: EffectTargetOf<'chart'> },
): Promise<UndoneEffect> {
  const { services, target } = options;
  const { name, version } = target;
  const what = `the chart ${name} ${version} in ${target.repository}`;
  const repository = services.chartRepositories.byUrl({
    url: target.repository,
  });
  const published = (await repository.versions({ name })).find(
    chart => chart.version === version,
  );
  if (!published) {
    return { state: 'undone', note: `${what} is not there` };
  }
  if (published.digest !== target.digest) {
    return {
      state: 'kept',
      note: `${what} is not known to be of this operation`,
    };
  }
  return (await repository.remove({ name, version }))
    ? { state: 'undone', note: `${what} was removed` }
    : {
        state: 'kept',
        note: `${what} cannot be removed there; the next run takes the next version`,
      };
}
