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

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type { Finding } from '../check';
import { conflictFinding } from '../check/conflictFinding';
import { expandedSize } from '../values/expandedSize';
import { resolveMerges } from '../values/resolveMerges';
import { ParsedYaml, parsedYaml } from '../yaml/ParsedYaml';
import { pairAt } from './pairAt';

/** Aliases that stand for more values than this are no inventory but an attempt to fill the memory. */
const mostValues = 1_000_000;

/** The nodes of a shorter text are read again when they are asked for: few of a thousand small files ever are. */
const smallText = 16 * 1024;

interface Nodes {
  readonly parsed: Document.Parsed;
  readonly lines: LineCounter;
}

function parseNodes(text: string): Nodes {
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  return { parsed, lines };
}

/** The count of aliases says nothing: a thousand services may each use one small anchor. */
function plainValue(options: {
  parsed: Document.Parsed;
  text: string;
}): unknown {
  const { parsed, text } = options;
  const value: unknown = parsed.toJS({ maxAliasCount: -1 });
  if (text.includes('*') && expandedSize({ value }) > mostValues) {
    throw new Error(`its aliases stand for more than ${mostValues} values`);
  }
  return text.includes('<<') ? resolveMerges({ value }) : value;
}

/**
 * A YAML file that remembers on which line each of its values stands.
 *
 * @internal
 */
export class SourceDocument {
  /**
   * Parses a file that holds one YAML document.
   *
   * @remarks
   * A file that cannot be parsed, or holds a conflict that git left, gives
   * findings with rule `<rulePrefix>-syntax` and no document.
   */
  static parse(options: { file: string; text: string; rulePrefix: string }): {
    document?: SourceDocument;
    findings: Finding[];
  } {
    const { file, text, rulePrefix } = options;
    const rule = `${rulePrefix}-syntax`;
    const conflict = conflictFinding({ file, text, rule });
    if (conflict) {
      return { findings: [conflict] };
    }
    const nodes = parseNodes(text);
    const { parsed, lines } = nodes;
    if (parsed.errors.length > 0) {
      const findings = parsed.errors.slice(0, 10).map(
        (error): Finding => ({
          rule,
          severity: 'error',
          file,
          line: lines.linePos(error.pos[0]).line,
          message: `${file} is not valid YAML: ${error.message}.`.replace(
            /\.\.$/,
            '.',
          ),
          fix: 'Correct the YAML at this line.',
        }),
      );
      return { findings };
    }
    try {
      const value = plainValue({ parsed, text });
      return {
        document: new SourceDocument(
          text,
          value,
          text.length > smallText ? nodes : undefined,
        ),
        findings: [],
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        findings: [
          {
            rule,
            severity: 'error',
            file,
            message: `${file} cannot be read: ${reason}.`,
            fix: 'Write the values out in place of aliases.',
          },
        ],
      };
    }
  }

  private constructor(
    private readonly text: string,
    /** The file's content as plain values; what a merge key (`<<`) brings stands beside a map's own keys, as Helm reads it. */
    readonly value: unknown,
    private known: Nodes | undefined,
  ) {}

  private get nodes(): Nodes {
    this.known ??= parseNodes(this.text);
    return this.known;
  }

  /** What an edit of the file needs to know of its entries. */
  get parsed(): ParsedYaml {
    return parsedYaml({ text: this.text, document: this.nodes.parsed });
  }

  /**
   * The line of the value at a path, counted from 1; that of the nearest parent
   * where the path ends early. What a merge key brings stands where it comes from.
   */
  lineAt(path: ReadonlyArray<PropertyKey>): number {
    const { parsed, lines } = this.nodes;
    let node: Node | null | undefined = parsed.contents as Node | null;
    let offset = node?.range?.[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) {
        node = node.resolve(parsed);
      }
      if (isMap(node)) {
        const pair = pairAt({ node, key: step, document: parsed });
        if (!pair) {
          break;
        }
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value as Node | null;
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step] as Node | undefined;
        offset = node?.range?.[0] ?? offset;
      } else {
        break;
      }
    }
    return lines.linePos(offset).line;
  }

  /** A number or boolean as it is written, so that `0123` and `1.50` stay what a person typed. */
  writtenAt(path: ReadonlyArray<string | number>): string | undefined {
    const node = this.nodes.parsed.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  }
}
