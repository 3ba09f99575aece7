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

import type { MockDirectory } from '@backstage/backend-test-utils';
import { commandLine } from './commandLine';
import { readDirectory } from '../directory';

/** A folder in which `chartroom` is run, and the platform `shop` in it. */
export function platformFolder(options: { directory: MockDirectory }) {
  const { directory } = options;
  return {
    /** Runs `chartroom …` beside the platform. */
    chartroom: (...words: string[]) =>
      commandLine({ directory: directory.path, arguments: words }),

    /** The files of the platform, without the common chart. */
    files: async (): Promise<Record<string, string>> => {
      const terminal = { directory: directory.path } as never;
      const tree = await readDirectory({ terminal, directory: 'shop' });
      return Object.fromEntries(
        [...tree].filter(
          ([path]) => !path.startsWith('charts/platform-common/'),
        ),
      );
    },

    /** Replaces text in a file of the platform. */
    edit: async (path: string, edit: (text: string) => string) => {
      const terminal = { directory: directory.path } as never;
      const tree = await readDirectory({ terminal, directory: 'shop' });
      directory.addContent({ [`shop/${path}`]: edit(tree.get(path) ?? '') });
    },
  };
}
