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

import type { readMatrix } from '../matrix';
import type { EngineProfile } from '../wiring';
import { Documents } from './Documents';
import type { Platform } from './Platform';

/**
 * What was read for a platform, and can be used again for a later state of the
 * same repository.
 *
 * @internal
 */
export interface PlatformReading {
  readonly documents: Documents;
  readonly matrix?: {
    readonly text: string;
    readonly umbrella: string | undefined;
    readonly commonChartVersion: string | undefined;
    readonly profiles: readonly EngineProfile[];
    readonly result: ReturnType<typeof readMatrix>;
  };
}

/**
 * The readings behind platforms.
 *
 * @internal
 */
export const readings = new WeakMap<Platform, PlatformReading>();

/**
 * The documents of a platform that was read.
 *
 * @internal
 */
export function documentsOf(options: { platform: Platform }): Documents {
  return readings.get(options.platform)?.documents ?? new Documents();
}
