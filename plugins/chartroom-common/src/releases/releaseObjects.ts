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

import { chartOfSource } from './chartOfSource';
import { manifestDocuments } from './manifestDocuments';
import { objectMetadata } from './objectMetadata';
import type { ReleaseRecord } from './ReleaseRecord';

/**
 * What an object of a release tells of the chart that it comes from.
 *
 * @internal
 */
export interface ReleaseObject {
  /** Where its chart is inside the release's; absent where a post-renderer dropped the comment. */
  readonly chart?: readonly string[];
  /** `helm.sh/chart`. */
  readonly label?: string;
  /** `app.kubernetes.io/version`. */
  readonly appVersion?: string;
}

/**
 * The objects of a release, hooks too.
 *
 * @internal
 */
export function releaseObjects(options: {
  record: ReleaseRecord;
}): ReleaseObject[] {
  const { manifest = '', hooks = [] } = options.record.body ?? {};
  return [
    ...manifestDocuments({ manifest }),
    ...hooks.map(hook => ({
      source: hook.path || undefined,
      text: hook.manifest,
    })),
  ].map(({ source, text }) => {
    const { labels } = objectMetadata({ text });
    return {
      chart: source === undefined ? undefined : chartOfSource({ source }),
      label: labels.get('helm.sh/chart'),
      appVersion: labels.get('app.kubernetes.io/version'),
    };
  });
}
