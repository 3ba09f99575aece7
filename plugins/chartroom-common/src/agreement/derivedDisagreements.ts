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

import { InputError } from '@backstage/errors';
import { isDerivedText, replaceSection, type DerivedFile } from '../derived';
import type { AgreementContext } from './AgreementContext';
import { blockDifferences } from './blockDifferences';
import { differenceDisagreements } from './differenceDisagreements';
import type { Disagreement } from './Disagreement';
import { inStyleOf } from './inStyleOf';
import { newValuesFile } from './newValuesFile';
import { textDisagreements } from './textDisagreements';

/**
 * Where a file that follows from the platform is other than it should be.
 *
 * @internal
 */
export function derivedDisagreements(options: {
  context: AgreementContext;
  file: DerivedFile;
}): Disagreement[] {
  const { rule } = options.file;
  return differences(options).map(({ finding, changes }) => ({
    finding: { ...finding, rule },
    changes,
  }));
}

function differences(options: {
  context: AgreementContext;
  file: DerivedFile;
}): Disagreement[] {
  const { context, file } = options;
  const { path } = file;
  const text = context.platform.files.get(path);
  switch (file.kind) {
    case 'file':
      return text !== undefined &&
        isDerivedText({ text: file.content }) &&
        !isDerivedText({ text })
        ? [personsFile(path)]
        : textDisagreements({
            ...{ context, path },
            content: inStyleOf({ text, content: file.content }),
          });
    case 'section':
      return sectionDisagreements({ context, file, text: text ?? '' });
    case 'values':
      return text === undefined
        ? [
            {
              finding: { file: path, message: `There is no ${path}.` },
              changes: [
                { kind: 'write', path, content: newValuesFile({ file }) },
              ],
            },
          ]
        : differenceDisagreements({
            context,
            file: path,
            differences: file.entries.flatMap(({ path: place, value }) =>
              blockDifferences({
                root: context.document(path)?.value,
                path: place,
                expected: value,
              }),
            ),
          });
    default:
      return text !== undefined && isDerivedText({ text })
        ? [
            {
              finding: {
                file: path,
                message: `Nothing asks for ${path} any more.`,
              },
              changes: [{ kind: 'delete', path }],
            },
          ]
        : [];
  }
}

function personsFile(path: string): Disagreement {
  return {
    finding: {
      file: path,
      line: 1,
      severity: 'warning',
      message: `${path} does not say in its first line that Chartroom writes it, so it is left as it is.`,
      fix: 'Rename it, or remove it and run chartroom sync.',
    },
  };
}

function sectionDisagreements(options: {
  context: AgreementContext;
  file: Extract<DerivedFile, { kind: 'section' }>;
  text: string;
}): Disagreement[] {
  const { context, file, text } = options;
  const { path, marker, content: section } = file;
  try {
    const content = replaceSection({ text, marker, content: section });
    if (content === text) {
      return [];
    }
    const isAtEnd = text !== '' && content.startsWith(text);
    return isAtEnd
      ? [withoutMarkers({ path, marker, content })]
      : textDisagreements({ context, path, content });
  } catch (error) {
    if (error instanceof InputError) {
      return [{ finding: { file: path, line: 1, message: error.message } }];
    }
    throw error;
  }
}

/** A person may want it elsewhere than at the end. */
function withoutMarkers(options: {
  path: string;
  marker: string;
  content: string;
}): Disagreement {
  const { path, marker, content } = options;
  return {
    finding: {
      file: path,
      message: `${path} has no section for the ${marker}.`,
      fix: `Write <!-- chartroom:${marker} --> and, in the next line, <!-- /chartroom:${marker} --> where it should stand, and run chartroom sync; without them sync writes it at the end.`,
    },
    changes: [{ kind: 'write', path, content }],
  };
}
