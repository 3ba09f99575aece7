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

import { parseChartMetadata } from './ChartMetadata';

describe('parseChartMetadata', () => {
  it('reads what the index says', () => {
    const content = [
      'apiVersion: v2',
      'name: cart',
      'version: 1.2.3-rc.1+build.5',
      'appVersion: 1.0',
      'icon: https://example.com/icon.svg',
      'dependencies:',
      '  - name: platform-common',
      '    version: ^1.0.0',
      '    repository: http://localhost:7080/charts',
    ].join('\n');
    expect(parseChartMetadata({ content })).toEqual({
      apiVersion: 'v2',
      name: 'cart',
      version: '1.2.3-rc.1+build.5',
      appVersion: '1',
      dependencies: [
        {
          name: 'platform-common',
          version: '^1.0.0',
          repository: 'http://localhost:7080/charts',
        },
      ],
    });
  });

  it.each([
    ['', 'Chart.yaml: the document: '],
    ['a: b: c', 'Chart.yaml is no YAML: '],
    ['- a', 'Chart.yaml: the document: '],
    ['apiVersion: v3\nname: a\nversion: 1.0.0', 'Chart.yaml: apiVersion: '],
    ['apiVersion: v2\nname: ../a\nversion: 1.0.0', 'Chart.yaml: name: must be'],
    ['apiVersion: v2\nname: a\nversion: "1.0"', 'Chart.yaml: version: must be'],
    [
      'apiVersion: v2\nname: a\nversion: v1.0.0',
      'Chart.yaml: version: must be',
    ],
    ['apiVersion: v2\nname: a\nversion: 1.0.0/..', 'Chart.yaml: version: '],
    ['apiVersion: v2\nname: a\nversion: 1.0.0\ntype: x', 'Chart.yaml: type: '],
  ])('refuses %j', (content, message) => {
    expect(() => parseChartMetadata({ content })).toThrow(message);
  });
});
