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
import { describeIssue } from '../check/describeIssue';
import { isMap } from '../values/isMap';
import { recordOfHead } from './recordOfHead';
import type { ReleaseRecord } from './ReleaseRecord';
import { releaseRecordSchema } from './releaseRecordSchema';

/**
 * A release's record from its JSON, as Helm 3 and Helm 4 write it.
 *
 * @remarks
 * Throws an InputError with one sentence where it is no such record. The sentence quotes no text of the record, since
 * that may hold secrets.
 *
 * @public
 */
export function parseReleaseRecord(value: unknown): ReleaseRecord {
  const parsed = releaseRecordSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue.path.join('.') || 'the record';
    const found = describeIssue({
      issue,
      where: place,
      value: nameOfType(valueAt(value, issue.path)),
    });
    throw new InputError(
      `This is no record of a Helm release: ${found}. Helm 3 and Helm 4 write name, info, chart, version and namespace; look at the Secret's data.release.`,
    );
  }
  const { data } = parsed;
  return {
    ...recordOfHead({
      head: data,
      namespace: data.namespace,
      revision: data.version,
    }),
    body: {
      manifest: data.manifest,
      hooks: data.hooks,
      values: data.config,
      defaults: data.chart.values,
      notes: data.info.notes,
    },
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      isMap(found) || Array.isArray(found)
        ? Reflect.get(found, key)
        : undefined,
    value,
  );
}

/** A map or list is named by its type anyway; a text is not to be quoted. */
function nameOfType(value: unknown): unknown {
  return typeof value === 'string' ? `${value.length} characters` : value;
}
