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

import type { Finding } from '@chartroom/backstage-plugin-chartroom-common';
import { exitCode, type ExitCode } from '../ExitCode';
import type { Terminal } from '../Terminal';

/**
 * How findings are printed: for people, for machines, or as annotations of a GitHub workflow.
 *
 * @internal
 */
export type FindingsFormat = 'text' | 'json' | 'github';

const formats: Record<
  FindingsFormat,
  (findings: readonly Finding[]) => string
> = {
  text: asText,
  json: findings => `${JSON.stringify({ findings }, undefined, 2)}\n`,
  github: findings => findings.map(annotation).join('') + asText(findings),
};

/**
 * Prints findings, and says with which code the command ends: a note alone is clean.
 *
 * @internal
 */
export function printFindings(options: {
  terminal: Terminal;
  findings: readonly Finding[];
  format: FindingsFormat;
}): ExitCode {
  const { terminal, findings, format } = options;
  terminal.output.write(formats[format](findings));
  return findings.some(({ severity }) => severity !== 'info')
    ? exitCode.findings
    : exitCode.clean;
}

/**
 * Findings as people read them: where, how serious, what, and what to do.
 *
 * @internal
 */
export function asText(findings: readonly Finding[]): string {
  const lines = findings.map(finding => {
    const { file, line, severity, rule, message, fix } = finding;
    const place = line === undefined ? file : `${file}:${line}`;
    const advice = fix ? `\n    ${fix}` : '';
    return `${place}: ${severity}: ${message} [${rule}]${advice}\n`;
  });
  const count = (severity: Finding['severity']) =>
    findings.filter(finding => finding.severity === severity).length;
  const summary = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('info'), 'note', 'notes'],
  ] as const;
  const counted = summary
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  return `${lines.join('')}${counted.join(', ') || 'Clean'}.\n`;
}

/**
 * A finding as a workflow command, which GitHub shows beside the line:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
function annotation(finding: Finding): string {
  const { file, line, severity, rule, message, fix } = finding;
  const command = severity === 'info' ? 'notice' : severity;
  const properties = [
    `file=${escapeProperty(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${escapeProperty(rule)}`,
  ];
  const text = escapeData(fix ? `${message} ${fix}` : message);
  return `::${command} ${properties.join(',')}::${text}\n`;
}

function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
