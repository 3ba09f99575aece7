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

import type { Finding } from '../check';
import type { DescribedService } from './describeChart';
import type { HandMadeChart, HandMadeUmbrella } from './HandMadeUmbrella';
import type { PlainCredential } from './PlainCredential';
import type { UnknownHost } from './UnknownHost';

/**
 * What cannot be known from an umbrella's files, as findings whose `fix` is a question.
 *
 * @internal
 */
export function questions(options: {
  umbrella: HandMadeUmbrella;
  chart: HandMadeChart;
  service: DescribedService;
  unknownHosts: readonly UnknownHost[];
  credentials: readonly PlainCredential[];
}): Finding[] {
  const { umbrella, chart, service, unknownHosts, credentials } = options;
  const { name, dependency, folder, line } = chart;
  const file = `${umbrella.folder}/Chart.yaml`;
  const ask = (rule: string, message: string, fix: string): Finding => ({
    rule,
    severity: 'warning',
    file,
    line,
    message,
    fix,
  });
  const found: Finding[] = [];
  const isBacking = service.engine !== undefined;
  if (dependency.alias && !isBacking) {
    found.push(
      ask(
        'import-alias',
        `${dependency.name} is called ${name} here by an alias.`,
        `Is it one service that may be called ${name} in its own chart, too? An alias changes its labels.`,
      ),
    );
  }
  if (dependency.condition && dependency.condition !== `${name}.enabled`) {
    found.push(
      ask(
        'import-condition',
        `${name} is switched on by ${dependency.condition}.`,
        `May it be ${name}.enabled, as for every other service?`,
      ),
    );
  }
  if (dependency.tags && dependency.tags.length > 0) {
    found.push(
      ask(
        'import-tags',
        `${name} is switched on by tags (${dependency.tags.join(', ')}).`,
        `Which environments have it? Write ${name}.enabled in their values.`,
      ),
    );
  }
  if (folder !== undefined && folder !== `charts/${name}`) {
    found.push(
      ask(
        'import-place',
        `The chart of ${name} lies in ${folder}.`,
        `May it move to charts/${name}, where a service without a repository of its own has its chart?`,
      ),
    );
  }
  if (folder !== undefined && !isOnCommonChart(chart)) {
    found.push(
      ask(
        'import-templates',
        `${name} has templates of its own, which read no wiring.`,
        'Can it stand on the common chart? Until then its environment and network policies are not kept in agreement.',
      ),
    );
  }
  if (folder === undefined && !isBacking) {
    found.push(
      ask(
        'import-repository',
        `The chart of ${name} comes from ${
          dependency.repository ?? 'elsewhere'
        }.`,
        `Where is its source? Write repository: with its web address for ${name}, and charts.repository for the whole system.`,
      ),
    );
  }
  if (service.chart_source === 'unknown') {
    found.push(
      ask(
        'import-source',
        `${name} comes from ${
          dependency.repository ?? 'elsewhere'
        }, which no profile describes.`,
        `How is it reached? Write profiles/<source>-${service.engine}.yaml, and the source as chart_source.`,
      ),
    );
  }
  if (service.port === undefined && !isBacking) {
    found.push(
      ask(
        'import-port',
        `Nothing says which port ${name} listens on.`,
        'Is it a worker? If it listens, write its port.',
      ),
    );
  }
  for (const { variable, host, template, nearest } of unknownHosts) {
    found.push(
      ask(
        'import-host',
        `${name} finds ${JSON.stringify(
          host,
        )} in ${variable}, which is no service of this umbrella.`,
        nearest
          ? `Is it ${nearest}? Then enter the dependency with env: { ${variable}: ${JSON.stringify(
              template,
            )} }.`
          : `Is it outside? Then enter it under egress.`,
      ),
    );
  }
  for (const { variable, name: called, template } of credentials) {
    found.push(
      ask(
        'import-credential',
        `${name} holds a password of ${called} in ${variable}, which the matrix does not repeat.`,
        `Is it in a Secret? Then enter the dependency with env: { ${variable}: ${JSON.stringify(
          template,
        )} }.`,
      ),
    );
  }
  return found;
}

/** Whether a chart stands on the common chart. */
function isOnCommonChart(chart: HandMadeChart): boolean {
  const { dependencies } = chart.chart;
  return (
    Array.isArray(dependencies) &&
    dependencies.some(it => it?.name === 'platform-common')
  );
}
