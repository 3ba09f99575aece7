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
import type { AgreementContext } from './AgreementContext';
import { derivations } from './derivations';

/**
 * The environment names of a service, by dependency, and whether the matrix
 * itself writes them. Names that are customary in its language are only where a
 * chart begins: its team may choose others.
 *
 * @internal
 */
export function chartBindings(options: {
  context: AgreementContext;
  service: Service;
}): ReadonlyArray<{
  readonly dependency: string;
  readonly names: Readonly<Record<string, string>>;
  readonly isWritten: boolean;
}> {
  const { context, service } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const { bindings } = derivations.bindings({ matrix, service, profiles });
  const written = new Set(service.environment.map(variable => variable.name));
  return service.dependencies.map(({ name: dependency, env }) => {
    const names = Object.hasOwn(bindings, dependency)
      ? bindings[dependency]
      : {};
    return {
      dependency,
      names,
      isWritten:
        env !== undefined || Object.keys(names).some(it => written.has(it)),
    };
  });
}
