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
 * Where a chart is inside the chart of a release, by the path of one of its templates: `[]` for the chart itself,
 * `['cart', 'redis']` for redis inside cart. An aliased chart is there by its alias.
 *
 * @internal
 */
export function chartOfSource(options: { source: string }): string[] {
  const [, ...segments] = options.source.split('/');
  const chart: string[] = [];
  while (segments.length > 2 && segments[0] === 'charts') {
    chart.push(segments[1]);
    segments.splice(0, 2);
  }
  return chart;
}
