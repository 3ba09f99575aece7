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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { assessHealth } from './assessHealth';
import { verdicts } from './__fixtures__/verdicts';
import { parseResource } from './parseResource';

const folder = join(__dirname, '__fixtures__');
const now = new Date('2026-11-21T12:30:00Z');

/** A fixture's first object, and the others, with which it is judged. */
function readFixture(name: string) {
  const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
  const [resource, ...related] = parseAllDocuments(text).map(
    document => parseResource(document.toJSON())!,
  );
  return { resource, related };
}

describe('assessHealth', () => {
  it.each(verdicts)(
    'says of %s: argo %s, kstatus %s, native %s',
    (fixture, argo, kstatus, native, sentence) => {
      const subject = { ...readFixture(fixture), now };
      const said = (dialect: 'argo' | 'kstatus' | 'native') =>
        assessHealth({ ...subject, dialect });
      expect(said('argo')?.status).toBe(argo);
      expect(said('kstatus')?.status).toBe(kstatus);
      expect(said('native')).toEqual({ status: native, message: sentence });
    },
  );

  it('has a verdict for every fixture', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.yaml'))
      .map(file => file.replace(/\.yaml$/, ''));
    expect(verdicts.map(([fixture]) => fixture)).toEqual(files.sort());
  });

  it('judges a pod that no operator means to end as one that runs for ever, since Argo CD 3.6', () => {
    const { resource } = readFixture('pod/ready');
    const annotations = { 'argocd.argoproj.io/ignore-restart-policy': 'true' };
    const said = (more: Record<string, string>) =>
      assessHealth({
        dialect: 'argo',
        resource: {
          ...resource,
          metadata: { ...resource.metadata, annotations: more },
          spec: { restartPolicy: 'Never' },
        },
        now,
      })?.status;
    expect(said({})).toBe('Progressing');
    expect(said(annotations)).toBe('Healthy');
    expect(said({ ...annotations, 'helm.sh/hook': 'test' })).toBe(
      'Progressing',
    );
  });

  it('gives a pod 15 seconds to find a node', () => {
    const { resource } = readFixture('pod/unschedulable');
    const after = (seconds: number, dialect: 'kstatus' | 'native') =>
      assessHealth({
        dialect,
        resource,
        now: new Date(Date.parse('2026-11-21T12:03:00Z') + seconds * 1000),
      })?.status;
    expect(after(14, 'kstatus')).toBe('InProgress');
    expect(after(16, 'kstatus')).toBe('Failed');
    expect(after(14, 'native')).toBe('Progressing');
    expect(after(16, 'native')).toBe('Degraded');
  });

  it('is unknown where an engine cannot read a field', () => {
    const resource = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'payment', generation: 1 },
      spec: { replicas: 'three' },
      status: { observedGeneration: '1' },
    };
    const said = (dialect: 'argo' | 'kstatus') =>
      assessHealth({ dialect, resource, now });
    expect(said('argo')).toMatchObject({
      status: 'Unknown',
      message: expect.stringContaining('spec.replicas'),
    });
    expect(said('kstatus')).toEqual({
      status: 'Unknown',
      message: 'status.observedGeneration is no whole number',
    });
  });
});
