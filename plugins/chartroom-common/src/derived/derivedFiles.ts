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

import type { Service } from '../matrix';
import type { Platform } from '../platform';
import { catalogFile } from './catalogFile/catalogFile';
import type { DerivedFile } from './DerivedFile';
import { diagramSection } from './diagram/diagramSection';
import { environmentFiles } from './environmentFiles';
import { argocdFiles } from './gitops/argocdFiles';
import { renovateConfiguration } from './renovate/renovateConfiguration';

/**
 * All that follows from a platform and that no person writes: Argo CD's
 * objects, Renovate's configuration, the catalog's file and the diagram.
 *
 * @remarks
 * Empty where the matrix cannot be read. What it says follows from the platform
 * as it stands, so what is edited (umbrella, values) is edited first.
 *
 * @public
 */
export function derivedFiles(options: {
  platform: Platform;
  /** Those whose own values in each environment are wanted; by default all. */
  services?: readonly Service[];
}): DerivedFile[] {
  if (!options.platform.matrix) {
    return [];
  }
  return [
    argocdFiles,
    environmentFiles,
    renovateConfiguration,
    catalogFile,
    diagramSection,
  ].flatMap(derive => derive(options));
}
