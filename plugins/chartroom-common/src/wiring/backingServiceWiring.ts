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

import { matrixIndex } from '../matrix/matrixIndex';
import type { Environment, Matrix, Service } from '../matrix/types';
import type { BackingServiceBlock } from './BackingServiceBlock';
import type { EngineProfile } from './EngineProfile';
import { fillName } from './fillName';
import { findEngineProfile } from './findEngineProfile';
import type { RequiredSecret } from './RequiredSecret';
import { requiredSecrets } from './requiredSecrets';
import { wiredPort } from './serviceWiring';
import type { UmbrellaChart } from './UmbrellaChart';

/**
 * How a backing service stands in the umbrella: its entry, its values, what the
 * umbrella's policies know about it, and what must be there before.
 *
 * @public
 */
export interface BackingServiceWiring {
  /** Where its chart comes from, after what the environment says. */
  readonly source: string;
  /** Absent: nobody wrote one. */
  readonly profile?: EngineProfile;
  /**
   * Where it runs.
   *
   * @remarks
   * `own`: from `charts/<name>` on the common chart, wired as a service is.
   * `chart`: from somebody else's chart in the umbrella. `operator`: from objects
   * that the umbrella renders. `external`: outside the cluster.
   */
  readonly placement: 'own' | 'chart' | 'operator' | 'external';
  /** Its entry in the umbrella's Chart.yaml. Absent: its chart is no business of a profile. */
  readonly chart?: UmbrellaChart;
  /** What the umbrella's values must say below its name. */
  readonly profileValues: Readonly<Record<string, unknown>>;
  /** What they say there at first, and people change. */
  readonly startingValues: Readonly<Record<string, unknown>>;
  /** Its block in `backingServices` of the umbrella's values. Absent: it has none, being own or external. */
  readonly block?: BackingServiceBlock;
  readonly secrets: readonly RequiredSecret[];
}

/**
 * Derives how a backing service stands in the umbrella.
 *
 * @remarks
 * An environment may take it from elsewhere, as a database outside the cluster;
 * then all of the answer is about that source.
 *
 * @public
 */
export function backingServiceWiring(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  environment?: Environment;
}): BackingServiceWiring {
  const { matrix, service, profiles, environment } = options;
  const { name } = service;
  const override =
    environment && Object.hasOwn(environment.services, name)
      ? environment.services[name]
      : undefined;
  const source = override?.source ?? service.source ?? 'own';
  const profile = findEngineProfile({
    profiles,
    engine: service.engine ?? name,
    source,
  });
  const placement = placementOf({ source, profile });
  const foreign = placement === 'chart' || placement === 'operator';
  return {
    source,
    profile,
    placement,
    chart: foreign ? umbrellaChart({ name, profile }) : undefined,
    profileValues: fillName({ value: profile?.values ?? {}, name }),
    startingValues: fillName({ value: profile?.startingValues ?? {}, name }),
    block: foreign ? block({ matrix, service, profile }) : undefined,
    secrets: requiredSecrets({
      matrix,
      service,
      profiles,
      profile,
      override,
    }),
  };
}

function placementOf(options: {
  source: string;
  profile: EngineProfile | undefined;
}): BackingServiceWiring['placement'] {
  const { source, profile } = options;
  if (profile?.external ?? source === 'external') {
    return 'external';
  }
  if (source === 'own') {
    return 'own';
  }
  return profile?.objects && !profile.chart ? 'operator' : 'chart';
}

function umbrellaChart(options: {
  name: string;
  profile: EngineProfile | undefined;
}): UmbrellaChart | undefined {
  const { name, profile } = options;
  return (
    profile?.chart && {
      name: profile.chart.name,
      version: profile.chart.version,
      repository: profile.chart.repository,
      condition: `${name}.enabled`,
      ...(profile.chart.name !== name && { alias: name }),
    }
  );
}

function block(options: {
  matrix: Matrix;
  service: Service;
  profile: EngineProfile | undefined;
}): BackingServiceBlock {
  const { matrix, service, profile } = options;
  const { name } = service;
  const callers = matrixIndex({ matrix }).callers.get(name) ?? [];
  const podLabels = profile?.podLabels ?? {
    'app.kubernetes.io/name': '{name}',
  };
  return {
    callers: Object.fromEntries(callers.map(caller => [caller, true as const])),
    ports: Object.fromEntries(
      service.ports.map(port => [port.name, wiredPort(port)]),
    ),
    podLabels: fillName({ value: podLabels, name }),
    peerPorts: [...(profile?.peerPorts ?? [])],
    ...(profile?.objects && {
      objects: fillName({ value: profile.objects, name }),
    }),
  };
}
