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
 * How the list and watch of one kind of objects do.
 *
 * @internal
 */
export type ReflectionState =
  | { readonly state: 'starting' }
  | { readonly state: 'live' }
  | { readonly state: 'forbidden'; readonly message: string }
  | { readonly state: 'absent'; readonly message: string }
  | {
      readonly state: 'failed';
      readonly message: string;
      /** Whether the cluster as a whole does not answer, or does not accept the credentials. */
      readonly unreachable: boolean;
    };
