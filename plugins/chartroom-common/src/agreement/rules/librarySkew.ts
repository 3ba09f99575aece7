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

import { gt, major, valid } from 'semver';
import { commonChartEntry } from '../../charts/commonChartEntry';
import { quoted } from '../../check/quoted';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { packagedChart } from '../evidence/packagedChart';
import {
  packagedServices,
  type PackagedService,
} from '../evidence/packagedServices';
import { satisfiesRange } from '../../versions';

/**
 * The umbrella's copy of the common chart renders every service, so it must be
 * one that each packaged chart accepts, and not older than what it was made with.
 *
 * @internal
 */
export const librarySkew: AgreementRule = {
  id: 'library-skew',
  summary:
    'The common chart of the umbrella is in the range that each packaged chart declares, and not older than the copy in it.',
  severity: 'error',
  check: context => {
    const { name, version } = commonChartEntry(context);
    const pins = [
      version,
      ...(context.umbrella?.dependencies ?? []).flatMap(entry =>
        entry.name === name && entry.version ? [entry.version] : [],
      ),
    ].filter(pin => valid(pin));
    return packagedServices({ context }).flatMap(packaged => {
      const subject = { context, packaged, name, pins: [...new Set(pins)] };
      const outside = outsideOfRange(subject);
      return outside.length > 0 ? outside : otherThanPacked(subject);
    });
  },
};

interface Subject {
  readonly context: AgreementContext;
  readonly packaged: PackagedService;
  /** Name of the common chart. */
  readonly name: string;
  /** Its versions in the umbrella; two where two majors live side by side. */
  readonly pins: readonly string[];
}

function outsideOfRange(subject: Subject): Disagreement[] {
  const { context, packaged, name, pins } = subject;
  const ranges = packaged.chart.dependencies.flatMap(entry =>
    entry.name === name && entry.version ? [entry.version] : [],
  );
  const isOutside =
    ranges.length > 0 &&
    ranges.every(range =>
      pins.every(version => satisfiesRange({ range, version }) === false),
    );
  return isOutside
    ? [
        {
          finding: {
            ...packaged.place,
            message: `${packaged.title} needs ${name} ${ranges
              .map(quoted)
              .join(' or ')}, and the umbrella has ${pins.join(' and ')}.`,
            fix: `Write a version that it accepts as commonChart in ${context.platform.matrixFile}, or pin a chart that accepts ${pins[0]}.`,
          },
        },
      ]
    : [];
}

function otherThanPacked(subject: Subject): Disagreement[] {
  const { context, packaged, name, pins } = subject;
  const { files, title, place } = packaged;
  const copy = packagedChart({ files, folder: `charts/${name}/` }).version;
  if (!valid(copy)) {
    return [];
  }
  const alike = pins.filter(pin => major(pin) === major(copy));
  if (alike.length === 0) {
    return [
      {
        finding: {
          ...place,
          message: `${title} was made with ${name} ${copy}, and the umbrella has ${pins.join(
            ' and ',
          )}, of another major version.`,
          fix: `Pin a chart that was made with ${name} ${major(
            pins[0],
          )}, or list ${name} ${major(
            copy,
          )} in the umbrella beside it, with the alias ${name}-v${major(
            copy,
          )}.`,
        },
      },
    ];
  }
  return alike.every(pin => gt(copy, pin))
    ? [
        {
          finding: {
            ...place,
            severity: 'warning',
            message: `${title} was made with ${name} ${copy}, and the umbrella's older ${alike.join(
              ' and ',
            )} renders it: what is new in it is not there.`,
            fix: `Write commonChart.version ${copy} in ${context.platform.matrixFile}, and run chartroom sync.`,
          },
        },
      ]
    : [];
}
