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

import type { z as zod } from 'zod/v3';

/**
 * The operation as an input: its shape is checked by the core, with its own words.
 *
 * @internal
 */
export function operationInput(z: typeof zod) {
  return z.record(z.any(), {
    description: 'The output `operation` of chartroom:operation:plan',
  });
}

/**
 * The operation as an output.
 *
 * @internal
 */
export function operationOutput(z: typeof zod) {
  return z.record(z.any(), {
    description:
      'The operation, for the steps that follow: what was asked for, as a small value',
  });
}

/**
 * Where the service's files are in the workspace.
 *
 * @internal
 */
export function sourcePathInput(z: typeof zod) {
  return z
    .string({
      description:
        'Folder of the workspace with the files of the service; default ./service',
    })
    .optional();
}
