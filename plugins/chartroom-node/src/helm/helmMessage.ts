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

const MAXIMUM_CHARACTERS = 1_000;

/**
 * Helm's own sentence about a failure, on one line, without the places of this machine.
 *
 * @remarks
 * Of a chain of includes the first file, which is the service's, and the last
 * link, which says what is wrong, remain.
 *
 * @internal
 */
export function helmMessage(options: {
  stderr: string;
  /** The folder in which Helm ran; it is cut out. */
  directory: string;
}): string {
  const text = options.stderr.replaceAll(`${options.directory}/`, '');
  const start = text.search(/^Error: /m);
  const sentence = (start < 0 ? text : text.slice(start + 'Error: '.length))
    .split('\n')
    .filter(line => !/^(?:level=|\S+\.go:\d+: |Use --debug flag)/.test(line))
    .join('\n')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(sentence).slice(0, MAXIMUM_CHARACTERS);
}

/**
 * What `helm lint` found wrong, on one line.
 *
 * @internal
 */
export function lintMessage(options: {
  stdout: string;
  stderr: string;
  directory: string;
}): string {
  const findings = options.stdout
    .replaceAll(`${options.directory}/`, '')
    .split(/^(?=\[(?:INFO|WARNING|ERROR)\] )|^\d+ chart\(s\) linted/m)
    .filter(part => /^\[(?:WARNING|ERROR)\] /.test(part))
    .map(part =>
      shortened(
        part
          .replace(/^\[\w+\] /, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
  return findings.length > 0
    ? [...new Set(findings)].join('; ').slice(0, MAXIMUM_CHARACTERS)
    : helmMessage(options);
}

function shortened(sentence: string): string {
  const own = /^(.*?)execution error at \(([^)]+)\): (.*)$/.exec(sentence);
  if (own) {
    return `${own[1]}${own[3]} (${own[2]})`;
  }
  const links = sentence.split(/: error calling (?:include|tpl): /);
  if (links.length === 1) {
    return sentence.replace(/^template: /, '');
  }
  const [first] = /[^\s:]+:\d+:\d+/.exec(links[0]) ?? [''];
  return `${first}: ${links.at(-1)!.replace(/^template: /, '')}`;
}
