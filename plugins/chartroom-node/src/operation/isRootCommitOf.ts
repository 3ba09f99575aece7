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

import type { GitSnapshot } from '../git';
import { readProvenance } from './provenance';

/**
 * Whether the head of a service's repository is the one commit that an operation made, with nothing after it.
 *
 * @internal
 */
export function isRootCommitOf(options: {
  operationId: string;
  snapshot: GitSnapshot;
}): boolean {
  const { operationId, snapshot } = options;
  const { head } = snapshot;
  return (
    head?.parents.length === 0 &&
    head.message.trimEnd().split('\n').at(-1) ===
      `Chartroom-Operation: ${operationId}` &&
    readProvenance(snapshot) === operationId
  );
}
