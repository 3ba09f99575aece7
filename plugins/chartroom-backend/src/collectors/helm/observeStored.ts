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
import {
  currentRelease,
  observeHelmRelease,
  type Observation,
  type ReleaseRecord,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { StoredRevision } from './storedRevision';

/**
 * What the current revisions of one release tell together: which one is the newest, and which one serves.
 *
 * @remarks
 * At most two bodies are read. A record that cannot be read is told by its metadata alone.
 *
 * @internal
 */
export async function observeStored(options: {
  /** Those that are not superseded; superseded ones do no harm. */
  revisions: readonly StoredRevision[];
  /** Throws InputError where the record is damaged. */
  read: (stored: StoredRevision) => Promise<ReleaseRecord>;
}): Promise<Observation | undefined> {
  const { revisions, read } = options;
  const current = currentRelease({ records: revisions });
  if (!current) {
    return undefined;
  }
  const { newest, serving = newest } = current;
  const { namespace, release: name } = newest;
  const common = { key: `${namespace}/${name}`, namespace };
  try {
    const [record, superseding] = await Promise.all([
      read(serving),
      serving === newest ? undefined : read(newest),
    ]);
    return {
      ...common,
      type: 'release',
      release: observeHelmRelease({ record, superseding }),
    };
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    return {
      ...common,
      type: 'release',
      release: {
        source: 'helm',
        name,
        namespace,
        subcharts: [],
        revision: newest.revision,
        status: newest.status,
        description: error.message,
        toldBy: `Secret ${namespace}/${newest.secret}`,
      },
    };
  }
}
