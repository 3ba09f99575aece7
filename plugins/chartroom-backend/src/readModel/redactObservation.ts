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
  redactText,
  type Observation,
  type Redaction,
} from '@chartroom/backstage-plugin-chartroom-common';

/** What fails says why; a page of it is enough for anybody. */
const LONGEST = 1_000;

/**
 * An observation whose texts tell no secret: what Helm, Flux and Argo CD say of a release may quote what an API server did
 * not accept, and everybody who sees the deployment reads it.
 *
 * @internal
 */
export function redactObservation(options: {
  observation: Observation;
  redaction: Redaction;
}): Observation {
  const { observation, redaction } = options;
  if (observation.type !== 'release') {
    return observation;
  }
  const { release } = observation;
  const { description, health } = release;
  const told = (text: string) => {
    const redacted = redactText({ text, ...redaction });
    return redacted.length > LONGEST
      ? `${redacted.slice(0, LONGEST - 1)}…`
      : redacted;
  };
  return {
    ...observation,
    release: {
      ...release,
      ...(description !== undefined && { description: told(description) }),
      ...(health?.message !== undefined && {
        health: { ...health, message: told(health.message) },
      }),
    },
  };
}
