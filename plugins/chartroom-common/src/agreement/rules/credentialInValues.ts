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

import { matrixIndex } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import type { Disagreement } from '../Disagreement';
import { credentialInText } from '../evidence/credentialInText';
import {
  credentialsInValues,
  type FoundCredential,
} from '../evidence/credentialsInValues';
import { credentialUnderKey } from '../evidence/credentialUnderKey';
import { packagedServices } from '../evidence/packagedServices';
import { isOnCommonChart } from '../isOnCommonChart';
import { placeText } from '../placeText';

const fix =
  'Put it in a Secret that is there before the install, and name that here; then change the credential, since git keeps it.';

/** Values files, of which each value is judged with its key. */
const valuesFile = /(?:^|\/)values[^/]*\.ya?ml$|^environments\//;
/** Generated, or without values of people. */
const plainFile =
  /(?:^|\/)(?:values\.schema\.json|Chart\.(?:yaml|lock)|\.helmignore)$/;
/** What no values file without a credential lacks is not worth a walk through all of its values. */
const hint = /passw|passphrase|pwd|token|secret|key|:\/\/|private/i;

/**
 * Nothing that gives access stands in git. What is found is not shown.
 *
 * @internal
 */
export const credentialInValues: AgreementRule = {
  id: 'credential-in-values',
  summary: 'No values file and no chart holds a credential.',
  severity: 'error',
  check: context => [
    ...inMatrix(context),
    ...[...context.platform.files].flatMap(([file, text]) =>
      inFile({ context, file, text }),
    ),
    ...inPackages(context),
  ],
};

function inMatrix(context: AgreementContext): Disagreement[] {
  const { matrix, platform } = context;
  return matrix.services.flatMap(service => {
    const values = [
      ...service.environment,
      ...service.dependencies.flatMap(({ env = {}, line }) =>
        Object.entries(env).map(([name, value]) => ({ name, value, line })),
      ),
    ];
    return values.flatMap(({ name: key, value = '', line }) => {
      const what =
        credentialInText(value) ??
        (credentialUnderKey({ key, value }) ? 'a credential' : undefined);
      const file = platform.matrixFile;
      const message = `${file} holds ${what} in ${key} of ${service.name}.`;
      return what ? [{ finding: { file, line, message, fix } }] : [];
    });
  });
}

function inFile(options: {
  context: AgreementContext;
  file: string;
  text: string;
}): Disagreement[] {
  const { context, file, text } = options;
  const { matrix } = context;
  const isOfUmbrella =
    file.startsWith(`${matrix.umbrella}/`) &&
    !file.startsWith(`${matrix.umbrella}/charts/`);
  const isOfChart =
    file.startsWith('charts/') && !file.startsWith('charts/platform-common/');
  const isOfEnvironment = file.startsWith('environments/');
  if (
    plainFile.test(file) ||
    (!isOfUmbrella && !isOfChart && !isOfEnvironment)
  ) {
    return [];
  }
  if (!valuesFile.test(file)) {
    return inLines({ file, text });
  }
  if (!hint.test(text) || isDerived(options)) {
    return [];
  }
  const document = context.document(file);
  const { services } = matrixIndex(context);
  const found = credentialsInValues({
    values: document?.value,
    isOnCommonChart: path => {
      const service = services.get(String(path[0]));
      const ofService =
        path.length === 1 && !!service && isOnCommonChart(service);
      return isOfUmbrella
        ? ofService || path.join('.') === 'global.chartroom.defaults'
        : path.length === 0;
    },
  });
  return found.map(credential => ({
    finding: {
      file,
      line: document?.lineAt(credential.path),
      message: `${file} holds ${sayingOf(credential)}.`,
      fix,
    },
  }));
}

/** What Chartroom writes holds none, and a thousand of these files need not be parsed for that. */
function isDerived(options: {
  context: AgreementContext;
  file: string;
  text: string;
}): boolean {
  const { context, file, text } = options;
  const { matrix, platform } = context;
  const [, name] = /^charts\/([^/]+)\/values-local\.yaml$/.exec(file) ?? [];
  const service = name && matrixIndex(context).services.get(name);
  const { profiles } = platform;
  return (
    !!service &&
    derivations.localValues({ matrix, service, profiles }).text === text
  );
}

function inLines(options: { file: string; text: string }): Disagreement[] {
  const { file, text } = options;
  return credentialInText(text) === undefined
    ? []
    : text.split('\n').flatMap((content, index) => {
        const what = credentialInText(content);
        const line = index + 1;
        const message = `${file} holds ${what}.`;
        return what ? [{ finding: { file, line, message, fix } }] : [];
      });
}

function inPackages(context: AgreementContext): Disagreement[] {
  return packagedServices({ context }).flatMap(({ chart, title, place }) =>
    credentialsInValues({
      values: chart.values,
      isOnCommonChart: path => path.length === 0,
    }).map(credential => ({
      finding: {
        ...place,
        message: `${title} holds ${sayingOf(credential)} of its values.yaml.`,
        fix,
      },
    })),
  );
}

function sayingOf({ what, path }: FoundCredential): string {
  return `${what} at ${placeText({ path: [...path] })}`;
}
