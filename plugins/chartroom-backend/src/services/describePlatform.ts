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

import type {
  Finding,
  Service,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { Platforms } from '@chartroom/backstage-plugin-chartroom-node';

/**
 * A platform with all that its matrix holds.
 *
 * @internal
 */
export interface PlatformDescription {
  readonly name: string;
  /** The name again, where the matrix cannot be read. */
  readonly system: string;
  readonly url: string;
  readonly services: ReadonlyArray<{
    readonly name: string;
    readonly kind: Service['kind'];
    /** `service`, or the engine of a backing service. */
    readonly type: string;
    readonly tier: string;
    readonly language?: string;
    readonly port?: number;
    readonly description?: string;
  }>;
  readonly findings: readonly Finding[];
}

/**
 * Describes one platform at the head of its default branch.
 *
 * @internal
 */
export async function describePlatform(options: {
  name: string;
  platforms: Platforms;
}): Promise<PlatformDescription> {
  const { config, platform } = await options.platforms.read(options);
  const { matrix, findings } = platform;
  return {
    name: config.name,
    system: matrix?.system ?? config.name,
    url: config.url,
    services: (matrix?.services ?? []).map(service => ({
      name: service.name,
      kind: service.kind,
      type: service.engine ?? 'service',
      tier: service.tier,
      language: service.language,
      port: service.ports[0]?.port,
      description: service.description,
    })),
    findings,
  };
}
