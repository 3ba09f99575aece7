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

import type { EffectTargetOf } from '../../ledger';
import type { UndoContext, UndoneEffect } from './UndoneEffect';

/**
 * Takes a location out of the catalog, if this operation put it there.
 *
 * @internal
 */
export async function undoCatalogLocation(
  options: UndoContext & {
    target: EffectTargetOf<'catalog-location'>;
  },
): Promise<UndoneEffect> {
  const { services, credentials, target } = options;
  const what = `the catalog's location ${target.target}`;
  const location = await services.catalog.getLocationByRef(
    `url:${target.target}`,
    { credentials },
  );
  if (!location) {
    return { state: 'undone', note: `${what} is not there` };
  }
  if (location.id !== target.locationId) {
    return {
      state: 'kept',
      note: `${what} is not known to be of this operation`,
    };
  }
  await services.catalog.removeLocationById(location.id, { credentials });
  return { state: 'undone', note: `${what} was removed` };
}
