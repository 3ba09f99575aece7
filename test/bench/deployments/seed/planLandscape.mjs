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

/** What stands in the charts of a shape where a release has its own: names, and versions of the chart and of those in it. */
export const tokens = {
  name: 'zzname',
  version: '99.99.99',
  subchartVersion: '88.88.88',
};
/** The charts in an umbrella by the name that they have there; `idle` is switched off. */
const members = ['api', 'worker', 'web', 'idle'];

const environments = ['dev', 'test', 'stage', 'prod', 'edge'];
/** One after the other for the releases of a platform: of 20, 13 are plain. */
const shapes = [
  ...['umbrella', 'failed', 'small', 'pending', 'medium', 'rolled-back'],
  ...['small', 'uninstalled', 'large', 'medium', 'umbrella', 'small'],
  ...['medium', 'small', 'medium', 'small', 'umbrella', 'medium', 'small'],
  'medium',
];
/** Of 20 workloads 16 are healthy, 2 progress, one crashes and one has no image. */
const fates = { 3: 'crash', 9: 'progress', 13: 'unpullable', 17: 'progress' };

/**
 * What a benchmark's cluster holds, worked out without a look at it: releases in up to 50 namespaces, ten platforms of five
 * environments; and for every service in every environment what is true of it.
 *
 * At least 20 releases of at least two revisions.
 */
export function planLandscape({ releases: wanted, revisions }) {
  const count = Math.min(10, Math.floor(wanted / 10));
  const slots = Math.round(wanted / count / environments.length);
  const platforms = Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    environments: environments.map(name => ({
      name,
      namespace: `p${index}-${name}`,
    })),
    slots: Array.from({ length: slots }, (_unused, slot) =>
      planSlot({
        name: `p${index}s${slot}`,
        shape: shapes[(index * slots + slot) % shapes.length],
        isBehind: slot % 4 === 2,
        revisions,
      }),
    ),
  }));
  let workloads = 0;
  const releases = [];
  const services = [];
  for (const {
    name: platform,
    environments: places,
    slots: own,
  } of platforms) {
    for (const { name: environment, namespace } of places) {
      for (const slot of own) {
        releases.push({ ...slot, namespace });
        for (const service of slot.services) {
          const place = { platform, environment, namespace };
          const runs = service.version !== undefined;
          const fate = runs ? fates[workloads % 20] ?? 'healthy' : undefined;
          workloads += runs ? 1 : 0;
          services.push({ ...service, ...place, fate, slot });
        }
      }
    }
  }
  return { platforms, releases, services };
}

/** One release, alike in all environments of its platform. */
function planSlot({ name, shape, isBehind, revisions }) {
  const hasTwo = shape === 'failed' || shape === 'pending';
  const serving = hasTwo ? revisions - 1 : revisions;
  const base = { name, shape, revisions, serving };
  const status = {
    failed: 'failed',
    pending: 'pending-upgrade',
    uninstalled: 'uninstalled',
  };
  const release = { ...base, status: status[shape] ?? 'deployed' };
  if (shape === 'umbrella') {
    return {
      ...release,
      version: `1.${revisions}.0`,
      services: members.map(member => {
        const version = `2.${revisions}.0`;
        const service = { service: `${name}-${member}`, wanted: version };
        return member === 'idle'
          ? { ...service, isOff: true }
          : { ...service, version };
      }),
    };
  }
  // A rollback makes a new revision of the first one's chart
  const version = shape === 'rolled-back' ? '1.1.0' : `1.${serving}.0`;
  const wanted = `1.${revisions + (isBehind ? 1 : 0)}.0`;
  const isGone = shape === 'uninstalled';
  return {
    ...release,
    version: hasTwo ? `1.${revisions}.0` : version,
    services: [{ service: name, wanted, ...(isGone ? {} : { version }) }],
  };
}
