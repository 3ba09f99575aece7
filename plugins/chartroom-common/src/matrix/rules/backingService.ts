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

import { nearestName } from '../../check/nearestName';
import { languages } from '../../wiring/languages';
import type { EngineProfile } from '../../wiring/EngineProfile';
import { findEngineProfile } from '../../wiring/findEngineProfile';
import type { ServiceRule } from './MatrixRule';

/**
 * A backing service's engine is known, or says itself what is needed to run it.
 *
 * @internal
 */
export const backingService: ServiceRule = ({ service, profiles, file }) => {
  const at = { file, line: service.line };
  if (service.kind === 'service') {
    return service.language === undefined ||
      languages.some(profile => profile.language === service.language)
      ? []
      : [
          {
            ...at,
            rule: 'matrix-unknown-language',
            severity: 'info',
            message: `${service.name} is written in ${service.language}, for which no environment names are customary.`,
            fix: 'Write env: for each of its dependencies.',
          },
        ];
  }
  const { engine = service.name, source = 'own' } = service;
  if (findEngineProfile({ profiles, engine, source })) {
    return [];
  }
  const nearest = nearestWord({ engine, source, profiles });
  const others = sourcesOf({ engine, profiles });
  const elsewhere =
    others.length > 0 ? `chart_source: ${others.join(' or ')}` : undefined;
  if (source !== 'own') {
    return [
      {
        ...at,
        rule: 'matrix-no-profile',
        severity: 'warning',
        message: `${service.name} comes from ${source}, and there is no profile of ${engine} from there: its callers get host and port, and no credentials.`,
        fix: nearest
          ? `Did you mean ${nearest}? If not, write profiles/${source}-${engine}.yaml.`
          : `Write profiles/${source}-${engine}.yaml, or ${
              (source === 'external' && elsewhere) ||
              'choose another chart_source'
            }.`,
      },
    ];
  }
  return service.image?.repository && service.ports.length > 0
    ? []
    : [
        {
          ...at,
          rule: 'matrix-engine-without-profile',
          severity: 'error',
          message: `${service.name} is an engine (${engine}) without a profile, and needs an image and a port of its own.`,
          fix: nearest
            ? `Did you mean ${nearest}? If not, write image: and port:, or profiles/own-${engine}.yaml.`
            : `Write ${
                elsewhere ? `${elsewhere}, or ` : ''
              }image: and port:, or profiles/own-${engine}.yaml.`,
        },
      ];
};

/** Where else a chart of the engine comes from, as a profile describes. */
function sourcesOf(options: {
  engine: string;
  profiles: readonly EngineProfile[];
}): string[] {
  const { engine, profiles } = options;
  return profiles
    .filter(profile => profile.engine === engine)
    .map(({ source }) => source);
}

/** The source, or else the engine, that was probably meant. */
function nearestWord(options: {
  engine: string;
  source: string;
  profiles: readonly EngineProfile[];
}): string | undefined {
  const { engine, source, profiles } = options;
  const sources = new Set([
    ...['own', 'external'],
    ...profiles.map(profile => profile.source),
  ]);
  const engines = new Set(profiles.map(profile => profile.engine));
  const unknown = sources.has(source)
    ? { name: engine, candidates: engines }
    : { name: source, candidates: sources };
  return unknown.candidates.has(unknown.name)
    ? undefined
    : nearestName(unknown);
}
