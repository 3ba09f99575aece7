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
 * A kind of objects that is listed and watched, and which of them.
 *
 * @internal
 */
export interface KubernetesResource {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** As it stands in paths, such as `deployments`. */
  readonly plural: string;
  /** Given to the objects, since those in a list do not say it. */
  readonly kind: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Whether the API server is asked for no more than the metadata. */
  readonly metadataOnly?: boolean;
}
