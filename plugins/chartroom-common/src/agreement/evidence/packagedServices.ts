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

import { isLocalService } from '../../charts/isLocalService';
import { umbrellaIndex } from '../../charts/umbrellaIndex';
import { quoted } from '../../check/quoted';
import type { FileTree } from '../../files';
import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import { isOnCommonChart } from '../isOnCommonChart';
import { packagedChart, type PackagedChart } from './packagedChart';

/**
 * A service whose chart comes packaged, as the umbrella pins it.
 *
 * @internal
 */
export interface PackagedService {
  readonly service: Service;
  readonly chart: PackagedChart;
  readonly files: FileTree;
  /** What messages call the chart: name and version, as a person reads them. */
  readonly title: string;
  /** Where the umbrella lists it. */
  readonly place: { readonly file: string; readonly line?: number };
}

const known = new WeakMap<AgreementContext, readonly PackagedService[]>();

/**
 * The services on the common chart that come packaged from elsewhere, where the
 * packages were given.
 *
 * @internal
 */
export function packagedServices(options: {
  context: AgreementContext;
}): readonly PackagedService[] {
  const { context } = options;
  const before = known.get(context);
  if (before) {
    return before;
  }
  const { matrix, umbrella, evidence } = context;
  const index = umbrella && umbrellaIndex({ umbrella });
  const found = matrix.services.flatMap((service): PackagedService[] => {
    const files = evidence?.charts?.get(service.name);
    const position = index?.get(service.name)?.position;
    if (
      !files ||
      !umbrella ||
      position === undefined ||
      isLocalService({ service }) ||
      !isOnCommonChart(service)
    ) {
      return [];
    }
    const chart = packagedChart({ files });
    const file = umbrella.chartFile;
    const line = context.document(file)?.lineAt(['dependencies', position]);
    const version = quoted(chart.version).slice(1, -1);
    const title = `The packaged chart ${service.name} ${version}`;
    return [{ service, chart, files, title, place: { file, line } }];
  });
  known.set(context, found);
  return found;
}
