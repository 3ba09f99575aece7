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

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const pollInterval = 5;

/**
 * Runs a program, and resolves with what it printed, the seconds it took, and, where the
 * system tells (Linux), its peak memory in MiB and the seconds of processor that it used:
 * those do not depend on how busy the machine is with other things.
 */
export async function measureRun({ command, args, env }) {
  const begun = performance.now();
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let known = {};
  const timer = setInterval(() => {
    known = { ...known, ...usageOf(child.pid) };
  }, pollInterval);
  try {
    const ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const [output, code] = await Promise.all([text(child.stdout), ended]);
    if (code !== 0) {
      throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
    }
    return { output, seconds: (performance.now() - begun) / 1000, ...known };
  } finally {
    clearInterval(timer);
  }
}

/** What the kernel counts of a process; nothing where it is gone or not told. */
function usageOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, peak] = status.match(/VmHWM:\s+(\d+) kB/) ?? [];
    // After the name in parentheses: state, …, user and system time in 1/100 s
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return peak
      ? {
          megabytes: Number(peak) / 1024,
          processor: (Number(fields[11]) + Number(fields[12])) / 100,
        }
      : {};
  } catch {
    return {};
  }
}
