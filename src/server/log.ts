import { type Logger, pino } from 'pino';
import { StartError } from './startError.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * The program's log: a JSON object a line on standard error. Requests are logged at `debug`.
 *
 * It writes before it goes on, so that nothing is lost when the process ends.
 */
export function createLog(level: string): Logger {
  if (!levels.includes(level)) throw new StartError(`LOG_LEVEL ${level} is unknown: write one of ${levels.join(', ')}`);
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
