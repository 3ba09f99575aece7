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

import type { ReleaseBody, ReleaseRecord } from '../releases';
import { chartOfSource } from '../releases/chartOfSource';
import { manifestDocuments } from '../releases/manifestDocuments';
import { objectMetadata } from '../releases/objectMetadata';

/**
 * What a release holds of one service: the whole of a release of its own, which has the name of the service or whose chart
 * has it; of any other its values, the global ones, and the objects of its chart.
 *
 * @remarks
 * Objects that lost Helm's `# Source:` comment, as in a post-renderer, are nobody's and are left out; where all have lost
 * it, those are the service's that its labels name: whoever may see one service may not see the others.
 * Undefined where only the head of the record was read.
 *
 * @public
 */
export function bodyOfService(options: {
  record: ReleaseRecord;
  service: string;
}): ReleaseBody | undefined {
  const { record, service } = options;
  const { body, chart } = record;
  // Helm leaves out of a release what is switched off, and keeps it in the lock
  const isListed = [
    ...chart.dependencies,
    ...(chart.lock?.dependencies ?? []),
  ].some(({ name }) => name === service);
  const isItsOwn = !isListed && [chart.name, record.name].includes(service);
  if (!body || isItsOwn) {
    return body;
  }
  const isOfService = (source: string | undefined) =>
    source !== undefined && chartOfSource({ source })[0] === service;
  const documents = manifestDocuments(body);
  const hasSources = documents.some(({ source }) => source !== undefined);
  return {
    manifest: documents
      .filter(({ source, text }) =>
        hasSources ? isOfService(source) : isNamed({ text, service }),
      )
      .map(({ text }) => `---\n${text}`)
      .join(''),
    hooks: body.hooks.filter(({ path }) => isOfService(path)),
    values: valuesOfService({ values: body.values, service }),
    defaults: valuesOfService({ values: body.defaults, service }),
  };
}

function isNamed(options: { text: string; service: string }): boolean {
  const { labels } = objectMetadata(options);
  const name =
    labels.get('app.kubernetes.io/name') ??
    labels.get('backstage.io/kubernetes-id');
  return name === options.service;
}

function valuesOfService(options: {
  values: ReleaseBody['values'];
  service: string;
}): ReleaseBody['values'] {
  const { values, service } = options;
  return Object.fromEntries(
    [service, 'global'].flatMap(key =>
      Object.hasOwn(values, key) ? [[key, values[key]]] : [],
    ),
  );
}
