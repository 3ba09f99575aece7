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

/**
 * The look of all pages, in light and dark.
 *
 * @internal
 */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f9; --line: #d8dde4; --text: #1d2733; --quiet: #566372;
  --link: #0b57c2; --mark: #fff4c7; --added: #e2f5e5; --added-text: #0f5323; --removed: #fde8e8; --removed-text: #8c1d1d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --panel: #1a2028; --line: #333d49; --text: #e3e8ee; --quiet: #9fabb9;
    --link: #7db3ff; --mark: #4a3f12; --added: #12331c; --added-text: #a4e3b4; --removed: #3d1a1c; --removed-text: #f5b5b5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header p { margin: 0; font-weight: 650; }
header ol { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0; padding: 0; list-style: none; }
header li + li::before { content: "/ "; color: var(--quiet); }
footer { color: var(--quiet); font-size: 0.875rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--page); padding: 0.25rem 0.5rem; }
.quiet { color: var(--quiet); }
.label { border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.6rem; font-size: 0.8rem; color: var(--quiet); }
.tabs { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 1rem 0; padding: 0; list-style: none; }
.tabs [aria-current] { color: var(--text); font-weight: 650; text-decoration: none; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code, pre { font: 0.875rem/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
:not(pre) > code { background: var(--panel); border-radius: 3px; padding: 0.1em 0.3em; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0; padding: 0.75rem 1rem; overflow-x: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; tab-size: 4; }
.source { counter-reset: line; }
.source span { display: block; min-height: 1.55em; counter-increment: line; }
.source span::before { content: counter(line); display: inline-block; width: 4ch; margin-right: 1.5ch; text-align: right; color: var(--quiet); user-select: none; }
.source span:target { background: var(--mark); }
.patch span { display: block; min-height: 1.55em; }
.patch .added { background: var(--added); color: var(--added-text); }
.patch .removed { background: var(--removed); color: var(--removed-text); }
.patch .hunk { color: var(--quiet); }
.readme { border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 1.25rem 1rem; overflow-wrap: break-word; }
blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
`;
