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

import { makeValidator, parseEntityRef } from '@backstage/catalog-model';
import { quoted } from '../check/quoted';

const validator = makeValidator();

/**
 * Decides whether an owner is the reference of a group or a user.
 *
 * @public
 */
export function checkOwner(options: {
  owner: string;
}): { ok: true } | { ok: false; reason: string } {
  const { owner } = options;
  const wrong = {
    ok: false as const,
    reason: `${quoted(
      owner,
    )} is no owner: write a reference such as group:default/shop.`,
  };
  try {
    const { kind, namespace, name } = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return /^(group|user)$/i.test(kind) &&
      validator.isValidNamespace(namespace) &&
      validator.isValidEntityName(name)
      ? { ok: true }
      : wrong;
  } catch {
    return wrong;
  }
}
