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

import type { Finding } from '../check';
import type { FileTree } from '../files';
import { SourceDocument } from '../matrix/SourceDocument';

interface ReadDocument {
  readonly document?: SourceDocument;
  readonly findings: Finding[];
}

/**
 * The YAML files of a repository, each parsed when it is first asked for, and
 * once for each of its texts.
 *
 * @internal
 */
export class Documents {
  private readonly read = new Map<
    string,
    { text: string; rulePrefix: string; result: ReadDocument }
  >();

  /** Parses a text, unless it is the one that was last parsed for this file. */
  parse(options: {
    file: string;
    text: string;
    rulePrefix: string;
  }): ReadDocument {
    const { file, text, rulePrefix } = options;
    const known = this.read.get(file);
    if (known?.text === text && known.rulePrefix === rulePrefix) {
      return known.result;
    }
    const result = SourceDocument.parse(options);
    this.read.set(file, { text, rulePrefix, result });
    return result;
  }

  /** What a file of a repository holds; neither a document nor findings where there is none. */
  find(options: { files: FileTree; file: string }): ReadDocument {
    const { files, file } = options;
    const text = files.get(file);
    if (text === undefined) {
      return { findings: [] };
    }
    const known = this.read.get(file);
    return known?.text === text
      ? known.result
      : this.parse({ file, text, rulePrefix: 'platform' });
  }
}
