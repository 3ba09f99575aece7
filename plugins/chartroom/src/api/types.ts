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

import type { Finding } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * A platform that services can be created in.
 *
 * @public
 */
export interface PlatformSummary {
  readonly name: string;
  /** Name of the system in the catalog. */
  readonly system: string;
  /** Entity ref. */
  readonly owner?: string;
  /** Web address of the platform repository. */
  readonly url: string;
  readonly mode: 'commit' | 'pull-request';
  /** Languages that a new service may be written in. */
  readonly languages: readonly string[];
  readonly publisher: 'portal' | 'ci';
}

/**
 * A service or a backing service of a platform.
 *
 * @public
 */
export interface PlatformService {
  readonly name: string;
  readonly kind: 'service' | 'backing-service';
  /** `service`, or the engine of a backing service, such as `redis`. */
  readonly type: string;
  readonly tier: string;
  readonly language?: string;
  readonly port?: number;
  readonly description?: string;
}

/**
 * A platform with all that is in its service matrix.
 *
 * @public
 */
export interface PlatformDetails {
  readonly name: string;
  readonly system: string;
  readonly url: string;
  readonly services: readonly PlatformService[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a new service may have a name.
 *
 * @public
 */
export interface NameAvailability {
  readonly name: string;
  readonly available: boolean;
  /** One sentence that says why not. */
  readonly reason?: string;
}

/**
 * A service as the form asks for it.
 *
 * @public
 */
export interface RequestedService {
  readonly name: string;
  readonly description: string;
  /** Entity ref. */
  readonly owner: string;
  readonly language: string;
  /** Absent for a worker. */
  readonly port?: number;
  readonly exposed: boolean;
  readonly dependencies: ReadonlyArray<{ readonly name: string }>;
}

/**
 * One file that creating a service would make or change.
 *
 * @public
 */
export interface PlannedFile {
  readonly repository: 'service' | 'platform';
  readonly path: string;
  readonly kind: 'create' | 'update';
  /** Unified diff. */
  readonly diff?: string;
}

/**
 * What creating a service would do, before anything is done.
 *
 * @public
 */
export interface PlanPreview {
  /** Commit of the platform repository that the plan stands on. */
  readonly baseCommit: string;
  readonly planDigest: string;
  readonly findings: readonly Finding[];
  readonly files: readonly PlannedFile[];
}
