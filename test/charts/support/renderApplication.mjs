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

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** The source of an Application that is rendered, and the one that only lends its files. */
export function sourcesOf({ spec }) {
  const sources = spec.sources ?? [spec.source];
  return {
    sources,
    rendered: sources.find(({ ref }) => !ref),
    reference: sources.find(({ ref }) => ref),
  };
}

/** Where the chart and the value files of an Application are, in the order in which Helm gets these. */
export function applicationFiles({ application, directory }) {
  const { rendered, reference } = sourcesOf(application);
  const chart = join(directory, rendered.path);
  return {
    chart,
    valueFiles: rendered.helm.valueFiles.map(file =>
      reference && file.startsWith(`$${reference.ref}/`)
        ? join(directory, file.slice(reference.ref.length + 2))
        : join(chart, file),
    ),
  };
}

/**
 * Renders an Application as Argo CD's repository server does: it builds the dependencies where they are missing, and gives
 * `valuesObject` after the value files (reposerver/repository of Argo CD 3.2).
 */
export async function renderApplication({ application, directory, helm }) {
  const { rendered } = sourcesOf(application);
  const { releaseName, valuesObject } = rendered.helm;
  const { chart, valueFiles } = applicationFiles({ application, directory });
  const scratch = await mkdtemp(join(tmpdir(), 'chartroom-application-'));
  try {
    const extra = join(scratch, 'values.yaml');
    if (valuesObject) {
      await writeFile(extra, stringify(valuesObject, { version: '1.1' }));
    }
    if (!existsSync(join(chart, 'charts'))) {
      await helm('dependency', 'build', chart);
    }
    return await helm(
      ...['template', chart, '--name-template', releaseName],
      ...['--namespace', application.spec.destination.namespace],
      ...[...valueFiles, ...(valuesObject ? [extra] : [])].flatMap(file => [
        ...['--values', file],
      ]),
      '--include-crds',
    );
  } finally {
    await rm(scratch, { recursive: true });
  }
}
