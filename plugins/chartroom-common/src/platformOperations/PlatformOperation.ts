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
 * Enters a service in the matrix; what follows from it is made at once.
 *
 * @public
 */
export interface AddServiceOperation {
  readonly kind: 'add-service';
  /** As the matrix writes a service: `name`, and any other of its keys. */
  readonly service: { readonly name: string } & Readonly<
    Record<string, unknown>
  >;
}

/**
 * Lets one service depend on another.
 *
 * @public
 */
export interface AddDependencyOperation {
  readonly kind: 'add-dependency';
  readonly service: string;
  /** As the matrix writes a dependency: `name`, and any other of its keys. */
  readonly dependency: { readonly name: string } & Readonly<
    Record<string, unknown>
  >;
}

/**
 * Pins a version of a service's chart, or of its image, and switches the service on in an environment.
 *
 * @public
 */
export interface ReleaseOperation {
  readonly kind: 'release';
  readonly service: string;
  /** Version of the chart; absent: the pin stays. */
  readonly version?: string;
  /**
   * Tag of the image; absent: the chart's `appVersion`, unless the values name another.
   *
   * @remarks
   * With an umbrella it stands beside the pin, for every environment, and reaches
   * each with its `ref`; with separate applications it is the environment's.
   */
  readonly imageTag?: string;
  /** Where it is switched on; absent: the matrix's first environment. */
  readonly environment?: string;
}

/**
 * Moves an environment to another tag or branch of the umbrella.
 *
 * @public
 */
export interface PromoteOperation {
  readonly kind: 'promote';
  readonly environment: string;
  readonly ref: string;
}

/**
 * Takes a service out of the platform.
 *
 * @public
 */
export interface RetireOperation {
  readonly kind: 'retire';
  readonly service: string;
  /** Take along what people added to its chart, too; absent: those files stay, and are named. */
  readonly force?: boolean;
}

/**
 * What a person may ask of a platform repository alone.
 *
 * @public
 */
export type PlatformOperation =
  | AddServiceOperation
  | AddDependencyOperation
  | ReleaseOperation
  | PromoteOperation
  | RetireOperation;
