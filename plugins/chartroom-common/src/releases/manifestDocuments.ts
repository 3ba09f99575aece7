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

/**
 * One document of a manifest, as text.
 *
 * @internal
 */
export interface ManifestDocument {
  /** Path of the template that Helm made it from; absent where a post-renderer dropped the comment. */
  readonly source?: string;
  /** Without the line that separates it. */
  readonly text: string;
}

const separator = /^---(?:[ \t].*)?\r?$/gm;
/** Among the comments that begin a document. */
const sourceComment = /^(?:[ \t\r]*(?:#(?! Source: ).*)?\n)*# Source: (\S+)/;

/**
 * The documents of a manifest, without those that hold nothing but comments.
 *
 * @remarks
 * No YAML is parsed: in a block style text `---` is indented, so at the start of a line it separates.
 *
 * @internal
 */
export function manifestDocuments(options: {
  manifest: string;
}): ManifestDocument[] {
  const { manifest } = options;
  const documents: ManifestDocument[] = [];
  let start = 0;
  const add = (end: number) => {
    const text = manifest.slice(start, end).replace(/^\n/, '');
    if (/^[^#\s]/m.test(text)) {
      documents.push({ source: sourceComment.exec(text)?.[1], text });
    }
  };
  for (const { 0: line, index } of manifest.matchAll(separator)) {
    add(index);
    start = index + line.length;
  }
  add(manifest.length);
  return documents;
}
