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

import type { Service } from '../matrix';
import { isMap } from '../values/isMap';
import { mergeValues } from '../values/mergeValues';
import type { AgreementContext } from './AgreementContext';

/**
 * The values of a service's chart with those that the umbrella writes over them.
 *
 * @internal
 */
export function overriddenValues(options: {
  context: AgreementContext;
  service: Service;
  /** Of the chart. */
  own: Readonly<Record<string, unknown>>;
}): Readonly<Record<string, unknown>> {
  const { context, service, own } = options;
  const values = context.umbrella?.values ?? {};
  const above = Object.hasOwn(values, service.name)
    ? values[service.name]
    : undefined;
  return isMap(above) ? mergeValues({ below: own, above }) : own;
}
