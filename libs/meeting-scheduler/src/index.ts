export * from './checking/measure-schedule.js';
export { scheduleGreedily } from './search/first-schedule.js';
export * from './instances/invented-instance.js';
export * from './instances/meeting-instance.js';
export * from './problem/meeting-problem.js';
export * from './rules/meeting-rule.js';
export * from './rules/rules.js';
export * from './solving/solve-meetings.js';
