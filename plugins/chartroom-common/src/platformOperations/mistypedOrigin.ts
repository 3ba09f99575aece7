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

import { nearestName } from '../check/nearestName';
import { quoted } from '../check/quoted';
import type { Finding } from '../check';
import type { Platform } from '../platform';
import { findEngineProfile } from '../wiring';
import type { AddServiceOperation } from './PlatformOperation';

/** Sources that need no profile of their own. */
const plainSources = ['own', 'external'];

/**
 * Says of a backing service which engine, or which source, was probably meant,
 * where it has one that no profile describes.
 *
 * @remarks
 * Any word may be an engine or a source; only one that is nearly a known one is
 * taken for a slip. An own engine with its image and port is described in full.
 *
 * @internal
 */
export function mistypedOrigin(options: {
  platform: Platform;
  service: AddServiceOperation['service'];
}): Omit<Finding, 'severity'> | undefined {
  const { platform, service } = options;
  const { profiles, matrixFile: file } = platform;
  const { engine = service.name, chart_source: source = 'own' } = service;
  if (typeof engine !== 'string' || typeof source !== 'string') {
    return undefined;
  }
  const isDescribed =
    source === 'own' && 'image' in service && 'port' in service;
  if (isDescribed || findEngineProfile({ profiles, engine, source })) {
    return undefined;
  }
  const sources = [...plainSources, ...profiles.map(it => it.source)];
  const nearestSource = slip({ name: source, known: sources });
  if (nearestSource) {
    return {
      rule: 'service-source',
      file,
      message: `No profile describes a chart from ${quoted(source)}.`,
      fix: `Did you mean ${quoted(nearestSource)}?`,
    };
  }
  const nearestEngine = slip({
    name: engine,
    known: profiles.map(it => it.engine),
  });
  return nearestEngine === undefined
    ? undefined
    : {
        rule: 'service-engine',
        file,
        message: `No profile describes the engine ${quoted(engine)}.`,
        fix: `Did you mean ${quoted(nearestEngine)}?`,
      };
}

function slip(options: {
  name: string;
  known: readonly string[];
}): string | undefined {
  const { name, known: candidates } = options;
  return candidates.includes(name)
    ? undefined
    : nearestName({ name, candidates });
}
