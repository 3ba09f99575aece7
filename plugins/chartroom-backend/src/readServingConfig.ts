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

import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/**
 * What configuration says of serving.
 *
 * @internal
 */
export interface ServingConfig {
  /** After how long without a confirmation what is known of a cluster is stale. */
  readonly staleAfterMilliseconds: number;
  /** How often it is looked whether platform repositories have moved. */
  readonly readPlatformsEvery: HumanDuration;
  /** Words that make the value of a key secret, beside those that always do. */
  readonly sensitiveWords: readonly string[];
}

/**
 * Reads `chartroom.staleAfter`, `chartroom.readPlatformsEvery` and `chartroom.redaction`; throws where one has another shape.
 *
 * @internal
 */
export function readServingConfig(options: { config: Config }): ServingConfig {
  const { config } = options;
  const duration = (key: string, otherwise: HumanDuration) =>
    config.has(key) ? readDurationFromConfig(config, { key }) : otherwise;
  return {
    staleAfterMilliseconds: durationToMilliseconds(
      duration('chartroom.staleAfter', { seconds: 90 }),
    ),
    readPlatformsEvery: duration('chartroom.readPlatformsEvery', {
      seconds: 30,
    }),
    sensitiveWords:
      config.getOptionalStringArray('chartroom.redaction.sensitiveWords') ?? [],
  };
}
