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

import type {
  EffectState,
  OperationState,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * A row of table `operations`.
 *
 * @internal
 */
export interface OperationRow {
  id: string;
  kind: string;
  platform: string;
  subject: string;
  digest: string;
  state: OperationState;
  created_by: string;
  created_at: string;
  /** ISO 8601; of the last undo. */
  undo_begun_at: string | null;
}

/**
 * A row of table `effects`.
 *
 * @internal
 */
export interface EffectRow {
  operation_id: string;
  key: string;
  state: EffectState;
  /** JSON. */
  target: string;
  note: string | null;
  updated_at: string;
}

/**
 * A row of table `observations`.
 *
 * @internal
 */
export interface ObservationRow {
  cluster: string;
  /** Empty: the cluster as a whole. */
  namespace: string;
  format: number;
  observed_at: string;
  content: Buffer;
}

/**
 * A row of table `installation_secrets`.
 *
 * @internal
 */
export interface InstallationSecretRow {
  name: string;
  value: string;
}
