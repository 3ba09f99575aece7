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

import { InputError } from '@backstage/errors';
import type {
  Environment,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { AssembledChart, Helm } from '../helm';
import { chartBeside } from './chartBeside';
import { lockedVersion } from './lockedVersion';
import { missingChart } from './missingChart';
import { oncePerChart } from './oncePerChart';

/**
 * Renders the whole umbrella of a platform for one environment.
 *
 * @remarks
 * Charts come from the platform repository and from `archives`; one that is in
 * neither stops it with what to do. Throws InputError with Helm's own sentence
 * where the umbrella cannot be rendered.
 *
 * @public
 */
export async function renderUmbrella(options: {
  platform: Platform;
  /** Absent: the umbrella with its own values alone. */
  environment?: Environment;
  /** Packed charts, by the name of their file, such as `redis-1.2.3.tgz`. */
  archives: ReadonlyMap<string, Buffer>;
  helm: Helm;
  signal?: AbortSignal;
}): Promise<string> {
  const { platform, environment, archives, helm, signal } = options;
  const { matrix, umbrella, files: all } = platform;
  if (!matrix || !umbrella) {
    const reasons = platform.findings.map(({ message }) => message).join(' ');
    throw new InputError(
      `There is no umbrella that can be rendered. ${reasons}`.trim(),
    );
  }
  const folder = `${matrix.umbrella}/`;
  const files = new Map(
    [...all]
      .filter(
        ([path]) =>
          path.startsWith(folder) && !path.startsWith(`${folder}charts/`),
      )
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
  const subcharts = oncePerChart(umbrella).map(
    (dependency): AssembledChart['subcharts'][number] => {
      const { name, repository = '' } = dependency;
      const local = chartBeside({
        folder: matrix.umbrella,
        files: all,
        dependency,
      });
      if (local) {
        return { name, files: local };
      }
      const locked = lockedVersion({ lock: umbrella.lock, dependency });
      const version = locked ?? dependency.version;
      const archive = archives.get(`${name}-${version}.tgz`);
      if (!archive) {
        const reason = repository.startsWith('file:')
          ? missingChart({ folder: matrix.umbrella, dependency })
          : `${matrix.umbrella}/charts holds no ${name}-${version}.tgz; run helm dependency build ${matrix.umbrella}`;
        throw new InputError(reason);
      }
      return { name, archive, version };
    },
  );
  const values = environment?.values;
  return helm.template({
    chart: { files, subcharts },
    release: matrix.system,
    namespace: environment?.namespace ?? matrix.system,
    valuesFiles: values && files.has(values) ? [values] : [],
    signal,
  });
}
