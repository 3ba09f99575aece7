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

import { matrixIndex, type Dependency, type Service } from '../../matrix';
import { findEngineProfile } from '../../wiring';
import { quoted } from '../../check/quoted';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';

/**
 * An engine that comes with one database, or one account, is asked for no other.
 *
 * @internal
 */
export const dependencyAccount: AgreementRule = {
  id: 'dependency-account',
  summary:
    'A dependency asks for no database and no user that its engine does not have from this source.',
  severity: 'warning',
  check: context => {
    const { services } = matrixIndex(context);
    return context.matrix.services.flatMap(service =>
      service.dependencies.flatMap((dependency): Disagreement[] => {
        const target = services.get(dependency.name);
        // A Secret that a person names is for an account that a person made
        return target?.kind === 'backing-service' && !dependency.secret
          ? disagreementsOf({ context, service, dependency, target })
          : [];
      }),
    );
  },
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  dependency: Dependency;
  target: Service;
}): Disagreement[] {
  const { context, service, dependency, target } = options;
  const { database, user, line } = dependency;
  const source = target.source ?? 'own';
  const profile = findEngineProfile({
    profiles: context.platform.profiles,
    engine: target.engine ?? target.name,
    source,
  });
  const file = context.platform.matrixFile;
  const from = `${target.name} from the source ${source}`;
  const only = profile?.database;
  const found: Disagreement[] = [];
  if (database && only && !only.includes('{') && database !== only) {
    found.push({
      finding: {
        file,
        line,
        message: `${from} has the database ${quoted(only)} alone, and ${
          service.name
        } asks for ${quoted(database)}.`,
        fix: `Remove database: there, or make ${quoted(
          database,
        )} with an account, and write secret: with the name of its Secret.`,
      },
    });
  }
  if (user && profile?.secret?.keys.username) {
    found.push({
      finding: {
        file,
        line,
        message: `${from} has one account, whose name is in its Secret, and ${
          service.name
        } asks for the user ${quoted(user)}.`,
        fix: `Remove user: there, or make the account, and write secret: with the name of its Secret.`,
      },
    });
  }
  return found;
}
