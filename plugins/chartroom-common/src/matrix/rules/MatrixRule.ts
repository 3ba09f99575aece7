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

import type { Finding } from '../../check';
import type { EngineProfile } from '../../wiring/EngineProfile';
import type { Matrix, Service } from '../types';

/**
 * What a rule about the whole matrix sees.
 *
 * @internal
 */
export interface MatrixRuleOptions {
  readonly matrix: Matrix;
  /** Path of the matrix, for findings. */
  readonly file: string;
  readonly profiles: readonly EngineProfile[];
}

/**
 * A rule about the whole matrix.
 *
 * @internal
 */
export type MatrixRule = (options: MatrixRuleOptions) => Finding[];

/**
 * A rule about one service in its matrix.
 *
 * @internal
 */
export type ServiceRule = (
  options: MatrixRuleOptions & { readonly service: Service },
) => Finding[];
