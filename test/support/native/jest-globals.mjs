import { lasting } from './globals.cjs';

/** `@jest/globals` of whatever spec file runs now. */
export const jest = lasting('jest');
