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

import type { PortRange } from './portRanges';

/**
 * Ports as people write them: `TCP 8080, UDP 53`.
 *
 * @internal
 */
export function portsText(ports: readonly PortRange[]): string {
  const whole = ports.filter(
    ({ first, last }) => first === 1 && last === 65535,
  );
  if (new Set(whole.map(({ protocol }) => protocol)).size === 3) {
    return 'every port';
  }
  const texts = ports.map(({ protocol, first, last }) => {
    if (first === 1 && last === 65535) {
      return `every ${protocol} port`;
    }
    return first === last
      ? `${protocol} ${first}`
      : `${protocol} ${first} to ${last}`;
  });
  return [...new Set(texts)].join(', ');
}
