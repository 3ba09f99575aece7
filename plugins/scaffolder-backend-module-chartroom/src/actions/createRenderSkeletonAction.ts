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

import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  createTemplateAction,
  fetchContents,
} from '@backstage/plugin-scaffolder-node';
import {
  readSkeleton,
  renderSkeleton,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { renderSkeletonExamples } from './createRenderSkeletonAction.examples';
import { writeWorkspaceFiles } from './workspaceFiles';

/**
 * `chartroom:skeleton:render`: renders a skeleton strictly: what it does not know is an error, and values are data.
 *
 * @internal
 */
export function createRenderSkeletonAction(options: {
  services: ActionServices;
}) {
  const { integrations, reader } = options.services;
  return createTemplateAction({
    id: 'chartroom:skeleton:render',
    description:
      'Renders a skeleton into the workspace. Only files that end in .njk render; an unknown name, a call, or a value that is not escaped for its file is an error.',
    examples: renderSkeletonExamples,
    supportsDryRun: true,
    schema: {
      input: {
        url: z =>
          z.string({
            description:
              'Folder of the skeleton: an address, or relative to the template',
          }),
        targetPath: z =>
          z
            .string({
              description: 'Folder of the workspace to write to; default .',
            })
            .optional(),
        context: z =>
          z.record(z.any(), {
            description: 'Values that the skeleton may name',
          }),
      },
      output: {
        files: z => z.array(z.string(), { description: 'Paths of the files' }),
      },
    },
    async handler(ctx) {
      const directory = await ctx.createTemporaryDirectory();
      try {
        const outputPath = path.join(directory, 'skeleton');
        await fetchContents({
          reader,
          integrations,
          baseUrl: ctx.templateInfo?.baseUrl,
          fetchUrl: ctx.input.url,
          outputPath,
        });
        const skeleton = await readSkeleton({ directory: outputPath });
        const files = renderSkeleton({
          ...skeleton,
          context: ctx.input.context,
        });
        await writeWorkspaceFiles({
          workspacePath: ctx.workspacePath,
          targetPath: ctx.input.targetPath ?? '.',
          files,
          executable: skeleton.executable,
        });
        ctx.logger.info(`Rendered ${files.size} files from ${ctx.input.url}`);
        ctx.output('files', [...files.keys()]);
      } finally {
        await fs.rm(directory, { recursive: true, force: true });
      }
    },
  });
}
