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

/** The keys of a chart's values, in the order in which a new chart has them. */
const CHART_KEYS = [
  ...['language', 'type', 'image', 'ports', 'bindings', 'env', 'probes'],
  ...['egress', 'labels'],
];

/**
 * The key of a chart's values behind which a new one goes: the nearest that stands above it in a new chart.
 *
 * @internal
 */
export function chartKeyAbove(options: {
  /** All that stands in the chart's values. */
  root: Readonly<Record<string, unknown>>;
  key: string;
}): string | undefined {
  const { root, key } = options;
  return CHART_KEYS.slice(0, CHART_KEYS.indexOf(key)).findLast(it =>
    Object.hasOwn(root, it),
  );
}
