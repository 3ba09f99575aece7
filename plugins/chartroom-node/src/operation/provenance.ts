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

import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The file of a service's repository that says which operation made it.
 *
 * @public
 */
export const PROVENANCE_FILE = '.chartroom/service.yaml';

const provenanceSchema = z.object({ operation: z.string() });

/**
 * Id of the operation that made a service's repository; undefined when no operation did.
 *
 * @internal
 */
export function readProvenance(options: {
  files: FileTree;
}): string | undefined {
  try {
    const value = parse(options.files.get(PROVENANCE_FILE) ?? '');
    return provenanceSchema.parse(value).operation;
  } catch {
    // A file that people broke is no proof of anything.
    return undefined;
  }
}
