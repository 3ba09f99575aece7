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

import { ServiceUnavailableError } from '@backstage/errors';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { gitEnvironment } from './gitEnvironment';

/** `git init --initial-branch` came with this version. */
const minimumVersion = { major: 2, minor: 28 };

/** Milliseconds that a command is given to stop by itself. */
const patience = 2000;

/** More output than this is not read into memory. */
const defaultOutputLimit = 32 * 1024 * 1024;

/**
 * The system's `git`, run with an environment of its own.
 *
 * @remarks
 * Knows every child it started, so that {@link Git.close} leaves none behind.
 *
 * @internal
 */
export class Git {
  readonly #children = new Set<ChildProcessWithoutNullStreams>();
  readonly #stopping = new WeakSet<ChildProcessWithoutNullStreams>();

  private constructor() {}

  /** Throws ServiceUnavailableError when there is no git, or one that is too old. */
  static async create(): Promise<Git> {
    const git = new Git();
    const found = await git.run({ args: ['--version'] }).then(
      output => output.toString().trim(),
      () => 'none',
    );
    const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(found) ?? [];
    const recent =
      Number(major) > minimumVersion.major ||
      (Number(major) === minimumVersion.major &&
        Number(minor) >= minimumVersion.minor);
    if (!recent) {
      throw new ServiceUnavailableError(
        `The local forge needs git ${minimumVersion.major}.${minimumVersion.minor} or later on the PATH, found: ${found}`,
      );
    }
    return git;
  }

  /** Starts a git command whose streams the caller connects. */
  start(options: {
    args: readonly string[];
    environment?: Readonly<Record<string, string>>;
  }): ChildProcessWithoutNullStreams {
    const child = spawn('git', options.args, {
      env: { ...gitEnvironment(), ...options.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#children.add(child);
    const forget = () => this.#children.delete(child);
    child.once('close', forget);
    child.once('error', forget);
    // A child that ends before it has read everything is no failure of ours.
    child.stdin.on('error', () => {});
    return child;
  }

  /** Runs a git command to its end; throws with git's own words when it fails. */
  async run(options: {
    args: readonly string[];
    /** The bare repository that the command works in. */
    directory?: string;
    input?: string | Buffer;
    /** Bytes of output beyond which the command is ended and an error thrown. */
    limit?: number;
    /** Beyond the limit: the output so far, and no error. */
    cut?: boolean;
  }): Promise<Buffer> {
    const {
      args,
      directory,
      input,
      limit = defaultOutputLimit,
      cut = false,
    } = options;
    const child = this.start({
      args,
      environment: directory === undefined ? {} : { GIT_DIR: directory },
    });
    const output: Buffer[] = [];
    let size = 0;
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk.subarray(0, Math.max(0, limit - size)));
      size += chunk.length;
      if (size > limit) {
        this.stop({ child });
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, 1000);
    });
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    if (size > limit && !cut) {
      throw new Error(`git ${args[0]} answered more than ${limit} bytes`);
    }
    if (code !== 0 && size <= limit) {
      throw new Error(`git ${args[0]} failed: ${complaint.trim()}`);
    }
    return Buffer.concat(output);
  }

  /**
   * Ends a command before its time.
   *
   * @remarks
   * At the end of its input git stops by itself and takes away what it had begun to write, which it does not
   * do when it is killed or cannot say so; killing comes only when it does not stop.
   */
  stop(options: { child: ChildProcessWithoutNullStreams }): void {
    const { child } = options;
    if (!this.#children.has(child) || this.#stopping.has(child)) {
      return;
    }
    this.#stopping.add(child);
    child.stdin.destroy();
    child.stdout.resume();
    const timer = setTimeout(() => {
      child.kill();
      child.stdout.destroy();
      child.stderr.destroy();
    }, patience);
    child.once('close', () => clearTimeout(timer));
  }

  /** Ends every command that still runs, and waits for that. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#children].map(child => {
        const closed = once(child, 'close');
        this.stop({ child });
        return closed;
      }),
    );
  }
}
