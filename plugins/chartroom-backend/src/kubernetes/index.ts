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

export type { ClusterConnection } from './ClusterConnection';
export type { CollectorMetrics } from './CollectorMetrics';
export { createBackoff } from './createBackoff';
export type { CredentialSource } from './CredentialSource';
export { KubernetesClient } from './KubernetesClient';
export { KubernetesError } from './KubernetesError';
export type { KubernetesResource } from './KubernetesResource';
export { listResource } from './listResource';
export { parseObject } from './parseObject';
export { Reflection } from './Reflection';
export type { ReflectionState } from './ReflectionState';
export type { ReflectionTimes } from './ReflectionTimes';
export { requestJson } from './requestJson';
export { resourceName } from './resourceName';
export { resourcePath } from './resourcePath';
export type { ResourceObserver } from './ResourceObserver';
