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

import type { KubernetesObject } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * What is told of the objects of one kind.
 *
 * @remarks
 * Objects are cut down on arrival; an observer keeps none of them whole.
 *
 * @internal
 */
export interface ResourceObserver {
  /** Called when a list begins. */
  list(): {
    /** Called once per object. */
    add(object: KubernetesObject): void;
    /** Called once the list is complete: what was not in it is gone. */
    complete(options: { readonly signal: AbortSignal }): Promise<void>;
  };
  /** Called once per object that is new or changed. */
  put(object: KubernetesObject): void;
  /** Called once per object that is gone, with its last state. */
  remove(object: KubernetesObject): void;
  /** Called when nothing may be known of any object any longer. */
  clear(): void;
}
