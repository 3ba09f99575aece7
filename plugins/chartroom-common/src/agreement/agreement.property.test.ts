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

import fc from 'fast-check';
import { generatePlatform } from '../__fixtures__/generatePlatform';
import type { FileChange, FileTree } from '../files';
import { readPlatform } from '../platform';
import { planPlatformOperation } from '../platformOperations';
import { generatedMatrix } from './__testUtils__/generatedMatrix';
import { checkPlatform } from './checkPlatform';
import { syncPlatform } from './syncPlatform';

const now = '2026-12-01T10:00:00.000Z';
const runs = { numRuns: 25 };

function applied(files: FileTree, changes: readonly FileChange[]): FileTree {
  const after = new Map(files);
  for (const change of changes) {
    if (change.kind === 'write') {
      after.set(change.path, change.content);
    } else {
      after.delete(change.path);
    }
  }
  return after;
}

/** The repository of a generated matrix, in agreement. */
function synced(matrix: string): FileTree {
  const files = new Map([['service-matrix.yaml', matrix]]);
  return applied(files, syncPlatform({ files, now }).changes);
}

function inOrder(files: FileTree) {
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const seriously = (findings: ReturnType<typeof checkPlatform>) =>
  findings.filter(({ severity }) => severity !== 'info');

describe('the agreement of any matrix', () => {
  it('is clean after sync', () => {
    fc.assert(
      fc.property(generatedMatrix, matrix => {
        const files = synced(matrix);
        expect(
          seriously(checkPlatform({ platform: readPlatform({ files }) })),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('is not changed by a second sync, at another time', () => {
    fc.assert(
      fc.property(generatedMatrix, matrix => {
        const again = syncPlatform({
          files: synced(matrix),
          now: '2027-01-01T00:00:00.000Z',
        });
        expect(again.changes).toEqual([]);
      }),
      runs,
    );
  });

  it('holds for a thousand services', () => {
    const [[path, matrix]] = generatePlatform({ services: 1000 });
    expect(path).toBe('service-matrix.yaml');
    const files = synced(matrix);
    expect(
      seriously(checkPlatform({ platform: readPlatform({ files }) })),
    ).toEqual([]);
    expect(syncPlatform({ files, now }).changes).toEqual([]);
  });

  it('has its first bytes back when a service has come and gone', () => {
    const dependency = fc.nat(60);
    fc.assert(
      fc.property(
        generatedMatrix,
        fc.array(dependency, { maxLength: 4 }),
        fc.constantFrom('backend', 'frontend', 'database'),
        fc.boolean(),
        (matrix, places, tier, exposed) => {
          const before = synced(matrix);
          const listening = readPlatform({ files: before })
            .matrix!.services.filter(({ ports }) => ports.length > 0)
            .map(({ name }) => name);
          const dependencies = [
            ...new Set(
              listening.length > 0
                ? places.map(place => listening[place % listening.length])
                : [],
            ),
          ];
          const added = planPlatformOperation({
            files: before,
            now,
            operation: {
              kind: 'add-service',
              service: {
                name: 'newcomer',
                language: 'node',
                tier,
                port: 8080,
                ...(exposed && { exposed }),
                ...(dependencies.length > 0 && { dependencies }),
              },
            },
          });
          expect(seriously(added.findings)).toEqual([]);
          expect(added.changes.length).toBeGreaterThan(5);
          const between = applied(before, added.changes);
          const retired = planPlatformOperation({
            files: between,
            now,
            operation: { kind: 'retire', service: 'newcomer' },
          });
          expect(seriously(retired.findings)).toEqual([]);
          expect(inOrder(applied(between, retired.changes))).toEqual(
            inOrder(before),
          );
        },
      ),
      runs,
    );
  });
});
