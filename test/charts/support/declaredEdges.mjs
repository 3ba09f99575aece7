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
  addressRange,
  addressRanges,
  rangesText,
} from '../../support/addressRanges.mjs';
import { outsiders, platformPeer, podsOf } from './outsiders.mjs';

/** Where an engine listens if nobody says otherwise. */
const customaryPorts = {
  mariadb: 3306,
  mongodb: 27017,
  mysql: 3306,
  postgresql: 5432,
  rabbitmq: 5672,
  redis: 6379,
};
const anyAddress = ['0.0.0.0/0'];
/** None of these is a public address. */
const privateAddresses = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
];

/**
 * Every edge that a service matrix and the services' values declare in an environment, and those that the platform itself
 * needs, written as `admittedEdges` writes them. `values` holds each service's values by name.
 *
 * It reads the YAML as a person does, and shares nothing with the code that derives policies from it.
 */
export function declaredEdges({ matrix, environment, values }) {
  const services = matrix.services.map(service =>
    inEnvironment({ service, environment, values: values[service.name] }),
  );
  const edges = services.filter(isRunning).flatMap(service => [
    ...ownEdges({ service, services, pods: outsiders({ values }) }),
    ...platformEdges({
      ...{ service, environment, pods: outsiders({ values }) },
    }),
  ]);
  return linesOf(edges);
}

/** A service with its values, and what differs for it in the environment. */
function inEnvironment({ service, environment, values }) {
  const differs = environment.services?.[service.name] ?? {};
  const [first, ...others] = servicePorts(service);
  return {
    ...service,
    ...differs,
    values,
    ports: first
      ? [{ ...first, ...(differs.port && { port: differs.port }) }, ...others]
      : [],
  };
}

function isRunning({ chart_source: source, values }) {
  return source !== 'external' && values.enabled !== false;
}

/** Whom the pods of a service and those of its hooks and its test call. */
function ownEdges({ service, services, pods }) {
  const { name, values } = service;
  const dns = platformPeer({ values, role: 'dns' });
  const names = ['TCP', 'UDP'].flatMap(protocol =>
    podsOf({ peer: dns, pods }).map(to => ({
      ...{ to, port: `${protocol} ${dns.port}` },
    })),
  );
  const itself = service.ports.map(port => ({ to: name, port: podPort(port) }));
  const outward = [
    ...names,
    ...(service.dependencies ?? []).flatMap(dependency =>
      dependencyEdges({ dependency, services }),
    ),
    ...outsideEdges(service),
  ];
  const test = values.test?.enabled ? [`${name}-test`] : [];
  return [
    ...from([name], outward),
    ...from(hookPods(service), [...outward, ...itself]),
    ...from(test, [...names, ...itself]),
  ];
}

function from(pods, edges) {
  return pods.flatMap(pod => edges.map(edge => ({ from: pod, ...edge })));
}

/** Hooks run as Jobs of their own. */
function hookPods({ name, values }) {
  const { migration = {}, hooks = {} } = values;
  return [
    ...(migration.enabled && migration.hook ? ['migration'] : []),
    ...Object.keys(hooks).filter(hook => hooks[hook].enabled !== false),
  ].map(hook => `${name}-${hook}`);
}

function dependencyEdges({ dependency, services }) {
  const name = dependency.name ?? dependency;
  const target = services.find(service => service.name === name);
  const ports = target.ports.filter((port, index) =>
    dependency.ports ? dependency.ports.includes(port.name) : index === 0,
  );
  if (target.chart_source === 'external') {
    return ports.map(({ port, protocol = 'TCP' }) => ({
      addresses: (target.cidrs ?? anyAddress).map(addressRange),
      port: `${protocol} ${port}`,
    }));
  }
  return isRunning(target)
    ? ports.map(port => ({ to: name, port: podPort(port) }))
    : [];
}

/** Declared egress goes to public addresses; pods with a token reach the Kubernetes API. */
function outsideEdges({ egress = [], values }) {
  const { rbac, serviceAccount, networkPolicy } = values;
  const hasToken = serviceAccount?.automount || rbac?.rules?.length > 0;
  const { cidrs = anyAddress, ports = [443, 6443] } =
    networkPolicy?.kubernetesApi ?? {};
  return [
    ...egress.map(({ port }) => ({
      addresses: addressRanges({
        ranges: anyAddress.map(addressRange),
        except: privateAddresses.map(addressRange),
      }),
      port: `TCP ${port}`,
    })),
    ...(hasToken ? ports : []).map(port => ({
      addresses: cidrs.map(addressRange),
      port: `TCP ${port}`,
    })),
  ];
}

/** Which parts of the platform call a service. */
function platformEdges({ service, environment, pods }) {
  const { name, exposed, values } = service;
  const edges = (role, preferred) =>
    podsOf({ peer: platformPeer({ values, role }), pods }).map(pod => ({
      ...{ from: pod, to: name, port: chosenPort({ service, preferred }) },
    }));
  return [
    ...(exposed && environment.domain
      ? edges('ingressController', [values.ingress?.port, 'http'])
      : []),
    ...(values.serviceMonitor?.enabled
      ? edges('monitoring', [values.serviceMonitor.port, 'metrics', 'http'])
      : []),
  ];
}

/** A line for each edge; the addresses that a pod reaches on a port stand in one. */
function linesOf(edges) {
  const outside = new Map();
  for (const { from: pod, addresses, port } of edges) {
    if (addresses) {
      const key = `${pod} ${port}`;
      const before = outside.get(key)?.ranges ?? [];
      outside.set(key, { pod, port, ranges: [...before, ...addresses] });
    }
  }
  return [
    ...new Set([
      ...edges
        .filter(({ addresses }) => !addresses)
        .map(edge => `${edge.from} => ${edge.to} : ${edge.port}`),
      ...[...outside.values()].map(
        ({ pod, port, ranges }) =>
          `${pod} => ${rangesText(addressRanges({ ranges }))} : ${port}`,
      ),
    ]),
  ].sort();
}

/** A service's ports as the matrix writes them; a single one has the engine's name, or `http`. */
function servicePorts(service) {
  const { name, language, chart_source: source, port, ports } = service;
  const isKnown = !language && Object.hasOwn(customaryPorts, name);
  const engine = service.engine ?? (source || isKnown ? name : undefined);
  const number = port ?? customaryPorts[engine];
  return ports ?? (number ? [{ name: engine ?? 'http', port: number }] : []);
}

/** Policies know the ports of pods alone. */
function podPort({ port, targetPort = port, protocol = 'TCP' }) {
  return `${protocol} ${targetPort}`;
}

/** The first TCP port that has one of these names, else the first by name. */
function chosenPort({ service, preferred }) {
  const ports = service.ports
    .filter(({ protocol = 'TCP' }) => protocol === 'TCP')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const [chosen] = [
    ...preferred.map(name => ports.find(port => port.name === name)),
    ...ports,
  ].filter(Boolean);
  return podPort(chosen);
}
