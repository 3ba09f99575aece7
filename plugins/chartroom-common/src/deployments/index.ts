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

export type {
  Deployment,
  DeploymentsAnswer,
  Drift,
  WantedFreshness,
} from './Deployment';
export type {
  ClusterFreshness,
  Observation,
  SourceFreshness,
} from './Observation';
export type { WantedDeployment } from './WantedDeployment';
export { deploymentId } from './deploymentId';
export { deployments } from './deployments';
export { isStale } from './isStale';
export type { NamespaceObservations } from './NamespaceObservations';
export { readDeploymentId } from './readDeploymentId';
export { unwellState } from './unwellState';
export { worstFirst } from './worstFirst';
export type { RefReading } from './RefReading';
export { wantedDeployments } from './wantedDeployments';
export { bodyOfService } from './bodyOfService';
