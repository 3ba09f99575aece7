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

import { parseAllDocuments } from 'yaml';
import { ask } from './ask.mjs';

/** The grade of kube-score that finds nothing to say. */
const allOk = 10;

/** Checks of kube-score that run only when they are asked for, and that a chart should meet. */
const optional = ['container-seccomp-profile', 'container-ports-check'];

/**
 * What kube-score finds, warnings too: `violations` holds a sentence for each check that an object fails, `excepted`
 * those of the exceptions that were needed. An exception is `{ check, because }` for every object, or for those
 * that its `covers` says yes to, which gets the manifest.
 */
export async function kubeScore(options) {
  const { manifests, exceptions = [], kubernetesVersion = '1.36.0' } = options;
  const text = await ask({
    program: process.env.CHARTROOM_KUBE_SCORE,
    args: [
      ...['score', '--output-format', 'json', '--kubernetes-version'],
      `v${kubernetesVersion.split('.').slice(0, 2).join('.')}`,
      ...optional.flatMap(check => ['--enable-optional-test', check]),
      // An annotation in a chart could silence a check
      '--disable-ignore-checks-annotations',
      '-',
    ],
    manifests,
    verdicts: [1],
  });
  const objects = parseAllDocuments(manifests, { version: '1.1' }).map(
    document => document.toJS(),
  );
  const violations = [];
  const excepted = new Set();
  for (const { type_meta: type, object_meta: meta, checks } of JSON.parse(
    text,
  )) {
    const manifest = objects.find(
      object =>
        object?.kind === type.kind && object.metadata.name === meta.name,
    );
    for (const { check, grade, skipped, comments } of checks) {
      if (!skipped && grade < allOk) {
        const exception = exceptions.find(
          ({ check: id, covers = () => true }) =>
            id === check.id && covers(manifest),
        );
        if (exception) {
          excepted.add(exception);
        } else {
          violations.push(
            `${type.kind} ${meta.name}: ${check.id}: ${said(comments)}`,
          );
        }
      }
    }
  }
  return { violations: violations.sort(), excepted: [...excepted] };
}

function said(comments) {
  return (comments ?? [])
    .map(({ path, summary }) => [path, summary].filter(Boolean).join(' '))
    .join('; ');
}
