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

import { portRanges } from './portRanges';
import { portsText } from './portsText';

const pods = [
  { labels: {}, namedPorts: new Map([['http', 8080]]) },
  { labels: {}, namedPorts: new Map([['http', 8081]]) },
  { labels: {}, namedPorts: new Map([['http', 8080]]) },
];

describe('portRanges', () => {
  it.each([
    ['TCP 80', [{ port: 80 }]],
    ['UDP 53', [{ port: 53, protocol: 'UDP' }]],
    ['TCP 8000 to 8100', [{ port: 8000, endPort: 8100 }]],
    ['TCP 8080, TCP 8081', [{ port: 'http' }]],
    ['', [{ port: 'metrics' }]],
    ['every UDP port', [{ protocol: 'UDP' }]],
    ['every port', []],
  ])('reads %s', (expected, ports) => {
    expect(portsText(portRanges({ ports, pods }))).toBe(expected);
  });
});
