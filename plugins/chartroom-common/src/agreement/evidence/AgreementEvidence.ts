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

import type { FileTree } from '../../files';

/**
 * What was found out about a platform besides its own files. Each part is
 * optional: what nobody looked for is not judged.
 *
 * @public
 */
export interface AgreementEvidence {
  /**
   * Packaged charts at the pins of the umbrella, by the name under which its
   * values speak of them; subcharts are folders below `charts/`. One that is not
   * in it was looked for, and is not there.
   */
  readonly charts?: ReadonlyMap<string, FileTree>;
  /** Which versions are published, by the name of the chart. */
  readonly publishedVersions?: ReadonlyMap<string, readonly string[]>;
  /** Whether a common chart that the matrix says is in the repository was found, in its folder there or in one above. */
  readonly commonChart?: 'there' | 'missing';
  /** What Helm renders of the umbrella, by environment; `''` for its own values alone. */
  readonly manifests?: ReadonlyMap<string, string>;
  /** Why Helm cannot render the umbrella, by environment, as `manifests`. */
  readonly renderFailures?: ReadonlyMap<string, string>;
  /** Bytes of the Secret in which Helm keeps a release, by environment, as `manifests`. */
  readonly releaseBytes?: ReadonlyMap<string, number>;
}
