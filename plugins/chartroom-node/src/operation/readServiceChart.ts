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
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = 'chart/';

const chartSchema = z.object({ name: z.string(), version: z.string() });

/**
 * A service's chart, with paths relative to its folder.
 *
 * @public
 */
export interface ServiceChart {
  readonly name: string;
  readonly version: string;
  readonly files: FileTree;
}

/**
 * The chart in a service's repository, with paths relative to the chart's folder.
 *
 * @remarks
 * Throws InputError when there is none, or none with a name and a version.
 *
 * @public
 */
export function readServiceChart(options: { files: FileTree }): ServiceChart {
  const files = new Map(
    [...options.files]
      .filter(([path]) => path.startsWith(FOLDER))
      .map(([path, content]) => [path.slice(FOLDER.length), content]),
  );
  const text = files.get('Chart.yaml');
  if (text === undefined) {
    throw new InputError(
      `There is no ${FOLDER}Chart.yaml among the service's files; write the plan's files first`,
    );
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new InputError(`${FOLDER}Chart.yaml is not YAML`, error);
  }
  const chart = chartSchema.safeParse(value);
  if (!chart.success) {
    throw new InputError(
      `${FOLDER}Chart.yaml needs a name and a version, both as text`,
    );
  }
  return { ...chart.data, files };
}
