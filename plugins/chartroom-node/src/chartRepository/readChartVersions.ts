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

import { ServiceUnavailableError } from '@backstage/errors';
import { compare, parse as parseVersion } from 'semver';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PublishedChart } from './ChartRepository';

/** The YAML parser reads less than a megabyte a second, and nothing else runs meanwhile. */
const MAXIMUM_PARSED_CHARACTERS = 2 * 1024 * 1024;

/**
 * A version in an index, with where its archive is.
 *
 * @internal
 */
export interface IndexedChart extends PublishedChart {
  /** Absolute, or relative to the repository's address. */
  readonly archiveUrl: string;
}

const entrySchema = z.object({
  version: z.string(),
  digest: z
    .string()
    .regex(/^(?:sha256:)?[0-9a-f]{64}$/)
    .transform(digest => `sha256:${digest.slice(-64)}`),
  urls: z.array(z.string()).nonempty(),
});

const partSchema = z.record(z.string(), z.unknown());

/**
 * Reads one chart's versions from the text of an `index.yaml`, highest first.
 *
 * @remarks
 * Only that chart's part is parsed where the index is written as Helm and
 * ChartMuseum write it: an index of thousands of charts would take many seconds.
 * Entries without a version or a digest that can be checked are left out.
 *
 * @internal
 */
export function readChartVersions(options: {
  index: string;
  name: string;
  /** For messages. */
  url: string;
}): readonly IndexedChart[] {
  const { name } = options;
  const entries: unknown = parsePart(options)?.[name];
  return (Array.isArray(entries) ? entries : [])
    .flatMap(entry => {
      const { data } = entrySchema.safeParse(entry);
      return data && parseVersion(data.version) ? [data] : [];
    })
    .map(({ version, digest, urls }) => ({
      name,
      version,
      digest,
      archiveUrl: urls[0],
    }))
    .sort((a, b) => compare(b.version, a.version));
}

function parsePart(options: {
  index: string;
  name: string;
  url: string;
}): Record<string, unknown> | undefined {
  const { index, name } = options;
  const usual = /^entries:\n(?= {2}[^\s-])/m.exec(index);
  const rest = usual && `\n${index.slice(usual.index + 'entries:\n'.length)}`;
  const start = rest ? rest.indexOf(`\n  ${name}:\n`) : -1;
  if (rest && start < 0) {
    return undefined;
  }
  const from = rest ? rest.slice(start + 1) : index;
  const length = rest ? from.slice(1).search(/^(?: {2})?[^\s-]/m) : -1;
  const text = length < 0 ? from : from.slice(0, length + 1);
  if (text.length > MAXIMUM_PARSED_CHARACTERS) {
    throw new ServiceUnavailableError(
      `The index of the chart repository ${options.url} is too large to be read for ${name}`,
    );
  }
  try {
    const parsed = parse(text);
    return rest
      ? parsed
      : z.object({ entries: partSchema }).parse(parsed).entries;
  } catch {
    throw new ServiceUnavailableError(
      `The index of the chart repository ${options.url} cannot be read where it lists ${name}: check the address, and that it is a chart repository`,
    );
  }
}
