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

import { isMap } from '../../values/isMap';
import { credentialInText } from './credentialInText';
import { credentialUnderKey } from './credentialUnderKey';

/**
 * A credential that stands in plain sight, without what it is.
 *
 * @internal
 */
export interface FoundCredential {
  readonly path: ReadonlyArray<string | number>;
  /** What people call it. */
  readonly what: string;
}

/** Below these stands what Chartroom wrote, and names of the keys of Secrets. */
const references = new Set(['wiring', 'backingServices', 'keys']);

/**
 * The credentials in values, each once: by their shape, or by the key that they
 * stand under.
 *
 * @internal
 */
export function credentialsInValues(options: {
  values: unknown;
  /** Whether values at a path are those of the common chart, below whose `secrets` everything is one. */
  isOnCommonChart: (path: ReadonlyArray<string | number>) => boolean;
}): FoundCredential[] {
  const { values, isOnCommonChart } = options;
  const found: FoundCredential[] = [];
  const isSecrets = ({ path }: Place) =>
    path.at(-1) === 'secrets' && isOnCommonChart(path.slice(0, -1));
  const look = (place: Place): void => {
    const { value, path } = place;
    if (typeof value === 'string' || typeof value === 'number') {
      const what = credentialOf({ ...place, value });
      if (what) {
        found.push({ path, what });
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) =>
        look({ value: item, path: [...path, index], key: place.key }),
      );
    } else if (isMap(value)) {
      for (const [key, below] of Object.entries(value)) {
        if (!references.has(key)) {
          look({
            value: below,
            path: [...path, key],
            key: keyOf({ entry: value, key }),
            isSecret: isSecrets(place),
          });
        }
      }
    }
  };
  look({ value: values, path: [], key: '' });
  return found;
}

interface Place {
  readonly value: unknown;
  readonly path: ReadonlyArray<string | number>;
  /** What tells what the value is. */
  readonly key: string;
  readonly isSecret?: boolean;
}

/** Of `{ name, value }`, as Kubernetes has environment variables, the name tells. */
function keyOf(options: {
  entry: Readonly<Record<string, unknown>>;
  key: string;
}): string {
  const { entry, key } = options;
  return key === 'value' && typeof entry.name === 'string' ? entry.name : key;
}

function credentialOf(
  place: Place & { readonly value: string | number },
): string | undefined {
  const { value } = place;
  const found = typeof value === 'string' ? credentialInText(value) : undefined;
  return found ?? (credentialUnderKey(place) ? 'a credential' : undefined);
}
