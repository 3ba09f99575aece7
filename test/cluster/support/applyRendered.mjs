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

/** Renders a chart and applies what comes of it, as Argo CD does: nothing of a release stays. */
export async function applyRendered({ cluster, helm, name, chart, namespace }) {
  const text = await helm('template', name, chart, '--namespace', namespace);
  for (const document of parseAllDocuments(text)) {
    const object = document.toJS();
    await cluster.apply({
      ...object,
      metadata: { namespace, ...object.metadata },
    });
  }
}
