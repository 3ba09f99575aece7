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

import { isMap } from '../values/isMap';
import { recordOfHead } from './recordOfHead';
import type { ReleaseRecord } from './ReleaseRecord';
import { releaseHeadSchema } from './releaseRecordSchema';

const longestHead = 256 * 1024;
/** The fields of `chart` are this deep. */
const chartDepth = 2;

/**
 * A release's record from the first kilobytes of its JSON, cut off anywhere.
 *
 * @remarks
 * Undefined where that is not enough and the whole record must be read: the head does not reach past the chart's lock
 * (long notes stand before it), or the chart has dependencies, whose versions the manifest tells. The namespace and the
 * revision stand at the end of the JSON; the Secret's metadata and its label `version` tell them.
 *
 * @public
 */
export function parseReleaseHead(options: {
  text: string;
  namespace: string;
  revision: number;
}): ReleaseRecord | undefined {
  const { namespace, revision } = options;
  const value = parsedStart(options.text.slice(0, longestHead));
  // Go writes `lock` always, and after `metadata`
  if (!isMap(value) || !isMap(value.chart) || value.chart.lock === undefined) {
    return undefined;
  }
  const { data: head } = releaseHeadSchema.safeParse(value);
  return head && head.chart.metadata.dependencies.length === 0
    ? recordOfHead({ head, namespace, revision })
    : undefined;
}

/** What JSON says up to the last field of the record or its chart that is whole. */
function parsedStart(text: string): unknown {
  const end = lastWholeField(text);
  if (!end) {
    return undefined;
  }
  try {
    return JSON.parse(text.slice(0, end.position) + '}'.repeat(end.depth));
  } catch {
    return undefined;
  }
}

/** Where the last comma between two fields stands that are no deeper than the chart's. */
function lastWholeField(
  text: string,
): { position: number; depth: number } | undefined {
  // A text that the cut left open reaches to the end
  const marks = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}[\],]/gs;
  let found: { position: number; depth: number } | undefined;
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '{' || mark === '[') {
      depth += 1;
    } else if (mark === '}' || mark === ']') {
      depth -= 1;
    } else if (mark === ',' && depth <= chartDepth) {
      found = { position: index, depth };
    }
  }
  return found;
}
