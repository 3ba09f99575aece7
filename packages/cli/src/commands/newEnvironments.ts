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

import type { NewEnvironment } from '@chartroom/backstage-plugin-chartroom-common';
import { unknownEnvironment } from '../evidence';

/**
 * The environments of a new platform, with the domains that a person gave:
 * `example.com` is for all of them, `prod=example.com` for one.
 *
 * @internal
 */
export function newEnvironments(options: {
  names: readonly string[];
  domains: readonly string[];
}): NewEnvironment[] {
  const { names, domains } = options;
  const given = domains.map(text => {
    const [, name, domain] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    return name === undefined ? { domain: text } : { name, domain };
  });
  for (const { name } of given) {
    if (name !== undefined && !names.includes(name)) {
      throw unknownEnvironment({ name, known: names });
    }
  }
  const common = given.find(({ name }) => name === undefined)?.domain;
  return names.map(name => {
    const own = given.find(it => it.name === name)?.domain;
    const domain =
      own ?? (common === undefined ? undefined : `${name}.${common}`);
    return { name, ...(domain !== undefined && { domain }) };
  });
}
