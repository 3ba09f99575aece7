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

import { InputError, isError } from '@backstage/errors';
import type {
  AgreementEvidence,
  Environment,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { releaseBytes } from './releaseBytes';

/**
 * What is rendered for environments, and how large their releases become. Where an environment
 * cannot be rendered, why.
 *
 * @internal
 */
export async function renderedEvidence(options: {
  platform: Platform;
  environments: ReadonlyArray<Environment | undefined>;
  render: (environment: Environment | undefined) => Promise<string>;
}): Promise<
  Pick<AgreementEvidence, 'manifests' | 'releaseBytes' | 'renderFailures'>
> {
  const { platform, environments, render } = options;
  const manifests = new Map<string, string>();
  const sizes = new Map<string, number>();
  const renderFailures = new Map<string, string>();
  await Promise.all(
    environments.map(async environment => {
      const name = environment?.name ?? '';
      try {
        const text = await render(environment);
        manifests.set(name, text);
        sizes.set(
          name,
          await releaseBytes({ platform, environment, manifests: text }),
        );
      } catch (error) {
        if (!isError(error) || error.name !== InputError.name) {
          throw error;
        }
        renderFailures.set(name, error.message);
      }
    }),
  );
  return { manifests, releaseBytes: sizes, renderFailures };
}
