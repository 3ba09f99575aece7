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
import { argocdApplications } from '../argocdApplications';

/** The value of a label: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
const longestName = 63;

/**
 * The name of an Application fits in a label: Argo CD marks by it what belongs to
 * the Application (its resource tracking by label, the default before Argo CD 3).
 *
 * @internal
 */
export const gitopsNameLength: AgreementRule = {
  id: 'gitops-name-length',
  summary: `The name of each Application of Argo CD has at most ${longestName} characters.`,
  severity: 'warning',
  check: context =>
    argocdApplications({ context })
      .filter(({ name }) => name.length > longestName)
      .map(({ name, of, line }) => ({
        finding: {
          file: context.platform.matrixFile,
          line,
          message: `Argo CD's Application of ${of} would be called ${name}, which has ${name.length} characters; where Argo CD tracks by label, it may have ${longestName}.`,
          fix: 'Shorten the name of the system, the environment or the service.',
        },
      })),
};
