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
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { OperationRecord } from '../../ledger';
import type { OperationServices } from '../OperationServices';

/**
 * What became of an effect: it is gone, or it was left, with the reason.
 *
 * @internal
 */
export interface UndoneEffect {
  readonly state: 'undone' | 'kept';
  /** One sentence, without its full stop. */
  readonly note: string;
}

/**
 * What undoing an effect needs to know.
 *
 * @public
 */
export interface UndoContext {
  readonly record: OperationRecord;
  readonly services: OperationServices;
  /** Of the person who asked to undo. */
  readonly credentials: BackstageCredentials;
  /** Of a commit that takes something back. */
  readonly author: { name: string; email: string };
  readonly logger: LoggerService;
  readonly signal?: AbortSignal;
}
