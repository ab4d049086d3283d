export * from './capabilities.module.js';
export * from './capability.entity.js';
export * from './capability.enums.js';
