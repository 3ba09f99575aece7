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

import type { Environment, Service } from '../../matrix';
import type { Platform } from '../../platform';
import { backingServiceWiring } from '../../wiring';
import { umbrellaDependency } from './umbrellaDependency';
import { isMap } from '../../values/isMap';
import { mergeValues } from '../../values/mergeValues';

type Values = Readonly<Record<string, unknown>>;

/**
 * What a service's values in an environment say at first: what the umbrella's
 * values say about it, without what is derived. So a platform that goes over
 * from one delivery to the other keeps what people wrote.
 *
 * @remarks
 * A service that the umbrella does not know is off until it is released. A chart
 * that is not ours has no key `enabled`, and gets it only to be switched off.
 *
 * @internal
 */
export function startingValues(options: {
  platform: Platform;
  environment: Environment;
  service: Service;
}): Values {
  const { platform, environment, service } = options;
  const { umbrella, matrix, profiles } = platform;
  const written = [
    umbrella?.values,
    umbrella?.environmentValues.get(environment.name),
  ].reduce<Values>(
    (below, layer) =>
      mergeValues({ below, above: valuesOf(layer, service.name) }),
    {},
  );
  const { wiring, enabled, ...others } = written;
  if (service.kind === 'service') {
    const isKnown = umbrellaDependency({ umbrella, name: service.name });
    const isOn = isKnown ? enabled !== false : enabled === true;
    return { enabled: isOn, ...others };
  }
  const facts =
    matrix && backingServiceWiring({ matrix, service, profiles, environment });
  if (facts?.placement === 'chart') {
    return {
      ...(enabled === false && { enabled }),
      ...mergeValues({ below: facts.startingValues, above: others }),
    };
  }
  return { enabled: enabled !== false, ...others };
}

function valuesOf(layer: Values | undefined, name: string): Values {
  const values = layer && Object.hasOwn(layer, name) ? layer[name] : {};
  return isMap(values) ? values : {};
}
