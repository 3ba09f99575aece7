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

import { umbrellaTemplate as content } from '../../charts/umbrellaTemplate';
import type { AgreementRule } from '../AgreementRule';

/**
 * The umbrella renders the common chart's part for umbrellas.
 *
 * @internal
 */
export const umbrellaTemplate: AgreementRule = {
  id: 'umbrella-template',
  summary:
    'The umbrella renders the policies of backing services and the check of the whole system.',
  severity: 'error',
  check: ({ platform, matrix, umbrella }) => {
    if (!umbrella) {
      return [];
    }
    const folder = `${matrix.umbrella}/templates/`;
    const included = [...platform.files].some(
      ([path, text]) =>
        path.startsWith(folder) &&
        /include\s+"platform-common\.v\d+\.umbrella"/.test(text),
    );
    if (included) {
      return [];
    }
    const path = `${folder}umbrella.yaml`;
    const message = `No template of ${matrix.umbrella} includes "platform-common.v1.umbrella".`;
    return platform.files.has(path)
      ? [
          {
            finding: {
              file: path,
              line: 1,
              message,
              fix: `Add this line to one of them: ${content.trim()}`,
            },
          },
        ]
      : [
          {
            finding: { file: path, message },
            changes: [{ kind: 'write', path, content }],
          },
        ];
  },
};
