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
 * The times of lists and watches, in milliseconds.
 *
 * @internal
 */
export interface ReflectionTimes {
  /** Limit of one page of a list. */
  readonly listDeadline: number;
  /** Limit of the time in which nothing of an answer arrives. */
  readonly requestIdle: number;
  /** The API server is asked to end a watch after this time, or up to twice as long. */
  readonly watchLength: number;
  /** Limit of the time in which a watch is silent; an API server sends a bookmark at least every 75 seconds. */
  readonly watchIdle: number;
  /** The wait after the first failure; it doubles with each. */
  readonly minimumBackoff: number;
  readonly maximumBackoff: number;
  /** How often a list that is forbidden is asked for again. */
  readonly forbidden: number;
  /** How often kinds that the cluster does not have are asked for again. */
  readonly absent: number;
}
