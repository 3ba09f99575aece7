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

import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  createLocalForge,
  type LocalForge,
  type LocalForgeOptions,
} from '../createLocalForge';

/** The token of every forge in tests. */
export const token = 'correct-horse-battery-staple';

/**
 * A forge at a free port in a directory of its own; call it within `describe`.
 *
 * @internal
 */
export function startForge(
  options: Pick<LocalForgeOptions, 'seed'> = {},
): LocalForge & { directory: string } {
  const directory = createMockDirectory();
  let forge: LocalForge;
  beforeAll(async () => {
    forge = await createLocalForge({
      directory: directory.path,
      port: 0,
      token,
      logger: mockServices.logger.mock(),
      ...options,
    });
  });
  afterAll(() => forge.close());
  return {
    directory: directory.path,
    get url() {
      return forge.url;
    },
    close: () => forge.close(),
  };
}
