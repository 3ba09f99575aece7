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

import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { tokens } from './planLandscape.mjs';

const compress = promisify(gzip);
const revisionToken = 777_777_777;
const current = new Set([
  'deployed',
  'failed',
  'pending-upgrade',
  'uninstalled',
]);

/**
 * Makes of what Helm stored of a shape a function that writes the Secrets of a release of that shape: as many revisions as
 * asked for, the newest in the states of the shape's, all before them superseded.
 */
export function cloneRelease({ namespace, revisions }) {
  const last = revisions.filter(({ labels }) => current.has(labels.status));
  // One that is uninstalled has no superseded revision but the first
  const [superseded] = revisions;
  const texts = new Map(
    [superseded, ...last].map(revision => [revision, textOf(revision)]),
  );
  return async ({ release, revision }) => {
    const source =
      last[revision - (release.revisions - last.length) - 1] ?? superseded;
    const status = source === superseded ? 'superseded' : source.labels.status;
    const version = versionOf({ release, revision });
    const text = texts
      .get(source)
      .replaceAll(namespace, release.namespace)
      .replaceAll(tokens.name, release.name)
      .replaceAll(tokens.version, version)
      .replaceAll(tokens.subchartVersion, `2.${revision}.0`)
      .replace(`${revisionToken}`, `${revision}`);
    // Helm's own level
    const packed = await compress(text, {
      level: constants.Z_BEST_COMPRESSION,
    });
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'helm.sh/release.v1',
      metadata: {
        name: `sh.helm.release.v1.${release.name}.v${revision}`,
        namespace: release.namespace,
        labels: {
          ...source.labels,
          name: release.name,
          status,
          version: `${revision}`,
        },
      },
      data: {
        release: Buffer.from(packed.toString('base64')).toString('base64'),
      },
    };
  };
}

/** A rollback has the chart that it went back to. */
function versionOf({ release, revision }) {
  return release.shape === 'rolled-back' && revision === release.revisions
    ? release.version
    : `1.${revision}.0`;
}

/** The record as Helm writes it, with a token for the revision. One that is pending has been so for hours. */
function textOf({ labels, record }) {
  const info =
    labels.status === 'pending-upgrade'
      ? { ...record.info, last_deployed: '2026-01-01T00:00:00.000000000Z' }
      : record.info;
  return JSON.stringify({ ...record, info, version: revisionToken });
}
