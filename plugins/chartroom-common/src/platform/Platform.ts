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

import type { Umbrella } from '../charts/Umbrella';
import type { Finding } from '../check';
import type { FileTree } from '../files';
import type { Matrix, TakenName } from '../matrix';
import type { EngineProfile } from '../wiring';
import type { ParsedYaml } from '../yaml';

/**
 * A platform repository at one commit, read once for all that is asked about it.
 *
 * @public
 */
export interface Platform {
  readonly files: FileTree;
  /** Those of its YAML files that are edited, as they were parsed, by path. */
  readonly parsed: ReadonlyMap<string, ParsedYaml>;
  /** Path of the service matrix. */
  readonly matrixFile: string;
  /** Absent: the matrix is missing, or its shape is wrong. */
  readonly matrix?: Matrix;
  /** The engines that this platform knows. */
  readonly profiles: readonly EngineProfile[];
  /** Absent: there is no umbrella chart, or one that cannot be read. */
  readonly umbrella?: Umbrella;
  /** Names that no new service may have. */
  readonly namesTaken: readonly TakenName[];
  readonly findings: readonly Finding[];
}
