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
  editYaml,
  YamlEditRefusedError,
  type ParsedYaml,
  type YamlEdit,
} from '../yaml';
import {
  blockOfPart,
  partsOfBlock,
  rootBlock,
  type Block,
  type BlockPart,
} from '../yaml/BlockPart';
import { identityOfEntry } from '../yaml/readValue';

/** Fewer edits than this are done in the whole file: an edit looks at all of what it is in. */
const fewEdits = 8;

interface FileEdits {
  readonly file: string;
  readonly text: string;
  readonly edits: readonly YamlEdit[];
  readonly parsed: ParsedYaml | undefined;
}

/**
 * Edits a YAML file as `editYaml` does, in a time that grows with the number of
 * edits and not with its square: each entry of the file's outermost map, and
 * each item of a list there, is edited by itself.
 *
 * @remarks
 * The parser found each part as one whole entry, and finds it so after its
 * edits, so the parts mean together what they mean alone. Whatever cannot be
 * divided is done in the whole file; refusals are those of `editYaml`.
 *
 * @internal
 */
export function editInParts(options: FileEdits): string {
  const { file, text, edits, parsed } = options;
  const inWhole = (rest: readonly YamlEdit[], from: string) =>
    editYaml({
      file,
      text: from,
      edits: rest,
      ...(from === text && { parsed }),
    }).text;
  if (edits.length < fewEdits) {
    return inWhole(edits, text);
  }
  try {
    const done = editParts(options);
    return inWhole(done.rest, done.text);
  } catch (error) {
    if (error instanceof YamlEditRefusedError) {
      return inWhole(edits, text);
    }
    throw error;
  }
}

/** Does all edits that are inside of an entry of the root; the rest are about the root itself. */
function editParts(options: FileEdits): {
  text: string;
  rest: readonly YamlEdit[];
} {
  const { file, text, edits, parsed } = options;
  const root = rootBlock({ text });
  const parts = root && partsOfBlock({ block: root });
  const starts = parsed?.text === text ? parsed.entries?.starts : undefined;
  if (
    !root ||
    !parts ||
    starts?.length !== parts.length ||
    parts.some(({ start, end }, index) => {
      const found = starts[index];
      return found < start || found >= end;
    })
  ) {
    return { text, rest: edits };
  }
  const rest: YamlEdit[] = [];
  const inside = new Map<string, YamlEdit[]>();
  for (const edit of edits) {
    const [key] = edit.path;
    if (typeof key !== 'string') {
      rest.push(edit);
    } else {
      const list = inside.get(key);
      if (list) {
        list.push(edit);
      } else {
        inside.set(key, [edit]);
      }
    }
  }
  const keys = new Set(parts.map(({ key }) => key));
  if ([...inside.keys()].some(key => !keys.has(key))) {
    return { text, rest: edits };
  }
  const edited = parts.map(part => {
    const own = inside.get(part.key);
    return own ? editPart({ file, root, part, edits: own }) : part.text;
  });
  return { text: joined({ text, parts, edited }), rest };
}

function editPart(options: {
  file: string;
  root: Block;
  part: BlockPart;
  edits: readonly YamlEdit[];
}): string {
  const { file, root, part, edits } = options;
  const whole = root.text;
  const inOne = () => editYaml({ file, text: part.text, edits, whole }).text;
  const block =
    edits.length < fewEdits ? undefined : blockOfPart({ block: root, part });
  if (block?.outline.kind !== 'list') {
    return inOne();
  }
  const items = partsOfBlock({ block });
  const byItem = items && editsByItem({ block, edits });
  if (!byItem) {
    return inOne();
  }
  const edited = items.map(item => {
    const own = byItem.get(item.index);
    return own
      ? editYaml({ file, text: item.text, edits: own, whole }).text
      : item.text;
  });
  return joined({
    text: root.text.slice(0, part.end),
    parts: items,
    edited,
  }).slice(part.start);
}

/** Edits inside of items, by the item's position and with paths from there; undefined where some are not. */
function editsByItem(options: {
  block: Block;
  edits: readonly YamlEdit[];
}): Map<number, YamlEdit[]> | undefined {
  const { text, outline } = options.block;
  const positions = new Map<string, Map<string | undefined, number>>();
  const byItem = new Map<number, YamlEdit[]>();
  for (const edit of options.edits) {
    const [, step] = edit.path;
    if (typeof step !== 'object') {
      return undefined;
    }
    let known = positions.get(step.key);
    if (!known) {
      known = new Map();
      for (const [index, entry] of outline.entries.entries()) {
        const name = identityOfEntry({
          text,
          kind: 'list',
          entry,
          key: step.key,
        });
        // One that stands twice is refused when the whole file is edited
        known.set(name, known.has(name) ? -1 : index);
      }
      positions.set(step.key, known);
    }
    const position = known.get(step.value) ?? -1;
    if (position < 0) {
      return undefined;
    }
    const inItem = { ...edit, path: edit.path.slice(1) };
    byItem.set(position, [...(byItem.get(position) ?? []), inItem]);
  }
  return byItem;
}

/** The text with its parts edited; each part but the last ends where its line does. */
function joined(options: {
  text: string;
  parts: readonly BlockPart[];
  edited: readonly string[];
}): string {
  const { text, parts, edited } = options;
  return (
    text.slice(0, parts[0].start) +
    edited.join('') +
    text.slice(parts[parts.length - 1].end)
  );
}
