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

/**
 * The states of a release in Helm's storage.
 *
 * @public
 */
export type ReleaseStatus =
  | 'unknown'
  | 'deployed'
  | 'uninstalled'
  | 'superseded'
  | 'failed'
  | 'uninstalling'
  | 'pending-install'
  | 'pending-upgrade'
  | 'pending-rollback';

/**
 * How surely the version of a chart inside a release is known.
 *
 * @remarks
 * `source`: the path in a `# Source:` comment and the label of that object agree; `label`: `helm.sh/chart` of an
 * object; `lock`: the packaged Chart.lock; `range`: no more than the range of the packaged Chart.yaml.
 *
 * @public
 */
export type VersionCertainty = 'source' | 'label' | 'lock' | 'range';

/**
 * A chart inside a release.
 *
 * @public
 */
export interface Subchart {
  /** Its alias, else its name: the key of its values in the umbrella. */
  readonly name: string;
  /** The chart's own name. */
  readonly chart: string;
  /** Exact, but for certainty `range`, where it is the range; absent where nothing says. */
  readonly version?: string;
  readonly certainty?: VersionCertainty;
  /** `helm.sh/chart` and `app.kubernetes.io/version` of its objects. */
  readonly appVersion?: string;
  /** `nothing`: it is enabled and made no object (a library chart, say); `disabled`: its condition is off. */
  readonly rendered: 'objects' | 'nothing' | 'disabled';
}

/**
 * A release as one source tells it: Helm's storage, Flux's HelmRelease or Argo CD's Application.
 *
 * @public
 */
export interface ObservedRelease {
  /** `helm`, `flux`, `argocd`, or the name of a source of somebody else's. */
  readonly source: string;
  readonly name: string;
  /** Where its objects are. */
  readonly namespace: string;
  /** Absent where the source deploys a folder of a repository and not a chart of a name. */
  readonly chart?: {
    readonly name: string;
    readonly version?: string;
    readonly appVersion?: string;
  };
  readonly subcharts: readonly Subchart[];
  /** Of the packaged Chart.lock, as Helm writes it. */
  readonly lockDigest?: string;
  /** Of the newest revision. */
  readonly revision?: number;
  /** Helm's own state of the newest revision. */
  readonly status?: ReleaseStatus;
  /** The revision whose objects serve where the newest one failed or is pending. */
  readonly deployedRevision?: number;
  /** What the source says of the newest revision. */
  readonly description?: string;
  /** ISO 8601: when the newest revision was written. */
  readonly updatedAt?: string;
  /** The commit that is deployed, where the source deploys from git. */
  readonly commit?: string;
  /** What the source itself says of health, in its own words. */
  readonly health?: { readonly status: string; readonly message?: string };
  /**
   * The cluster that it is deployed to, where that is not the one whose object says so, as Argo CD names it. Empty where
   * the source does not tell which.
   */
  readonly destination?: { readonly name?: string; readonly server?: string };
  /** The object that says so, as `Kind namespace/name`. */
  readonly toldBy: string;
}
