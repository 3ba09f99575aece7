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
 * What an effect made in the outside world, and how to undo it.
 *
 * @public
 */
export type EffectTarget =
  | {
      readonly kind: 'repository';
      /** Web address. */
      readonly url: string;
      /** The commit that the operation left there: undo deletes only a repository that is still at it. */
      readonly commit?: string;
    }
  | {
      readonly kind: 'chart';
      readonly repository: string;
      readonly name: string;
      readonly version: string;
      readonly digest?: string;
    }
  | {
      readonly kind: 'commit';
      /** Web address of the repository. */
      readonly repository: string;
      readonly branch: string;
      readonly commit?: string;
      readonly url?: string;
    }
  | {
      readonly kind: 'catalog-location';
      readonly target: string;
      readonly entityRef: string;
      readonly locationId?: string;
    };

/**
 * The target of effects of one kind.
 *
 * @public
 */
export type EffectTargetOf<K extends EffectTarget['kind']> = Extract<
  EffectTarget,
  { kind: K }
>;

/**
 * `intended` is written before the effect is done, `done` after it; `kept` is what undo must leave, with a reason.
 *
 * @public
 */
export type EffectState = 'intended' | 'done' | 'undone' | 'kept';

/**
 * One thing done to the outside world by an operation.
 *
 * @public
 */
export interface Effect {
  /** Names what was made, such as `repository`, `chart`, `platform-commit`, `catalog-location`; unique within its operation. */
  readonly key: string;
  readonly state: EffectState;
  readonly target: EffectTarget;
  /** Why undo left it, or what went wrong. */
  readonly note?: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/**
 * `running` until it is `completed`; `undoing` while an undo holds it, which leaves it `undone`, or `failed` with what is left.
 *
 * @public
 */
export type OperationState =
  | 'running'
  | 'undoing'
  | 'completed'
  | 'failed'
  | 'undone';

/**
 * An operation with its effects, oldest first.
 *
 * @public
 */
export interface OperationRecord {
  readonly id: string;
  readonly kind: string;
  readonly platform: string;
  /** Name of the service that it is about. */
  readonly subject: string;
  /** `sha256:` of the operation without its id: the same request has the same digest. */
  readonly digest: string;
  readonly state: OperationState;
  readonly createdBy: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly effects: readonly Effect[];
}

/**
 * The record of what operations did, kept in plugin `chartroom`'s database.
 *
 * @remarks
 * The scaffolder's process may be another one than plugin `chartroom`'s: the
 * default implementation speaks HTTP to it.
 *
 * @public
 */
export interface EffectsLedger {
  /**
   * Opens an operation, or resumes it.
   *
   * @remarks
   * The same id with the same digest resumes, and returns what was done so far.
   * The same id with another digest, and another id for a platform and subject
   * that an unfinished operation holds, are a ConflictError that names it; so is
   * an operation that is being undone.
   */
  begin(options: {
    id: string;
    kind: string;
    platform: string;
    subject: string;
    digest: string;
    createdBy: string;
  }): Promise<OperationRecord>;
  /** Undefined when there is none. */
  get(options: { id: string }): Promise<OperationRecord | undefined>;
  /** The operation that holds a subject because it has not come to an end; undefined when the subject is free. */
  findUnfinished(options: {
    platform: string;
    subject: string;
  }): Promise<OperationRecord | undefined>;
  /**
   * Writes one effect: made or replaced by its key.
   *
   * @remarks
   * `intended` and `done` are a ConflictError unless the operation is running,
   * `undone` and `kept` when it is completed: whoever was overtaken by an undo
   * learns it before it goes on.
   */
  record(options: {
    id: string;
    effect: Omit<Effect, 'updatedAt'>;
  }): Promise<void>;
  /**
   * Claims an operation for one undo, and returns it as it is then.
   *
   * @remarks
   * A ConflictError when it is completed, or when another undo holds it. An undo
   * that has not come to its end after ten minutes holds it no longer.
   */
  beginUndo(options: { id: string }): Promise<OperationRecord>;
  /** Ends an operation; `completed` is a ConflictError when it was undone meanwhile. */
  finish(options: {
    id: string;
    state: Exclude<OperationState, 'running' | 'undoing'>;
  }): Promise<void>;
}
