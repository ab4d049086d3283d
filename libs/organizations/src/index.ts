export * from './claims/claim-decision.js';
export * from './facts/fact-state.js';
export * from './facts/organization-certificate.entity.js';
export * from './facts/tier-level.js';
export * from './facts/tier-recognition.entity.js';
export * from './organizations.module.js';
export * from './profiles/organization.entity.js';
export * from './profiles/organization.enums.js';
