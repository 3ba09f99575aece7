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

/** Whose charts an address holds, also one of a mirror. */
const sources: ReadonlyArray<readonly [RegExp, string]> = [
  [/bitnami/i, 'bitnami'],
  [/cloudpirates/i, 'cloudpirates'],
  [/groundhog2k/i, 'groundhog2k'],
];

/**
 * The source, as `chart_source` names it, whose charts an address holds;
 * undefined for one that nobody knows. One source has several addresses, such as
 * `https://charts.bitnami.com/bitnami` and `oci://registry-1.docker.io/bitnamicharts`.
 *
 * @internal
 */
export function knownSource(options: {
  repository: string | undefined;
}): string | undefined {
  const { repository = '' } = options;
  return /^(?:https?|oci):\/\//.test(repository)
    ? sources.find(([pattern]) => pattern.test(repository))?.[1]
    : undefined;
}
