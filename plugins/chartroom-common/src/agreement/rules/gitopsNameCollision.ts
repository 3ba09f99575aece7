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

import { quoted } from '../../check/quoted';
import type { AgreementRule } from '../AgreementRule';
import {
  argocdApplications,
  type ArgocdApplication,
} from '../argocdApplications';

/**
 * No two Applications of Argo CD have one name: of two, the later would take the
 * place of the other, and with it what runs there.
 *
 * @internal
 */
export const gitopsNameCollision: AgreementRule = {
  id: 'gitops-name-collision',
  summary: 'Each Application of Argo CD has a name of its own.',
  severity: 'error',
  check: context => {
    const first = new Map<string, ArgocdApplication>();
    return argocdApplications({ context }).flatMap(application => {
      const { name, of, line } = application;
      const other = first.get(name);
      if (!other) {
        first.set(name, application);
        return [];
      }
      return [
        {
          finding: {
            file: context.platform.matrixFile,
            line,
            message: `Argo CD's Applications of ${
              other.of
            } and of ${of} would both be called ${quoted(name)}.`,
            fix: 'Give one of the environments or services another name.',
          },
        },
      ];
    });
  },
};
