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

import { wiredPort } from '../../wiring/serviceWiring';
import type { AgreementRule } from '../AgreementRule';
import { blockDifferences } from '../blockDifferences';
import { chartKeyAbove } from '../chartKeyAbove';
import { differenceDisagreements } from '../differenceDisagreements';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';
import { valueAt } from '../../values/valueAt';

/**
 * A chart opens the ports that the matrix gives its service. It may open more,
 * that no service calls.
 *
 * @internal
 */
export const chartPorts: AgreementRule = {
  id: 'chart-ports',
  summary: 'Each chart opens the ports of its service.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ service, folder }) => {
      const file = `${folder}/values.yaml`;
      const root = context.document(file)?.value;
      if (!isMap(root)) {
        return [];
      }
      const differences = service.ports.flatMap(port => {
        const path = ['ports', port.name];
        const actual = valueAt({ root, path });
        return isSamePort(actual, wiredPort(port))
          ? []
          : blockDifferences({
              ...{ root, path, expected: wiredPort(port) },
              after: chartKeyAbove({ root, key: 'ports' }),
            });
      });
      return differenceDisagreements({ context, file, differences });
    }),
};

/** A port may be written in full where its number says the same. */
function isSamePort(
  actual: unknown,
  expected: ReturnType<typeof wiredPort>,
): boolean {
  const wanted = inFull(expected);
  const written = inFull(actual);
  return (
    written.port === wanted.port &&
    written.targetPort === wanted.targetPort &&
    written.protocol === wanted.protocol
  );
}

function inFull(value: unknown) {
  const { port, targetPort, protocol } = isMap(value)
    ? value
    : { port: value, targetPort: undefined, protocol: undefined };
  return {
    port,
    targetPort: targetPort ?? port,
    protocol: protocol ?? 'TCP',
  };
}
