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

import type { KubernetesObject } from '../../../kubernetes';
import { textAt } from '../../reading';
import { failedPodReason } from '../pods';
import type { WeighedReason } from '../WeighedReason';

/**
 * Why the newest try of a job failed: nothing where none did.
 *
 * @internal
 */
export function triesThatFailed(options: {
  pods: readonly KubernetesObject[];
  /** Whether the job tries no more. */
  isHard: boolean;
}): readonly WeighedReason[] {
  const { pods, isHard } = options;
  const failed = pods
    .filter(pod => textAt(pod, 'status.phase') === 'Failed')
    .sort((one, other) =>
      (other.metadata.creationTimestamp ?? '').localeCompare(
        one.metadata.creationTimestamp ?? '',
      ),
    );
  return failed
    .slice(0, 1)
    .map(pod => ({ ...failedPodReason({ pod }), isHard }));
}
