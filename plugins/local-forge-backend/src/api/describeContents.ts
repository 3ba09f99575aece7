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

import type { TreeEntry } from '../git';
import type { Repository } from '../repositories';
import { addresses } from './addresses';

/**
 * An entry of a tree as Gitea's `ContentsResponse`.
 *
 * @internal
 */
export function describeContents(options: {
  url: string;
  repository: Repository;
  /** Branch, tag or commit, as asked for. */
  reference: string;
  /** Of the entry, from the repository's root. */
  path: string;
  entry: TreeEntry;
  /** The bytes of a file, or the target of a symlink. */
  content?: Buffer;
}) {
  const { reference, path, entry, content } = options;
  const { html, api } = addresses(options);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const below = `branch/${encodeURIComponent(reference)}/${encoded}`;
  const self = `${api}/contents/${encoded}?ref=${encodeURIComponent(
    reference,
  )}`;
  const page = entry.type === 'submodule' ? null : `${html}/src/${below}`;
  const readable = entry.type === 'file' || entry.type === 'symlink';
  const file = entry.type === 'file' ? content : undefined;
  const target = entry.type === 'symlink' ? content : undefined;
  return {
    name: entry.name,
    path,
    sha: entry.sha,
    type: entry.type,
    size: entry.size ?? 0,
    encoding: file ? 'base64' : null,
    content: file?.toString('base64') ?? null,
    target: target?.toString() ?? null,
    url: self,
    html_url: page,
    git_url: null,
    download_url: readable ? `${html}/raw/${below}` : null,
    submodule_git_url: null,
    _links: { self, git: null, html: page },
  };
}
