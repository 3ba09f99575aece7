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

import { knownSource } from '../charts/knownSource';
import type { EngineProfile } from '../wiring';
import type { HandMadeChart } from './HandMadeUmbrella';
import { isMap } from '../values/isMap';

/**
 * What the files of a chart say of a service, as the matrix writes it.
 *
 * @internal
 */
export interface DescribedService {
  readonly name: string;
  readonly description?: string;
  readonly language?: string;
  readonly type?: 'statefulset' | 'daemonset' | 'cronjob' | 'job';
  readonly tier: string;
  readonly port?: number;
  readonly exposed?: true;
  readonly image?: { readonly repository?: string; readonly tag?: string };
  readonly engine?: string;
  readonly chart_source?: string;
}

/**
 * Reads what can be known of a service from its chart.
 *
 * @internal
 */
export function describeChart(options: {
  chart: HandMadeChart;
  profiles: readonly EngineProfile[];
}): DescribedService {
  const { chart } = options;
  const { name, values } = chart;
  const backing = backingService(options);
  const exposed =
    isMap(values.ingress) && values.ingress.enabled === true ? true : undefined;
  const type = workloadType(chart);
  const description =
    typeof chart.chart.description === 'string'
      ? chart.chart.description
      : undefined;
  const language =
    typeof values.language === 'string' && values.language !== ''
      ? values.language
      : undefined;
  const port = portOf(values) ?? backing?.port;
  const image = chart.folder === undefined ? undefined : imageOf(values);
  const isDefaultType = backing && type === 'statefulset';
  return {
    name,
    ...(description && { description }),
    ...(language && !backing && { language }),
    ...(backing && { engine: backing.engine }),
    ...(type && !isDefaultType && { type }),
    tier: tierOf({ isBacking: backing !== undefined, exposed }),
    ...(port !== undefined && { port }),
    ...(exposed && { exposed }),
    ...(image && { image }),
    ...(backing && { chart_source: backing.source }),
  };
}

function tierOf(options: { isBacking: boolean; exposed?: true }): string {
  if (options.isBacking) {
    return 'database';
  }
  return options.exposed ? 'frontend' : 'backend';
}

/** Charts are known under more names than their engines. */
const engineNames: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mongo: 'mongodb',
  rabbit: 'rabbitmq',
};

function backingService(options: {
  chart: HandMadeChart;
  profiles: readonly EngineProfile[];
}): { engine: string; source: string; port?: number } | undefined {
  const { chart, profiles } = options;
  const { dependency, name, folder } = chart;
  const engine = [dependency.name, name]
    .map(it => engineNames[it] ?? it)
    .find(it => profiles.some(profile => profile.engine === it));
  if (!engine) {
    return undefined;
  }
  const { repository } = dependency;
  const source = folder === undefined ? knownSource({ repository }) : 'own';
  const known = profiles.find(
    profile => profile.engine === engine && profile.source === source,
  );
  const port = (known ?? profiles.find(profile => profile.engine === engine))
    ?.port;
  return { engine, source: source ?? 'unknown', port };
}

function workloadType(chart: HandMadeChart): DescribedService['type'] {
  const written = chart.values.type;
  const kinds = {
    statefulset: 'StatefulSet',
    daemonset: 'DaemonSet',
    cronjob: 'CronJob',
    job: 'Job',
  } as const;
  const types = Object.keys(kinds) as Array<keyof typeof kinds>;
  return (
    types.find(type => type === written) ??
    (/^kind: Deployment\s*$/m.test(chart.templates)
      ? undefined
      : types.find(type =>
          new RegExp(`^kind: ${kinds[type]}\\s*$`, 'm').test(chart.templates),
        ))
  );
}

/** The places where charts say which port they listen on, the best known first. */
function portOf(values: Readonly<Record<string, unknown>>): number | undefined {
  const ports = isMap(values.ports) ? Object.values(values.ports) : [];
  const service = isMap(values.service) ? values.service : {};
  const list = Array.isArray(service.ports) ? service.ports : [];
  const candidates = [
    ...ports.map(port => (isMap(port) ? port.port : port)),
    service.port,
    ...list.map(port => (isMap(port) ? port.port : port)),
    isMap(service.ports) ? Object.values(service.ports)[0] : undefined,
    values.port,
    values.containerPort,
    service.targetPort,
  ];
  return candidates.find(
    (port): port is number => Number.isInteger(port) && Number(port) > 0,
  );
}

function imageOf(
  values: Readonly<Record<string, unknown>>,
): DescribedService['image'] {
  const { image } = values;
  if (typeof image === 'string' && image !== '') {
    const [, repository, tag] = /^(.+?)(?::([^:/]+))?$/.exec(image) ?? [];
    return { repository, ...(tag && { tag }) };
  }
  if (isMap(image) && typeof image.repository === 'string') {
    const registry = typeof image.registry === 'string' ? image.registry : '';
    const repository = [registry, image.repository].filter(Boolean).join('/');
    return repository ? { repository } : undefined;
  }
  return undefined;
}
