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

import type {
  KubernetesObject,
  Observation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { KubernetesResource } from '../kubernetes';

/**
 * A source of evidence: which objects are watched, and what each of them tells.
 *
 * @internal
 */
export interface KubernetesSource {
  /** As in {@link SourceFreshness}. */
  readonly name: string;
  readonly resources: readonly KubernetesResource[];
  /** What one object tells, cut down to what is kept; called once per object that is new or changed. */
  observe(object: KubernetesObject): readonly Observation[];
}
