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

import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { EngineProfile } from '../wiring';
import { findEngineProfile } from '../wiring/findEngineProfile';
import type { WrittenMatrix, WrittenService } from './matrixSchema';
import type { SourceDocument } from './SourceDocument';
import type {
  Environment,
  EnvironmentVariable,
  Matrix,
  Service,
  ServicePort,
} from './types';

/**
 * Turns the matrix as it is written into the matrix as it is meant.
 *
 * @internal
 */
export function fillDefaults(options: {
  written: WrittenMatrix;
  system: string;
  umbrella: string;
  document: SourceDocument;
  profiles: readonly EngineProfile[];
  commonChartVersion: string | undefined;
}): Matrix {
  const { written, system, umbrella, document, profiles } = options;
  return {
    system,
    owner: ownerRef(written.owner),
    umbrella,
    delivery: written.delivery ?? 'umbrella',
    commonChart: {
      version:
        written.commonChart?.version ?? options.commonChartVersion ?? '1.0.0',
      repository:
        written.commonChart?.repository ?? 'file://charts/platform-common',
    },
    charts: written.charts,
    images: written.images,
    gitops: written.gitops && {
      repository: written.gitops.repository,
      argocdNamespace: written.gitops.argocdNamespace ?? 'argocd',
      project: written.gitops.project ?? system,
      parentProject: written.gitops.parentProject ?? 'default',
    },
    environments: (written.environments ?? []).map(
      (environment, index): Environment => ({
        name: environment.name,
        cluster: environment.cluster,
        namespace: environment.namespace ?? system,
        values: environment.values ?? `values-${environment.name}.yaml`,
        domain: environment.domain,
        ref: environment.ref,
        services: Object.fromEntries(
          Object.entries(environment.services ?? {}).map(
            ([name, { chart_source: source, ...facts }]) => [
              name,
              { ...facts, source },
            ],
          ),
        ),
        line: document.lineAt(['environments', index]),
      }),
    ),
    services: written.services.map((service, index) =>
      fillService({ service, index, document, profiles }),
    ),
  };
}

function fillService(options: {
  service: WrittenService;
  index: number;
  document: SourceDocument;
  profiles: readonly EngineProfile[];
}): Service {
  const { service, index, document, profiles } = options;
  const path = ['services', index];
  const backing =
    service.engine !== undefined ||
    service.chart_source !== undefined ||
    (service.language === undefined &&
      profiles.some(profile => profile.engine === service.name));
  const engine = backing ? service.engine ?? service.name : undefined;
  return {
    kind: backing ? 'backing-service' : 'service',
    name: service.name,
    description: service.description,
    type: service.type ?? (backing ? 'statefulset' : 'deployment'),
    tier: service.tier ?? (backing ? 'database' : 'backend'),
    language: service.language,
    engine,
    source: backing ? service.chart_source ?? 'own' : undefined,
    ports: servicePorts({ service, engine, profiles }),
    exposed: service.exposed ?? false,
    owner: ownerRef(service.owner),
    repository: service.repository,
    image: service.image,
    dependencies: (service.dependencies ?? []).map((dependency, position) => ({
      ...dependency,
      line: document.lineAt([...path, 'dependencies', position]),
    })),
    environment: (service.env_vars ?? []).map((variable, position) =>
      environmentVariable({
        variable,
        path: [...path, 'env_vars', position],
        document,
      }),
    ),
    egress: service.egress ?? [],
    line: document.lineAt(path),
  };
}

function servicePorts(options: {
  service: WrittenService;
  engine: string | undefined;
  profiles: readonly EngineProfile[];
}): ServicePort[] {
  const { service, engine, profiles } = options;
  if (service.ports) {
    return service.ports.map(port => ({
      name: port.name,
      port: port.port,
      targetPort: port.targetPort ?? port.port,
      protocol: port.protocol ?? 'TCP',
    }));
  }
  const source = service.chart_source ?? 'own';
  const profile =
    engine === undefined
      ? undefined
      : findEngineProfile({ profiles, engine, source }) ??
        profiles.find(candidate => candidate.engine === engine);
  const port = service.port ?? profile?.port;
  const open = (name: string, number: number): ServicePort => ({
    name,
    port: number,
    targetPort: number,
    protocol: 'TCP',
  });
  return port
    ? [
        open(engine ?? 'http', port),
        ...Object.entries(profile?.ports ?? {}).map(([name, number]) =>
          open(name, number),
        ),
      ]
    : [];
}

function environmentVariable(options: {
  variable: string | Record<string, string | number | boolean>;
  path: Array<string | number>;
  document: SourceDocument;
}): EnvironmentVariable {
  const { variable, path, document } = options;
  const line = document.lineAt(path);
  if (typeof variable === 'string') {
    return { name: variable, line };
  }
  const [[name, value]] = Object.entries(variable);
  return {
    name,
    value:
      typeof value === 'string'
        ? value
        : document.writtenAt([...path, name]) ?? String(value),
    line,
  };
}

/** The full form of an owner; what cannot be one stays for the rule to report. */
function ownerRef(owner: string | undefined): string | undefined {
  if (owner === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return owner;
  }
}
