import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process started, in whatever form the system tells it, or undefined when there is no such process. Number and
 * start time together name a process for good; the number alone is given again to another one.
 */
export function processStartTime(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the program's name in parentheses, which may hold anything, the start is the 20th field.
      return line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    }
    process.kill(pid, 0);
    return 'running';
  } catch {
    return undefined;
  }
}
