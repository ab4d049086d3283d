export * from './discovery.module.js';
export * from './discovery.texts.js';
export * from './search/search.enums.js';
export * from './search/search.service.js';
export * from './search/search.type.js';
