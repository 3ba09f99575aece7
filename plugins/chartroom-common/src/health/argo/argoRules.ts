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

import type { ArgoRule } from './ArgoRule';
import * as kinds from './kinds';

/**
 * The rule of each kind, by group and kind: those that Argo CD has in Go (`GetHealthCheckFunc` in
 * `gitops-engine/pkg/health/health.go`), and of those in Lua (`resource_customizations`) the ones that a platform
 * meets. A new one is a file and a line in this list.
 *
 * @internal
 */
export const argoRules: Readonly<Record<string, ArgoRule>> = {
  Pod: kinds.pod,
  Service: kinds.service,
  PersistentVolumeClaim: kinds.persistentVolumeClaim,
  'apps/Deployment': kinds.deployment,
  'apps/StatefulSet': kinds.statefulSet,
  'apps/ReplicaSet': kinds.replicaSet,
  'apps/DaemonSet': kinds.daemonSet,
  'batch/Job': kinds.job,
  'batch/CronJob': kinds.cronJob,
  'extensions/Ingress': kinds.ingress,
  'networking.k8s.io/Ingress': kinds.ingress,
  'autoscaling/HorizontalPodAutoscaler': kinds.horizontalPodAutoscaler,
  'policy/PodDisruptionBudget': kinds.podDisruptionBudget,
  'apiregistration.k8s.io/APIService': kinds.apiService,
  'apiextensions.k8s.io/CustomResourceDefinition':
    kinds.customResourceDefinition,
  'gateway.networking.k8s.io/HTTPRoute': kinds.httpRoute,
  'gateway.networking.k8s.io/GRPCRoute': kinds.grpcRoute,
  'gateway.networking.k8s.io/Gateway': kinds.gateway,
  'cert-manager.io/Certificate': kinds.certificate,
  'cert-manager.io/Issuer': kinds.issuer,
  'cert-manager.io/ClusterIssuer': kinds.clusterIssuer,
  'external-secrets.io/ExternalSecret': kinds.externalSecret,
  'external-secrets.io/SecretStore': kinds.secretStore,
  'external-secrets.io/ClusterSecretStore': kinds.clusterSecretStore,
  'external-secrets.io/PushSecret': kinds.pushSecret,
  'keda.sh/ScaledObject': kinds.scaledObject,
  'helm.toolkit.fluxcd.io/HelmRelease': kinds.helmRelease,
  'kustomize.toolkit.fluxcd.io/Kustomization': kinds.kustomization,
  'source.toolkit.fluxcd.io/GitRepository': kinds.fluxSource,
  'source.toolkit.fluxcd.io/OCIRepository': kinds.fluxSource,
  'source.toolkit.fluxcd.io/HelmChart': kinds.fluxSource,
  'source.toolkit.fluxcd.io/Bucket': kinds.fluxSource,
  'source.toolkit.fluxcd.io/HelmRepository': kinds.helmRepository,
  'argoproj.io/Rollout': kinds.rollout,
  'argoproj.io/Workflow': kinds.workflow,
  'postgresql.cnpg.io/Cluster': kinds.postgresCluster,
};
