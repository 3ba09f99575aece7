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
 * A request to an API server.
 *
 * @internal
 */
export interface KubernetesRequest {
  readonly verb: 'get' | 'list' | 'watch';
  /** The list's name, for sentences and metrics. */
  readonly resource: string;
  /** For sentences. */
  readonly namespace?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly accept?: string;
  /** Limit of the whole request. */
  readonly deadlineMilliseconds: number;
  /** Limit of the time until the answer begins. Default: `idleMilliseconds`. */
  readonly answerMilliseconds?: number;
  /** Limit of the time in which nothing arrives. */
  readonly idleMilliseconds: number;
  readonly signal: AbortSignal;
}
