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
 * How an own service's workload runs.
 *
 * @public
 */
export type WorkloadType =
  | 'deployment'
  | 'statefulset'
  | 'daemonset'
  | 'cronjob'
  | 'job';

/**
 * A port that a service listens on.
 *
 * @public
 */
export interface ServicePort {
  readonly name: string;
  /** The port of the Kubernetes Service, 1 to 65535. */
  readonly port: number;
  /** The port that the container opens; the same as `port` unless written. */
  readonly targetPort: number;
  readonly protocol: 'TCP' | 'UDP';
}

/**
 * One edge of the topology: what a service needs, and how it wants to find it.
 *
 * @public
 */
export interface Dependency {
  readonly name: string;
  /** Names of the ports that the edge opens; absent: the first port alone. */
  readonly ports?: readonly string[];
  readonly database?: string;
  readonly user?: string;
  /** Name of the Kubernetes Secret that holds this edge's credentials. */
  readonly secret?: string;
  /** Environment names with templates such as `{host}:{port}`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the service's pods wait for this dependency before they start. */
  readonly wait?: boolean;
  /** Line in the matrix, counted from 1. */
  readonly line: number;
}

/**
 * A host outside the cluster that a service may reach.
 *
 * @public
 */
export interface Egress {
  readonly host: string;
  readonly port: number;
}

/**
 * An entry of a service's `env_vars`: a bare name, or a name with its value.
 *
 * @public
 */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly line: number;
}

/**
 * A service or a backing service, with every default filled in.
 *
 * @public
 */
export interface Service {
  readonly kind: 'service' | 'backing-service';
  readonly name: string;
  readonly description?: string;
  readonly type: WorkloadType;
  readonly tier: string;
  readonly language?: string;
  /** What a backing service is, such as `postgresql`; only where `kind` is `backing-service`. */
  readonly engine?: string;
  /** Where a backing service's chart comes from (`chart_source` in the file); only where `kind` is `backing-service`. */
  readonly source?: string;
  /** Empty for a worker. */
  readonly ports: readonly ServicePort[];
  readonly exposed: boolean;
  /** Entity ref of the owner; absent: the matrix's owner. */
  readonly owner?: string;
  /** Web address of the service's own repository; absent: the chart lives in `charts/<name>` of the platform repository. */
  readonly repository?: string;
  readonly image?: { readonly repository?: string; readonly tag?: string };
  readonly dependencies: readonly Dependency[];
  readonly environment: readonly EnvironmentVariable[];
  readonly egress: readonly Egress[];
  /** Line in the matrix, counted from 1. */
  readonly line: number;
}

/**
 * A place where the umbrella is deployed.
 *
 * @public
 */
export interface Environment {
  readonly name: string;
  readonly cluster?: string;
  readonly namespace: string;
  /** Values file beside the umbrella's Chart.yaml. */
  readonly values: string;
  readonly domain?: string;
  /** Tag or branch of the umbrella; absent: the default branch. */
  readonly ref?: string;
  /** What differs for a backing service in this environment, by its name. */
  readonly services: Readonly<
    Record<
      string,
      {
        readonly source?: string;
        readonly host?: string;
        readonly port?: number;
        readonly secret?: string;
        readonly cidrs?: readonly string[];
      }
    >
  >;
  readonly line: number;
}

/**
 * How Argo CD finds the platform repository, and where its own objects stand.
 *
 * @public
 */
export interface Gitops {
  /** Address under which Argo CD clones the platform repository. */
  readonly repository: string;
  /** Namespace of Argo CD itself. */
  readonly argocdNamespace: string;
  /** Name of the project that fences the system in. */
  readonly project: string;
  /** Name of the project that the app of apps belongs to; it is not Chartroom's. */
  readonly parentProject: string;
}

/**
 * The inventory of one system, as `service-matrix.yaml` declares it, with every
 * default filled in.
 *
 * @public
 */
export interface Matrix {
  readonly system: string;
  /** Entity ref. */
  readonly owner?: string;
  /** Folder of the umbrella chart, such as `helm/robot-shop`. */
  readonly umbrella: string;
  readonly delivery: 'umbrella' | 'applications';
  readonly commonChart: {
    readonly version: string;
    readonly repository: string;
  };
  /** Where charts of services with a repository of their own are published. */
  readonly charts?: { readonly repository: string };
  readonly images?: { readonly registry: string };
  /** Absent: Argo CD does not deliver this platform. */
  readonly gitops?: Gitops;
  readonly environments: readonly Environment[];
  readonly services: readonly Service[];
}
