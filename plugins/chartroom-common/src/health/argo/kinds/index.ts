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

export { apiService } from './apiService';
export { certificate } from './certificate';
export { clusterIssuer } from './clusterIssuer';
export { clusterSecretStore } from './clusterSecretStore';
export { cronJob } from './cronJob';
export { customResourceDefinition } from './customResourceDefinition';
export { daemonSet } from './daemonSet';
export { deployment } from './deployment';
export { externalSecret } from './externalSecret';
export { fluxSource } from './fluxSource';
export { gateway } from './gateway';
export { grpcRoute } from './grpcRoute';
export { helmRelease } from './helmRelease';
export { helmRepository } from './helmRepository';
export { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
export { httpRoute } from './httpRoute';
export { ingress } from './ingress';
export { issuer } from './issuer';
export { job } from './job';
export { kustomization } from './kustomization';
export { persistentVolumeClaim } from './persistentVolumeClaim';
export { pod } from './pod';
export { podDisruptionBudget } from './podDisruptionBudget';
export { postgresCluster } from './postgresCluster';
export { pushSecret } from './pushSecret';
export { replicaSet } from './replicaSet';
export { rollout } from './rollout';
export { scaledObject } from './scaledObject';
export { secretStore } from './secretStore';
export { service } from './service';
export { statefulSet } from './statefulSet';
export { workflow } from './workflow';
