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

import type { YamlPath } from '../yaml';
import { isMap } from './isMap';

/**
 * What stands at a path of a file; undefined where there is nothing.
 *
 * @internal
 */
export function valueAt(options: { root: unknown; path: YamlPath }): unknown {
  let value = options.root;
  for (const step of options.path) {
    if (typeof step === 'object') {
      value = Array.isArray(value)
        ? value.find(item => isMap(item) && item[step.key] === step.value)
        : undefined;
    } else if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined;
    } else {
      value =
        isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }
  }
  return value;
}
