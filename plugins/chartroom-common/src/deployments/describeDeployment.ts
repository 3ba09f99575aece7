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

import { assessWorkload } from '../health';
import type { KubernetesObject } from '../kubernetes';
import { isMap } from '../values/isMap';
import type { Deployment } from './Deployment';
import { deploymentId } from './deploymentId';
import type { Place } from './deployments';
import { judgeDrift } from './judgeDrift';
import { judgeHealth } from './judgeHealth';
import type { ObservedService } from './observedServices';
import { ownWorkloads } from './ownWorkloads';
import { releaseOfLabels } from './releaseOfLabels';
import {
  isOwnRelease,
  versionEvidence,
  type VersionEvidence,
} from './versionEvidence';
import type { WantedDeployment } from './WantedDeployment';

/**
 * One service in one environment, but for what other services and the age of the evidence say.
 *
 * @internal
 */
export function describeDeployment(options: {
  wanted: WantedDeployment;
  place: Place;
  now: Date;
}): Omit<Deployment, 'stale' | 'recorded'> {
  const { wanted, place, now } = options;
  const observed = ownWorkloads({ wanted, place });
  const healths = (observed?.workloads ?? []).map(workload =>
    assessWorkload({ ...workload, now }),
  );
  const evidence = versionEvidence({
    wanted,
    observed,
    releases: place.releases,
    isRolledOut:
      healths.length > 0 &&
      healths.every(({ rollout }) => rollout === 'healthy'),
  });
  const { platform, service, environment, cluster, namespace } = wanted;
  const told = knownByLock({
    evidence: evidence.find(({ serves }) => serves),
    wanted,
  });
  const inHelm = evidence.find(
    ({ release }) => release?.revision !== undefined,
  );
  const ofRelease = inHelm?.release;
  const release =
    ofRelease?.name ?? releaseOfLabels(observed?.workloads[0]?.workload);
  const runs = told !== undefined;
  const health = judgeHealth({
    observed,
    healths,
    ownRelease: ownRelease({ ofRelease, evidence, wanted }),
    now,
  });
  return {
    id: deploymentId({ cluster, namespace, release, service }),
    ...{ platform, service, environment, cluster, namespace, release },
    wanted: {
      version: wanted.version,
      lockedVersion: wanted.lockedVersion,
      ...wanted.source,
    },
    deployed: told && {
      version: told.version,
      certainty: told.certainty,
      appVersion: told.appVersion ?? firstAppVersion(evidence),
      image: imageOf({ observed, service }),
      source: told.source,
      toldBy: told.toldBy,
    },
    ...judgeDrift({
      wanted,
      runs,
      version: told?.version,
      unread: place.unread,
    }),
    unpromoted: wanted.unpromoted,
    disagreements: disagreements({ told, evidence }),
    helm: helmOf(ofRelease),
    health:
      runs || health.reasons.length > 0
        ? health
        : {
            ...health,
            message:
              place.unread === undefined
                ? 'Nothing of it runs here.'
                : 'Whether anything of it runs here is not known.',
          },
    unwellDependencies: [],
    sources: [...new Set(evidence.map(({ source }) => source))],
  };
}

/** That in Helm's storage, else one that Flux or Argo CD could not even begin. */
function ownRelease(options: {
  ofRelease: VersionEvidence['release'];
  evidence: readonly VersionEvidence[];
  wanted: WantedDeployment;
}): VersionEvidence['release'] {
  const { ofRelease, evidence, wanted } = options;
  return (
    ofRelease ? [ofRelease] : evidence.flatMap(({ release }) => release ?? [])
  ).find(release => isOwnRelease({ release, wanted }));
}

/** A release whose lock is the one that git wants holds the very versions that git wants. */
function knownByLock(options: {
  evidence: VersionEvidence | undefined;
  wanted: WantedDeployment;
}): VersionEvidence | undefined {
  const { evidence, wanted } = options;
  const digest = evidence?.release?.lockDigest;
  return evidence &&
    evidence.version === undefined &&
    digest !== undefined &&
    digest === wanted.lockDigest &&
    wanted.lockedVersion !== undefined
    ? { ...evidence, version: wanted.lockedVersion, certainty: 'lock' }
    : evidence;
}

function disagreements(options: {
  told: VersionEvidence | undefined;
  evidence: readonly VersionEvidence[];
}): Deployment['disagreements'] {
  const { told, evidence } = options;
  const others = new Map<string, Deployment['disagreements'][number]>();
  for (const { source, version, toldBy, serves } of evidence) {
    if (serves && version !== undefined && version !== told?.version) {
      others.set(`${source} ${version}`, { source, version, toldBy });
    }
  }
  return [...others.values()];
}

function helmOf(release: VersionEvidence['release']): Deployment['helm'] {
  if (release?.revision === undefined || release.status === undefined) {
    return undefined;
  }
  const { status, revision, deployedRevision, description, updatedAt } =
    release;
  return {
    ...{ status, revision, description, updatedAt },
    deployedRevision:
      deployedRevision === revision ? undefined : deployedRevision,
  };
}

function firstAppVersion(
  evidence: readonly VersionEvidence[],
): string | undefined {
  return evidence.find(({ appVersion }) => appVersion !== undefined)
    ?.appVersion;
}

/** The image of the container that is called as the service, else of the first. */
function imageOf(options: {
  observed: ObservedService | undefined;
  service: string;
}): string | undefined {
  const { observed, service } = options;
  const containers = containersOf(observed?.workloads[0]?.workload);
  const image = (
    containers.find(({ name }) => name === service) ?? containers[0]
  )?.image;
  return typeof image === 'string' ? image : undefined;
}

function containersOf(
  workload: KubernetesObject | undefined,
): ReadonlyArray<Readonly<Record<string, unknown>>> {
  const spec = isMap(workload?.spec) ? workload.spec : {};
  const ofJob = isMap(spec.jobTemplate) ? spec.jobTemplate.spec : spec;
  const template = isMap(ofJob) && isMap(ofJob.template) ? ofJob.template : {};
  const pod = isMap(template.spec) ? template.spec : {};
  return Array.isArray(pod.containers) ? pod.containers.filter(isMap) : [];
}
