export * from './candidates/candidate-facts.js';
export * from './criteria/match-criterion.js';
export * from './finding/match-finder.js';
export * from './matching.module.js';
export * from './matching.texts.js';
export * from './reading/need-description.js';
export * from './reading/need-reading.js';
export * from './scoring/score-match.js';
