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

import { parse } from 'yaml';
import type { FileTree } from '../../files';
import { readPlatform } from '../../platform';
import { applyDerived } from '../__testUtils__/applyDerived';
import { derivedFiles } from '../derivedFiles';

/**
 * A platform of a few lines with everything of Argo CD written, and what is in
 * one of its files.
 *
 * @internal
 */
export function argocdOf(options: {
  /** The matrix, without `system`, `gitops` and `delivery`. */
  matrix: string;
  delivery?: 'umbrella' | 'applications';
  gitops?: string;
  files?: FileTree;
}): {
  files: FileTree;
  read: (path: string) => any;
  paths: () => string[];
} {
  const {
    matrix,
    delivery = 'umbrella',
    gitops = '{ repository: https://git.example.com/shop.git }',
  } = options;
  const text = `system: shop\ndelivery: ${delivery}\ngitops: ${gitops}\n${matrix}`;
  const platform = readPlatform({
    files: new Map([
      ...(options.files ?? new Map()),
      ['service-matrix.yaml', text],
    ]),
  });
  const unreadable = platform.findings.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'umbrella-missing',
  );
  if (unreadable.length > 0) {
    throw new Error(unreadable.map(({ message }) => message).join(' '));
  }
  const files = applyDerived({
    files: platform.files,
    derived: derivedFiles({ platform }),
  });
  return {
    files,
    read: path => parse(files.get(path) ?? ''),
    paths: () => [...files.keys()].filter(path => path.startsWith('argocd/')),
  };
}
