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

import type { KubernetesObject } from '../kubernetes';
import type { ObservedRelease, VersionCertainty } from '../releases';
import { versionInLabel } from '../releases/versionInLabel';
import type { Place } from './deployments';
import type { ObservedService } from './observedServices';
import { releaseOfLabels } from './releaseOfLabels';
import type { WantedDeployment } from './WantedDeployment';

/**
 * What one source says of the chart version of a service.
 *
 * @internal
 */
export interface VersionEvidence {
  readonly source: string;
  readonly toldBy: string;
  /** Absent: the source knows that it is there, and not in which version. */
  readonly version?: string;
  readonly certainty?: VersionCertainty;
  readonly appVersion?: string;
  readonly release?: ObservedRelease;
  /** Whether it says that something runs: an uninstalled release that kept its history says nothing of the kind. */
  readonly serves: boolean;
}

/**
 * Who is believed first. Helm's storage knows which revision serves after a failed upgrade, Flux keeps a history of
 * the same, Argo CD knows what it applied; a label says what stands on an object, which a failed upgrade has changed already.
 * Where that upgrade failed for another service, and this one's pods have all been replaced, the label is right.
 */
const precedence = ['helm', 'flux', 'argocd', 'labels'];

/**
 * What every source says of a service, the one that is believed first; a source that knows a version comes before all
 * that know none, and one that says that nothing runs comes last.
 *
 * @internal
 */
export function versionEvidence(options: {
  wanted: WantedDeployment;
  observed: ObservedService | undefined;
  /** As {@link releasesByName} gives them. */
  releases: Place['releases'];
  /** Whether the workloads have become all that was last asked of them. */
  isRolledOut: boolean;
}): VersionEvidence[] {
  const { wanted, observed, isRolledOut } = options;
  const { service, chart = service, umbrella } = wanted;
  const ofWorkload = releaseOfLabels(observed?.workloads[0]?.workload);
  const named = [service, chart, umbrella ?? [], ofWorkload ?? []]
    .flat()
    .flatMap(name => [...(options.releases.get(name) ?? [])]);
  const owners = releasesOf(observed);
  return [
    ...[...new Set(named)]
      .filter(({ destination }) => destination === undefined)
      .filter(release => owners.size === 0 || isAmong(release, owners))
      .flatMap(release => ofRelease({ release, wanted, ofWorkload })),
    ...(observed?.workloads ?? []).map(({ workload }) =>
      ofLabels(workload, wanted),
    ),
  ].sort(
    (one, other) =>
      Number(other.serves) - Number(one.serves) ||
      Number(one.version === undefined) - Number(other.version === undefined) ||
      rank(one, isRolledOut) - rank(other, isRolledOut) ||
      closeness({ evidence: other, wanted }) -
        closeness({ evidence: one, wanted }),
  );
}

/** Of releases of one source, that of the umbrella, then that of the service's own name: another may hold the same chart. */
function closeness(options: {
  evidence: VersionEvidence;
  wanted: WantedDeployment;
}): number {
  const { evidence, wanted } = options;
  const { release } = evidence;
  if (release?.chart && release.chart.name === wanted.umbrella) {
    return 2;
  }
  return release?.name === wanted.service ? 1 : 0;
}

/** Helm itself writes on every object which release it is of. */
function releasesOf(
  observed: ObservedService | undefined,
): ReadonlySet<string | undefined> {
  return new Set(
    (observed?.workloads ?? []).flatMap(
      ({ workload }) =>
        workload.metadata.annotations?.['meta.helm.sh/release-name'] ?? [],
    ),
  );
}

/** Argo CD renders charts and leaves no such name. */
function isAmong(
  { source, name }: ObservedRelease,
  owners: ReadonlySet<string | undefined>,
): boolean {
  return !['helm', 'flux'].includes(source) || owners.has(name);
}

function rank(
  { source, release }: VersionEvidence,
  isRolledOut: boolean,
): number {
  const place = precedence.indexOf(source);
  const isOvertaken = isRolledOut && release?.deployedRevision !== undefined;
  return place < 0 || isOvertaken ? precedence.length : place;
}

function ofRelease(options: {
  release: ObservedRelease;
  wanted: WantedDeployment;
  /** The release that the service's workload says it is of. */
  ofWorkload: string | undefined;
}): VersionEvidence[] {
  const { release, wanted, ofWorkload } = options;
  const { source, toldBy } = release;
  const said = { source, toldBy, release, serves: isInstalled(release) };
  const inside = release.subcharts.find(({ name }) => name === wanted.service);
  if (inside) {
    const { version, certainty, appVersion } = inside;
    return inside.rendered === 'objects' && certainty !== 'range'
      ? [{ ...said, version, certainty, appVersion }]
      : [];
  }
  if (isOwnRelease({ release, wanted })) {
    const { version, appVersion } = release.chart ?? {};
    return [{ ...said, version, appVersion }];
  }
  // Who does not look into the umbrella knows how it does, and nothing of the service
  const isUmbrella =
    release.name === ofWorkload ||
    (release.chart !== undefined && release.chart.name === wanted.umbrella);
  return isUmbrella ? [{ ...said, serves: false }] : [];
}

/**
 * A first install that failed or still runs may have made nothing, and what Flux or Argo CD has never applied has no
 * version yet: then only its workloads tell whether something runs.
 */
function isInstalled(release: ObservedRelease): boolean {
  const { status, deployedRevision, chart, commit, subcharts } = release;
  const isApplied =
    chart?.version !== undefined ||
    commit !== undefined ||
    subcharts.length > 0;
  return (
    (status === undefined && isApplied) ||
    status === 'deployed' ||
    status === 'unknown' ||
    deployedRevision !== undefined
  );
}

/**
 * Whether a release is of the service alone, and not of the umbrella.
 *
 * @internal
 */
export function isOwnRelease(options: {
  release: ObservedRelease;
  wanted: WantedDeployment;
}): boolean {
  const { release, wanted } = options;
  const chart = wanted.chart ?? wanted.service;
  return (
    release.chart?.name === chart ||
    (release.name === wanted.service && release.chart === undefined)
  );
}

function ofLabels(
  workload: KubernetesObject,
  wanted: WantedDeployment,
): VersionEvidence {
  const { kind, metadata } = workload;
  const { service, chart = service, version: pin, lockedVersion } = wanted;
  const version = versionInLabel({
    label: metadata.labels?.['helm.sh/chart'] ?? '',
    names: [chart, service],
    expected: [lockedVersion, pin].filter(known => known !== undefined),
  });
  return {
    source: 'labels',
    serves: true,
    toldBy: `${kind} ${metadata.namespace}/${metadata.name}`,
    version,
    ...(version === undefined ? {} : { certainty: 'label' }),
    appVersion: metadata.labels?.['app.kubernetes.io/version'],
  };
}
