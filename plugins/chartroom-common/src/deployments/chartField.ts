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

import type { Platform } from '../platform';
import { documentsOf } from '../platform/readings';
import { valueAt } from '../values/valueAt';

/**
 * A text in the Chart.yaml of a chart of the platform repository; undefined where there is none.
 *
 * @internal
 */
export function chartField(options: {
  platform: Platform;
  file: string;
  field: 'name' | 'version';
}): string | undefined {
  const { platform, file, field } = options;
  const { document } = documentsOf({ platform }).find({
    files: platform.files,
    file,
  });
  const value = valueAt({ root: document?.value, path: [field] });
  return typeof value === 'string' ? value : undefined;
}
