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

import { readMatrix } from '../../matrix';
import type { Matrix } from '../../matrix';
import { platformDiagram } from './platformDiagram';

function matrixOf(text: string): Matrix {
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    text: `system: shop\n${text}`,
    umbrella: 'helm/shop',
  });
  if (!matrix) {
    throw new Error('The matrix cannot be read.');
  }
  return matrix;
}

const draw = (text: string, environment?: string) =>
  platformDiagram({ matrix: matrixOf(text), environment });

describe('platformDiagram', () => {
  it('draws tiers, services, stores, ways in and ways out, in the order of the matrix', () => {
    expect(
      draw(`
services:
  - { name: web, tier: frontend, port: 80, exposed: true, dependencies: [cart, cart, gone] }
  - { name: cart, port: 80, dependencies: [store], egress: [{ host: pay.example.org, port: 443 }] }
  - { name: mail, dependencies: [cart], egress: [{ host: smtp.example.org, port: 25 }, { host: pay.example.org, port: 443 }] }
  - { name: store, engine: mysql }
  - { name: old, engine: mysql, chart_source: external }
`),
    ).toBe(`flowchart LR
  subgraph tier_frontend["frontend"]
    s_web["web"]
  end
  subgraph tier_backend["backend"]
    s_cart["cart"]
    s_mail["mail"]
  end
  subgraph tier_database["database"]
    s_store[("store")]
    s_old[("old")]
  end
  egress_1["pay.example.org:443"]
  egress_2["smtp.example.org:25"]
  visitors(("visitors")) --> s_web
  s_web --> s_cart
  s_cart --> s_store
  s_mail --> s_cart
  s_cart -.-> egress_1
  s_mail -.-> egress_2
  s_mail -.-> egress_1
  classDef outside stroke-dasharray: 5 5
  class s_old,egress_1,egress_2 outside
`);
  });

  it('dashes what is external in the environment alone', () => {
    const text = `
environments: [{ name: dev }, { name: prod, services: { store: { chart_source: external, host: db.example.com } } }]
services: [{ name: cart, dependencies: [store] }, { name: store, engine: mysql }]
`;
    expect(draw(text, 'dev')).toContain('s_cart --> s_store');
    expect(draw(text)).toContain('s_cart --> s_store');
    expect(draw(text, 'prod')).toContain('s_cart -.-> s_store');
    expect(draw(text, 'prod')).toContain('class s_store outside');
  });

  it('refuses an environment that there is not', () => {
    const text = 'environments: [{ name: dev }]\nservices: []\n';
    expect(() => draw(text, 'pord')).toThrow(
      'shop has no environment "pord"; it has dev.',
    );
    expect(() => draw('services: []\n', 'dev')).toThrow(
      'shop has no environment "dev"; its matrix lists none.',
    );
  });

  it("keeps clear of Mermaid's own words, and of names that look alike", () => {
    const drawn = draw(
      'services: [{ name: end }, { name: graph }, { name: a-b }, { name: class, tier: subgraph }]\n',
    );
    expect(drawn).toContain('    s_end["end"]\n');
    expect(drawn).toContain('    s_a_b["a-b"]\n');
    expect(drawn).toContain('  subgraph tier_subgraph["subgraph"]\n');
    expect(drawn.match(/^ {2}end$/gm)).toHaveLength(2);
  });

  it('lets no name out of its label or its line', () => {
    const drawn = draw(
      `services: [{ name: 'a"]; click x "javascript:alert(1)"' }, { name: "<b>" }]\n`,
    );
    expect(drawn).toContain(
      '["a#34;#93;#59; click x #34;javascript:alert#40;1#41;#34;"]',
    );
    expect(drawn).toContain('["#60;b#62;"]');
    expect(drawn).not.toMatch(/<|"javascript/);
  });

  it('is the picture of an empty system', () => {
    expect(draw('services: []\n')).toBe('flowchart LR\n');
  });
});
