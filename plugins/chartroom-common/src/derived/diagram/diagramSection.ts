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

import type { Platform } from '../../platform';
import type { DerivedFile } from '../DerivedFile';
import { platformDiagram } from './platformDiagram';
import { tierDiagram } from './tierDiagram';

/** Mermaid draws no more edges (`maxEdges`) and reads no longer text (`maxTextSize`) unless the page says so. */
const mostEdges = 500;
const longestText = 50_000;

/**
 * The diagram in the README. A system that Mermaid would refuse to draw is shown
 * by tiers.
 *
 * @internal
 */
export function diagramSection(options: { platform: Platform }): DerivedFile[] {
  const { matrix } = options.platform;
  if (!matrix) {
    return [];
  }
  const whole = platformDiagram({ matrix });
  const edges = whole.split('\n').filter(line => / -(-|\.-)> /.test(line));
  const isDrawn = edges.length <= mostEdges && whole.length <= longestText;
  const content = isDrawn
    ? fenced(whole)
    : `${fenced(
        tierDiagram({ matrix }),
      )}\nThere is too much to draw at once: this shows the tiers, and \`chartroom diagram\` prints it all.\n`;
  return [
    {
      kind: 'section',
      rule: 'derived-diagram',
      path: 'README.md',
      marker: 'diagram',
      content,
    },
  ];
}

function fenced(text: string): string {
  return `\`\`\`mermaid\n${text}\`\`\`\n`;
}
