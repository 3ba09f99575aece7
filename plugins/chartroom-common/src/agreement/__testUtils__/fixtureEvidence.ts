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

import type { FileTree } from '../../files';
import type { AgreementEvidence } from '../evidence/AgreementEvidence';

/**
 * What a fixture tells besides the files of the platform; undefined where that
 * is nothing.
 *
 * @remarks
 * Below `EVIDENCE` are `charts/<name>/`, the files of packaged charts;
 * `manifests/<environment>.yaml`; and `evidence.json` with all that is no file.
 *
 * @internal
 */
export function fixtureEvidence(options: {
  files: FileTree;
}): AgreementEvidence | undefined {
  const given = [...options.files].filter(([path]) => isEvidence(path));
  if (given.length === 0) {
    return undefined;
  }
  const charts = new Map<string, Map<string, string>>();
  const manifests = new Map<string, string>();
  let rest: Record<string, string | Record<string, never>> = {};
  for (const [path, text] of given) {
    const [, kind, name, ...below] = path.split('/');
    if (kind === 'charts') {
      const files = charts.get(name) ?? new Map<string, string>();
      charts.set(name, files.set(below.join('/'), text));
    } else if (kind === 'manifests') {
      manifests.set(name.replace(/\.yaml$/, ''), text);
    } else {
      rest = JSON.parse(text);
    }
  }
  return {
    ...(charts.size > 0 && { charts }),
    ...(manifests.size > 0 && { manifests }),
    ...Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : new Map(Object.entries(value)),
      ]),
    ),
  };
}

/**
 * Whether a file of a fixture is no file of its platform.
 *
 * @internal
 */
export function isEvidence(path: string): boolean {
  return path.startsWith('EVIDENCE/');
}
