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
 * A number of pods that is given as a number or as a percentage of those wanted; undefined where it is neither.
 *
 * @internal
 */
export function podsOf(options: {
  value: unknown;
  desired: number;
  round: 'up' | 'down';
}): number | undefined {
  const { value, desired, round } = options;
  if (typeof value === 'number') {
    return value;
  }
  const [, percentage] =
    (typeof value === 'string' && value.match(/^(\d+)%$/)) || [];
  if (percentage === undefined) {
    return undefined;
  }
  const share = (Number(percentage) * desired) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}
