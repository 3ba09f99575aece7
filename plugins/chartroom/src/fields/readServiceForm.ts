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
 * The values of the "Create service" form that fields need of each other.
 *
 * @remarks
 * Every value may be missing while the form is being filled in.
 *
 * @internal
 */
export interface ServiceForm {
  readonly platform?: string;
  readonly name?: string;
  readonly description?: string;
  readonly owner?: string;
  readonly language?: string;
  readonly port?: number;
  readonly exposed: boolean;
  readonly dependencies: ReadonlyArray<{ readonly name: string }>;
  /** Id of an interrupted operation that is to be finished. */
  readonly operationId?: string;
}

/**
 * Reads the form's values; the parameter names are those of template
 * `create-service`.
 *
 * @param formData - What the scaffolder hands over; of unknown shape, because
 * a template's author decides what is in it.
 *
 * @internal
 */
export function readServiceForm(formData: unknown): ServiceForm {
  const values: Record<string, unknown> =
    typeof formData === 'object' && formData !== null ? { ...formData } : {};
  return {
    platform: text(values.platform),
    name: text(values.name),
    description: text(values.description),
    owner: text(values.owner),
    language: text(values.language),
    port: typeof values.port === 'number' ? values.port : undefined,
    exposed: values.exposed === true,
    dependencies: Array.isArray(values.dependencies)
      ? values.dependencies.filter(isNamed)
      : [],
    operationId: text(values.operationId),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isNamed(value: unknown): value is { name: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string'
  );
}
