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

import type { DerivedFile } from '../DerivedFile';
import { markedYaml } from '../markedYaml';

/**
 * A file below `argocd/` that only Chartroom writes.
 *
 * @internal
 */
export function argocdFile(options: {
  /** Below `argocd/`. */
  path: string;
  documents: readonly unknown[];
}): DerivedFile {
  const { path, documents } = options;
  return {
    kind: 'file',
    rule: 'derived-argocd',
    path: `argocd/${path}`,
    content: markedYaml({ documents }),
  };
}
