import { available } from './available.rule.js';
import { locked } from './locked.rule.js';
import { maximum } from './maximum.rule.js';
import type { MeetingRule } from './meeting-rule.js';
import { minimum } from './minimum.rule.js';
import { notWanted } from './not-wanted.rule.js';
import { oneMeetingAtATime } from './one-meeting-at-a-time.rule.js';
import { oneMeetingPerPair } from './one-meeting-per-pair.rule.js';
import { precedence } from './precedence.rule.js';
import { slotExists } from './slot-exists.rule.js';
import { tables } from './tables.rule.js';
import { walking } from './walking.rule.js';

/** All rules of a schedule. */
export const MEETING_RULES: readonly MeetingRule[] = [
  slotExists,
  available,
  oneMeetingAtATime,
  tables,
  oneMeetingPerPair,
  maximum,
  minimum,
  notWanted,
  locked,
  precedence,
  walking,
];
