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

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDirectory } from '../../__testUtils__/readDirectory';
import type { FileChange, FileTree } from '../../files';
import type { AgreementEvidence } from '../evidence/AgreementEvidence';
import { syncPlatform } from '../syncPlatform';
import { fixtureEvidence, isEvidence } from './fixtureEvidence';

const root = 'plugins/chartroom-common/src/agreement/rules/__fixtures__';
const repository = resolve(__dirname, '../../../../..');

/** Any time: what is written then is compared with nothing. */
export const now = '2026-12-01T10:00:00.000Z';

/**
 * A platform in which a rule does not hold, or does.
 *
 * @internal
 */
export interface RuleFixture {
  readonly rule: string;
  /** `failing…` or `passing…`. */
  readonly name: string;
  readonly files: FileTree;
  /** What was found out besides; undefined where that is nothing. */
  readonly evidence?: AgreementEvidence;
  /** What the rule says of it; undefined where it holds. */
  readonly finding?: string;
}

/**
 * The small platform on which every fixture is laid. What is generated from
 * elsewhere (schemas, Argo CD, catalog, diagram) is not kept beside it.
 *
 * @internal
 */
export function baseFixture(): {
  files: FileTree;
  /** Those that are generated. */
  generated: readonly FileChange[];
} {
  const kept = readDirectory({ directory: `${root}/base` });
  const { changes } = syncPlatform({ files: kept, now });
  return { files: applied({ files: kept, changes }), generated: changes };
}

/**
 * The fixtures of a rule: folders whose files are laid over the base. A file
 * `DELETE` lists paths that are not there, and `finding.txt` what the rule says;
 * `EVIDENCE` holds what was found out besides.
 *
 * @internal
 */
export function ruleFixtures(options: {
  rule: string;
  base: FileTree;
}): RuleFixture[] {
  const { rule, base } = options;
  return readdirSync(resolve(repository, root, rule))
    .sort()
    .map(name => {
      const over = readDirectory({ directory: `${root}/${rule}/${name}` });
      const deleted = (over.get('DELETE') ?? '').split('\n').filter(Boolean);
      const files = new Map([...base, ...over]);
      [
        ...deleted,
        'DELETE',
        'finding.txt',
        ...[...over.keys()].filter(isEvidence),
      ].forEach(path => files.delete(path));
      const evidence = fixtureEvidence({ files: over });
      return { rule, name, files, evidence, finding: over.get('finding.txt') };
    });
}

/**
 * A tree of files after changes.
 *
 * @internal
 */
export function applied(options: {
  files: FileTree;
  changes: readonly FileChange[];
}): FileTree {
  const files = new Map(options.files);
  for (const change of options.changes) {
    if (change.kind === 'write') {
      files.set(change.path, change.content);
    } else {
      files.delete(change.path);
    }
  }
  return files;
}
