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

const others = [null, 'text', 7, 2.5, true, [], {}, ['text'], { text: 1 }];

/**
 * An object in which one value has another type than Kubernetes gives it. Times and fields that no rule reads are left
 * as they are: Argo CD converts a whole object to its type, Chartroom what it reads.
 */
export function spoil(draw, { object, unread = [] }) {
  const spoilt = structuredClone(JSON.parse(JSON.stringify(object)));
  const places = [];
  for (const part of ['spec', 'status']) {
    if (spoilt[part] !== undefined && !unread.includes(part)) {
      places.push([spoilt, part]);
      collect(spoilt[part], { places, unread });
    }
  }
  if (places.length > 0) {
    const [parent, key] = draw.pick(places);
    parent[key] = draw.pick(others);
  }
  return spoilt;
}

function collect(value, { places, unread }) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const key of Object.keys(value)) {
    if (!/Time(stamp)?$/.test(key) && !unread.includes(key)) {
      places.push([value, key]);
      collect(value[key], { places, unread });
    }
  }
}
