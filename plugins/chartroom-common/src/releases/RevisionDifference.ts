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
 * What two revisions of a release are compared by; both redacted with one key beforehand.
 *
 * @public
 */
export interface RevisionTexts {
  readonly manifest: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * How one object differs between two revisions.
 *
 * @public
 */
export interface ObjectDifference {
  readonly kind: string;
  /** Absent where the manifest names none: that of the release. */
  readonly namespace?: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** Unified, with three lines around each change; absent where the object is the same. */
  readonly diff?: string;
}

/**
 * How two revisions of a release differ.
 *
 * @public
 */
export interface RevisionDifference {
  /** In the order of the newer manifest; what was removed at the end. */
  readonly objects: readonly ObjectDifference[];
  /** Unified, of the values as YAML; absent where they are the same. */
  readonly values?: string;
}
