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

import type { FileTree } from '../files';
import type { Platform } from '../platform';
import { documentsOf } from '../platform/readings';
import type { YamlPath } from '../yaml';
import type { AgreementChange } from './AgreementChange';
import { applyChanges } from './applyChanges';
import { disagreements } from './disagreements';
import { derived } from './rules/derived';
import { environmentValues } from './rules/environmentValues';
import { valuesBackingServices } from './rules/valuesBackingServices';
import { valuesCallers } from './rules/valuesCallers';
import { valuesEnabled } from './rules/valuesEnabled';
import { valuesWiring } from './rules/valuesWiring';
import { valueAt } from '../values/valueAt';

interface Place {
  readonly file: string;
  readonly path: YamlPath;
}

/** Those that say something else of a service when another comes or goes. */
const rules = [
  valuesEnabled,
  valuesWiring,
  valuesCallers,
  valuesBackingServices,
  environmentValues,
  derived,
];

/**
 * What an operation that enters or removes a service makes the agreement ask
 * for, and nothing that it asked for before: an unrelated repair is not part of it.
 *
 * @remarks
 * A file that is written whole, and did not agree before, is left as it is;
 * `left` names it where it should be other than before the operation. Throws
 * YamlEditRefusedError where a file cannot be edited safely.
 *
 * @internal
 */
export function followingChanges(options: {
  before: Platform;
  /** The same platform with what the operation does by itself, as far as it is read; its files too. */
  after: Platform;
  /** Edits that the operation makes by itself in files that are edited here. */
  edits: readonly AgreementChange[];
  /** Names of the services that the operation touches. */
  services: ReadonlySet<string>;
  /** Leave out files that only Chartroom writes. */
  isPartial?: boolean;
}): {
  files: FileTree;
  left: readonly string[];
} {
  const { before, after, edits, services, isPartial } = options;
  const asked = (platform: Platform) =>
    disagreements({ platform, rules, services, isPartial }).flatMap(
      ({ changes }) => changes,
    );
  const { changes, left } = causedChanges({
    ...{ before: asked(before), after: asked(after) },
    isEmpty: placesWithoutValue({ platform: before }),
  });
  const files = applyChanges({
    files: after.files,
    changes: [...edits, ...changes],
    parsed: after.parsed,
  });
  return { files, left };
}

function causedChanges(options: {
  before: readonly AgreementChange[];
  after: readonly AgreementChange[];
  /** Whether there is nothing behind the key of a map. */
  isEmpty: (place: Place) => boolean;
}): { changes: AgreementChange[]; left: string[] } {
  const { isEmpty } = options;
  const asked = new Set(options.before.map(keyOf));
  const wholeBefore = new Set(
    options.before.flatMap(({ kind, path }) => (kind === 'edit' ? [] : [path])),
  );
  const changes: AgreementChange[] = [];
  const left = new Set<string>();
  const caused = options.after.filter(change => !asked.has(keyOf(change)));
  // One caller alone would shut out the others, so an empty place is filled whole
  const filled = new Set(caused.flatMap(placesOf).filter(isEmpty).map(keyOf));
  const isTogether = (change: AgreementChange) =>
    placesOf(change).some(place => filled.has(keyOf(place)));
  const follows = (change: AgreementChange) =>
    !asked.has(keyOf(change)) || isTogether(change);
  for (const change of options.after.filter(follows)) {
    if (wholeBefore.has(change.path)) {
      left.add(change.path);
    } else {
      changes.push(change);
    }
  }
  return { changes, left: [...left].sort() };
}

/** The maps that a change enters something in. */
function placesOf(change: AgreementChange): Place[] {
  return change.kind === 'edit'
    ? change.edits.flatMap(edit =>
        edit.op === 'ensureMapEntry'
          ? [{ file: change.path, path: edit.path }]
          : [],
      )
    : [];
}

function placesWithoutValue(options: { platform: Platform }) {
  const { platform } = options;
  const { files } = platform;
  const documents = documentsOf(options);
  return ({ file, path }: Place) =>
    valueAt({
      root: documents.find({ files, file }).document?.value,
      path,
    }) === null;
}

function keyOf(value: AgreementChange | Place): string {
  return JSON.stringify(value);
}
