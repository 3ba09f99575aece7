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

import { generatePlatform } from '../../__fixtures__/generatePlatform';
import { readPlatform } from '../../platform';
import { diagramSection } from './diagramSection';
import { platformDiagram } from './platformDiagram';

const sectionOf = (services: number) => {
  const platform = readPlatform({ files: generatePlatform({ services }) });
  const [section] = diagramSection({ platform });
  return {
    content: section.kind === 'section' ? section.content : '',
    matrix: platform.matrix!,
  };
};

describe('diagramSection', () => {
  it('holds the whole diagram in a block of code', () => {
    const { content, matrix } = sectionOf(12);
    expect(content).toBe(
      `\`\`\`mermaid\n${platformDiagram({ matrix })}\`\`\`\n`,
    );
  });

  it('shows the tiers alone where Mermaid would refuse to draw it all', () => {
    expect(sectionOf(1000).content).toBe(`\`\`\`mermaid
flowchart LR
  tier_backend["backend: 950"]
  tier_database["database: 50"]
  tier_backend -->|950| tier_database
  tier_backend -->|2839| tier_backend
\`\`\`

There is too much to draw at once: this shows the tiers, and \`chartroom diagram\` prints it all.
`);
  });
});
