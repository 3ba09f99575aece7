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

import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import {
  environmentStates,
  type EnvironmentState,
} from '../evidence/environmentStates';

/** Every object of Kubernetes says what it is. */
const kind = /^\s*["']?kind["']?:|"kind":/m;

/**
 * Helm renders the umbrella in every environment, and the render holds something where something is enabled.
 *
 * @internal
 */
export const umbrellaRender: AgreementRule = {
  id: 'umbrella-render',
  summary: 'Helm renders the umbrella with the values of each environment.',
  severity: 'error',
  check: context =>
    environmentStates({ context }).flatMap(state => {
      const { name, title, layers } = state;
      const failure = context.evidence?.renderFailures?.get(name);
      const file =
        layers.find(layer => context.platform.files.has(layer.file))?.file ??
        context.umbrella?.chartFile ??
        '';
      if (failure !== undefined) {
        return [
          {
            finding: {
              file,
              message: `In ${title}: ${failure}`,
              fix: 'Correct what Helm names; the message says where.',
            },
          },
        ];
      }
      const enabled = missingFromEmpty({ context, state });
      return enabled.length === 0
        ? []
        : [
            {
              finding: {
                file,
                message: `In ${title}: what was rendered holds no object of Kubernetes, and ${inWords(
                  enabled,
                )} enabled there.`,
                fix: 'See whether helm template ended with an error.',
              },
            },
          ];
    }),
};

/** The services that are enabled where nothing was rendered: an empty text would agree with everything. */
function missingFromEmpty(options: {
  context: AgreementContext;
  state: EnvironmentState;
}): string[] {
  const { context, state } = options;
  const text = context.evidence?.manifests?.get(state.name);
  return text === undefined || kind.test(text)
    ? []
    : context.matrix.services
        .map(({ name }) => name)
        .filter(name => state.isEnabled(name) === true);
}

function inWords(names: readonly string[]): string {
  const some = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `${some}${more} ${names.length === 1 ? 'is' : 'are'}`;
}
