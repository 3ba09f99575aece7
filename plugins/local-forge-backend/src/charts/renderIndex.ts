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

import { stringify } from 'yaml';
import type { StoredChart } from './ChartStore';

/**
 * The `index.yaml` of a chart repository.
 *
 * @remarks
 * Addresses are relative, so that the index is right under every name of the host. YAML 1.1, as Helm reads it,
 * decides which texts need quotes.
 *
 * @internal
 */
export function renderIndex(options: {
  charts: readonly StoredChart[];
  generatedAt: Date;
}): string {
  const entries: Record<string, object[]> = {};
  for (const { metadata, file, digest, createdAt } of options.charts) {
    entries[metadata.name] ??= [];
    entries[metadata.name].push({
      ...metadata,
      created: createdAt.toISOString(),
      digest,
      urls: [file],
    });
  }
  const index = {
    apiVersion: 'v1',
    entries,
    generated: options.generatedAt.toISOString(),
  };
  return stringify(index, { version: '1.1', lineWidth: 0 });
}
