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

import { InputError } from '@backstage/errors';
import {
  createHelm,
  type Helm,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { Terminal } from '../Terminal';

/**
 * Helm, by the path that a person names, or by CHARTROOM_HELM, or from the PATH.
 *
 * @internal
 */
export async function findHelm(options: {
  terminal: Terminal;
  binary?: string;
}): Promise<Helm> {
  const { terminal } = options;
  // A variable that is set to nothing names nothing
  const binary = options.binary ?? (terminal.env.CHARTROOM_HELM || 'helm');
  const helm = await createHelm({ binary, timeoutMilliseconds: 300_000 });
  if (!helm) {
    throw new InputError(
      `There is no ${
        binary === 'helm' ? 'helm on the PATH' : `Helm at ${binary}`
      }; install Helm 3.18 or newer, or name it with --helm.`,
    );
  }
  return helm;
}
