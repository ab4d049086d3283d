export * from './needs/need-line.entity.js';
export * from './needs/procurement-need.entity.js';
export * from './needs/procurement-need.enums.js';
export * from './needs/procurement-need.errors.js';
