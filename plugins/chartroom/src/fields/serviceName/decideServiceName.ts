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

import { checkServiceName } from '@chartroom/backstage-plugin-chartroom-common';
import type { ChartroomApi } from '../../api';

/**
 * Says why a name cannot be had by its looks alone, without asking anyone.
 *
 * @returns One sentence, or `undefined` for a well-formed name.
 *
 * @internal
 */
export function refuseByPattern(name: string): string | undefined {
  const verdict = checkServiceName({ name, taken: [] });
  return verdict.ok ? undefined : verdict.reason;
}

/**
 * Asks the server whether a name can be had; the same rule decides when the
 * service is created.
 *
 * @returns One sentence that says why not, or `undefined`.
 *
 * @internal
 */
export async function refuseByServer(options: {
  api: ChartroomApi;
  platform: string;
  name: string;
  owner?: string;
}): Promise<string | undefined> {
  const { api, platform, name, owner } = options;
  const answer = await api.checkName({ platform, name, owner });
  return answer.available
    ? undefined
    : answer.reason ?? `The name ${name} is not available in ${platform}.`;
}
