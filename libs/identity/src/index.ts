export * from './nodes/node-registry.js';
export * from './nodes/node.type.js';
export * from './viewer/access.js';
export * from './viewer/audience.guard.js';
export * from './viewer/request-context.js';
export * from './viewer/viewer-resolver.js';
export * from './viewer/viewer.js';
