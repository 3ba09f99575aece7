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
import type { FileTree } from '../files';
import { shapeFindings } from '../matrix/shapeFindings';
import { SourceDocument } from '../matrix/SourceDocument';
import type { EngineProfile } from './EngineProfile';
import { engineProfileKeys, engineProfileSchema } from './engineProfileSchema';
import { builtInProfiles } from './profiles';

const profilePath = /^profiles\/([a-z0-9]+)-([a-z0-9-]+)\.ya?ml$/;

/**
 * The engines that a platform knows: those of `profiles/<source>-<engine>.yaml`
 * in its repository, then the built-in ones.
 *
 * @public
 */
export function readProfiles(options: { files: FileTree }): {
  profiles: readonly EngineProfile[];
  findings: Finding[];
} {
  const profiles: EngineProfile[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of options.files) {
    if (profilePath.test(file)) {
      const read = readProfile({ file, text });
      findings.push(...read.findings);
      if (read.profile) {
        profiles.push(read.profile);
      }
    }
  }
  return { profiles: [...profiles, ...builtInProfiles], findings };
}

function readProfile(options: { file: string; text: string }): {
  profile?: EngineProfile;
  findings: Finding[];
} {
  const { file, text } = options;
  const { document, findings } = SourceDocument.parse({
    file,
    text,
    rulePrefix: 'profile',
  });
  if (!document) {
    return { findings };
  }
  const parsed = engineProfileSchema.safeParse(document.value ?? {});
  if (!parsed.success) {
    return {
      findings: shapeFindings({
        issues: parsed.error.issues,
        document,
        file,
        rulePrefix: 'profile',
        knownKeys: engineProfileKeys,
      }),
    };
  }
  const { engine, source } = parsed.data;
  const expected = `profiles/${source}-${engine}.yaml`;
  return {
    profile: parsed.data,
    findings:
      file.replace(/\.yml$/, '.yaml') === expected
        ? []
        : [
            {
              rule: 'profile-file-name',
              severity: 'warning',
              file,
              line: document.lineAt(['engine']),
              message: `${file} describes ${engine} from ${source}.`,
              fix: `Name the file ${expected}.`,
            },
          ],
  };
}
