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

import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';

/**
 * The Kubernetes objects of a render, with ways to find one. YAML that repeats a
 * key, or is broken otherwise, fails. Kubernetes reads YAML 1.1.
 */
export function readObjects(text) {
  const objects = parseAllDocuments(text, { version: '1.1' })
    .map(document => {
      assert.deepEqual([...document.errors, ...document.warnings], []);
      return document.toJS();
    })
    .filter(Boolean);
  return {
    text,
    objects,
    /** The only object of a kind, or the one with a name; absent: undefined. */
    find(kind, name) {
      const found = objects.filter(
        object =>
          object.kind === kind && (!name || object.metadata.name === name),
      );
      assert.ok(found.length <= 1, `several objects of kind ${kind}`);
      return found[0];
    },
    /** The pod template of the only workload. */
    pod() {
      const [template] = objects
        .map(({ spec }) => spec?.template ?? spec?.jobTemplate?.spec.template)
        .filter(Boolean);
      return template;
    },
    /** The service's container in the only workload. */
    container() {
      return this.pod().spec.containers[0];
    },
  };
}
