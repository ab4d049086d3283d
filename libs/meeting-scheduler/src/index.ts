export * from './rules/measure-schedule.js';
export { scheduleGreedily } from './search/first-schedule.js';
export * from './instances/meeting-instances.js';
export * from './problem/meeting-problem.js';
export * from './rules/rules.js';
export * from './solving/solve-meetings.js';
