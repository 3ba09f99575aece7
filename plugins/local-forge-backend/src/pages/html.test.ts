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

import { html } from './html';

describe('html', () => {
  it('escapes text, in content and in attributes', () => {
    const hostile = `<script>alert("1") & 'x'</script>`;
    expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
      '<a title="&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;&lt;/script&gt;">' +
        '&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;&lt;/script&gt;</a>',
    );
  });

  it('takes HTML, lists, numbers, and nothing', () => {
    const items = ['<', 'b'].map(text => html`<li>${text}</li>`);
    const list = html`<ul>
      ${items}
    </ul>`;
    expect(html`${list}${1}${undefined}`.text.replace(/\s/g, '')).toBe(
      '<ul><li>&lt;</li><li>b</li></ul>1',
    );
  });
});
