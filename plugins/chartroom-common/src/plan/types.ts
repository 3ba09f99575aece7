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

import type { Entity } from '@backstage/catalog-model';
import type { FileChange, FileTree } from '../files';
import type { Finding } from '../check';

/**
 * What a person asked for when they clicked "Create service".
 *
 * @public
 */
export interface CreateServiceOperation {
  readonly kind: 'create-service';
  /** Id of the operation: 8 to 64 characters of `[a-z0-9-]`. */
  readonly id: string;
  /** Name of the platform in configuration. */
  readonly platform: string;
  readonly service: {
    readonly name: string;
    readonly description: string;
    /** Entity ref, such as `group:default/shop`. */
    readonly owner: string;
    readonly language: string;
    /** Absent for a worker. */
    readonly port?: number;
    readonly exposed: boolean;
    readonly dependencies: ReadonlyArray<{
      readonly name: string;
      readonly ports?: readonly string[];
      readonly database?: string;
      readonly user?: string;
      readonly secret?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly wait?: boolean;
    }>;
  };
}

/**
 * A small serialisable value that says what to do.
 *
 * @public
 */
export type Operation = CreateServiceOperation;

/**
 * What the world had to be asked before planning.
 *
 * @public
 */
export interface PlanFacts {
  /** The time, ISO 8601 in UTC; written to Chart.lock. */
  readonly now: string;
  /** Where the platform repository is. */
  readonly platform: {
    readonly webUrl: string;
    readonly defaultBranch: string;
    /** Namespace of the platform's entities in the catalog. */
    readonly catalogNamespace: string;
  };
  /** Where the service's repository is, or will be. */
  readonly serviceRepository: {
    readonly webUrl: string;
    readonly cloneUrl: string;
    readonly defaultBranch: string;
  };
  /** Version under which the service's chart is published first. */
  readonly chartVersion: string;
  /** Entity ref of the software template, for `backstage.io/source-template`. */
  readonly sourceTemplate?: string;
  /** Names in use outside the matrix, with a sentence that says where. */
  readonly namesTaken: ReadonlyArray<{
    readonly name: string;
    readonly where: string;
  }>;
  /** Entity refs of groups and users that exist; absent: owners were not looked up. */
  readonly knownOwners?: readonly string[];
}

/**
 * All that an operation would change, computed before anything is touched.
 *
 * @public
 */
export interface Plan {
  readonly operation: Operation;
  /** Files of the service's repository that follow from the declaration: chart, catalog entity, provenance. */
  readonly serviceFiles: FileTree;
  /** Changes to the platform repository. */
  readonly platformChanges: readonly FileChange[];
  /** Entities that the catalog will hold for this service. */
  readonly entities: readonly Entity[];
  /** Values that a skeleton may use. */
  readonly skeletonContext: SkeletonContext;
  /** A plan with a finding of severity `error` must not be carried out. */
  readonly findings: readonly Finding[];
}

/**
 * What a skeleton's templates may name.
 *
 * @public
 */
export interface SkeletonContext {
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly system: string;
  readonly language: string;
  /** 0 for a worker. */
  readonly port: number;
  readonly exposed: boolean;
  readonly image: string;
  readonly repositoryUrl: string;
  readonly cloneUrl: string;
  readonly defaultBranch: string;
  readonly platformUrl: string;
  readonly chartRepository: string;
  readonly chartVersion: string;
  readonly dependencies: ReadonlyArray<{
    readonly name: string;
    /** `service`, or the engine of a backing service. */
    readonly type: string;
    /** Environment names under which the service finds it, in order, with a plain example value for local work. */
    readonly environment: ReadonlyArray<{
      readonly name: string;
      readonly example: string;
      readonly secret: boolean;
    }>;
    /** Keys of Kubernetes Secrets that this environment is read from; empty where it holds no credentials. */
    readonly secrets: ReadonlyArray<{
      readonly name: string;
      readonly key: string;
    }>;
  }>;
}
