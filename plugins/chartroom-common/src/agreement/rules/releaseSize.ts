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

import type { AgreementRule } from '../AgreementRule';
import { environmentStates } from '../evidence/environmentStates';

/** What Kubernetes lets a Secret hold (`MaxSecretSize` in its pkg/apis/core/types.go). */
const limit = 1024 * 1024;
const warningShare = 0.7;
const errorShare = 0.95;

/**
 * Helm keeps all of a release in one Secret, and cannot install one that does
 * not fit.
 *
 * @internal
 */
export const releaseSize: AgreementRule = {
  id: 'release-size',
  summary: 'The release of each environment fits the Secret that Helm keeps.',
  severity: 'error',
  check: context =>
    environmentStates({ context }).flatMap(({ name, title }) => {
      const bytes = context.evidence?.releaseBytes?.get(name) ?? 0;
      if (bytes <= limit * warningShare) {
        return [];
      }
      const share = Math.round((bytes / limit) * 100);
      const kibibytes = Math.round(bytes / 1024);
      return [
        {
          finding: {
            file: context.umbrella?.chartFile ?? '',
            severity:
              bytes > limit * errorShare ? ('error' as const) : 'warning',
            message: `The release of ${title} takes about ${kibibytes} KiB, ${share} % of the 1 MiB that Kubernetes lets Helm keep.`,
            fix: 'Name what is no template or value in .helmignore of the umbrella; if that is not enough, write delivery: applications in the matrix, or divide the system.',
          },
        },
      ];
    }),
};
