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

import { isChartEnabled } from '../../charts/isChartEnabled';
import { tierPeers } from '../../charts/tierPeers';
import { umbrellaIndex } from '../../charts/umbrellaIndex';
import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import { blockDifferences } from '../blockDifferences';
import { differenceDisagreements } from '../differenceDisagreements';
import type { Disagreement } from '../Disagreement';
import { handMadeChart } from '../handMadeChart';
import { isMap } from '../../values/isMap';
import { valueText } from '../valueText';
import { valuesEntry } from '../valuesEntry';

/**
 * The umbrella's values say of every chart whether it is enabled: without that
 * a condition counts as true.
 *
 * @internal
 */
export const valuesEnabled: AgreementRule = {
  id: 'values-enabled',
  summary:
    'The values of the umbrella say of every service whether it is enabled.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella, platform } = context;
    const { profiles } = platform;
    if (!umbrella || !platform.files.has(umbrella.valuesFile)) {
      return [];
    }
    return context.services.flatMap(service =>
      derivations.umbrellaEntry({ matrix, service, profiles }) &&
      !handMadeChart({ context, service })
        ? disagreementsOf({ context, service, file: umbrella.valuesFile })
        : [],
    );
  },
};

/** A chart that the umbrella lists is installed where nothing is written, and stays so; a condition of another name may say no. */
function isInstalled(options: {
  context: AgreementContext;
  service: Service;
}): boolean {
  const { context, service } = options;
  const { umbrella } = context;
  const entry =
    umbrella && umbrellaIndex({ umbrella }).get(service.name)?.entry;
  return entry
    ? isChartEnabled({ entry, layers: [umbrella.values] })
    : service.kind === 'backing-service';
}

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  file: string;
}): Disagreement[] {
  const { context, service, file } = options;
  const { matrix } = context;
  const { name } = service;
  const values = context.umbrella?.values ?? {};
  const written = Object.hasOwn(values, name) ? values[name] : undefined;
  if (isMap(written) && typeof written.enabled === 'boolean') {
    return [];
  }
  if (isMap(written)) {
    const path = [name, 'enabled'];
    const expected = isInstalled(options);
    const differences = blockDifferences({ root: values, path, expected });
    return differences.map(({ actual, edits }) => ({
      finding: {
        file,
        line: context.document(file)?.lineAt(path),
        message:
          actual === undefined
            ? `${name}.enabled is not written, so Helm takes ${name} for enabled.`
            : `${name}.enabled is ${valueText(
                actual,
              )}, and must be true or false.`,
      },
      changes: [{ kind: 'edit', path: file, edits }],
    }));
  }
  return differenceDisagreements({
    context,
    file,
    differences: blockDifferences({
      root: values,
      path: [name],
      expected: {
        ...valuesEntry({ context, service }),
        enabled: isInstalled(options),
      },
      after: tierPeers({ matrix, service }),
    }),
  });
}
