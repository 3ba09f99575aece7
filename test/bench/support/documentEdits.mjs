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

import { parse, parseDocument } from 'yaml';

/**
 * The edits of a plan as a tool makes them that has only the `yaml` package:
 * parses each file whole, changes the document, writes it anew. Returns the
 * milliseconds that it took.
 */
export function timedDocumentEdits({ files, plan }) {
  const { name } = plan.operation.service;
  const edits = plan.platformChanges.map(({ path, content }) => ({
    text: files.get(path),
    change: documentChange({ name, wanted: parse(content) }),
  }));
  const begun = performance.now();
  for (const { text, change } of edits) {
    const document = parseDocument(text);
    change(document);
    document.toString();
  }
  return performance.now() - begun;
}

/** What is to be done to the document of a file that shall hold what is wanted. */
function documentChange({ name, wanted }) {
  const list = ['services', 'dependencies'].find(key => wanted[key]);
  if (list) {
    const item = wanted[list].find(one => one.name === name);
    return document => {
      document.addIn([list], item);
      if (wanted.digest) {
        document.set('digest', wanted.digest);
        document.set('generated', wanted.generated);
      }
    };
  }
  const called = Object.keys(wanted).filter(
    key => wanted[key].wiring.callers?.[name],
  );
  return document => {
    document.set(name, document.createNode(wanted[name]));
    for (const key of called) {
      document.setIn([key, 'wiring', 'callers', name], true);
    }
  };
}
