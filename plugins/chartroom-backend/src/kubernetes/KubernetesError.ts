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
 * What a request to an API server may end with.
 *
 * @remarks
 * `forbidden` 403, `unauthorized` 401 with fresh credentials too, `absent` 404, `expired` 410 (what was asked for is
 * no longer kept), `rejected` any other answer, `malformed` an answer that cannot be read, `unreachable` no answer.
 *
 * @internal
 */
export type KubernetesFailure =
  | 'forbidden'
  | 'unauthorized'
  | 'absent'
  | 'expired'
  | 'rejected'
  | 'malformed'
  | 'unreachable';

/**
 * Why a request to an API server failed, in a sentence that holds no credential.
 *
 * @internal
 */
export class KubernetesError extends Error {
  readonly failure: KubernetesFailure;

  constructor(options: {
    failure: KubernetesFailure;
    message: string;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = 'KubernetesError';
    this.failure = options.failure;
  }
}
