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
 * Under which environment names the programs of one language expect to find
 * what they depend on.
 *
 * @remarks
 * In a name, `<NAME>` is the dependency's name in capitals, with `_` for `-`.
 * A name is written only where the dependency has every fact that its template
 * names.
 *
 * @public
 */
export interface LanguageProfile {
  readonly language: string;
  /** For dependencies on other services. */
  readonly service: Readonly<Record<string, string>>;
  /** For backing services, by engine. */
  readonly engines: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For engines that are not listed. */
  readonly otherEngine: Readonly<Record<string, string>>;
}

/**
 * What every language uses where it has no custom of its own.
 *
 * @internal
 */
export const commonNames = {
  service: {
    '<NAME>_HOST': '{host}',
    '<NAME>_PORT': '{port}',
    '<NAME>_URL': '{uri}',
  },
  otherEngine: {
    '<NAME>_HOST': '{host}',
    '<NAME>_PORT': '{port}',
    '<NAME>_USERNAME': '{username}',
    '<NAME>_PASSWORD': '{password}',
  },
} as const;
