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

import type { ReleaseStatus } from './types';

/**
 * Which of a release's revisions is the newest, and which one's objects serve.
 *
 * @remarks
 * A failed or pending upgrade leaves the revision before it `deployed`. Nothing serves surely where no revision is
 * `deployed`: a first install that failed, an uninstalled release whose history was kept.
 *
 * @public
 */
export function currentRelease<
  T extends { readonly revision: number; readonly status: ReleaseStatus },
>(options: {
  /** The revisions of one release; superseded ones may be missing. */
  records: readonly T[];
}): { newest: T; serving?: T } | undefined {
  const [newest, ...older] = [...options.records].sort(
    (a, b) => b.revision - a.revision,
  );
  if (!newest) {
    return undefined;
  }
  const isGone = ['uninstalled', 'uninstalling'].includes(newest.status);
  return {
    newest,
    serving: isGone
      ? undefined
      : [newest, ...older].find(({ status }) => status === 'deployed'),
  };
}
