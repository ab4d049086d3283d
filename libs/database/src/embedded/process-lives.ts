import { errorCode } from './error-code.js';

/** Whether a process of this number runs, whoever's it is. */
export function processLives(pid: number): boolean {
  return signalProcess(pid, 0);
}

/** Sends a signal; false when there is no such process (any more). */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
