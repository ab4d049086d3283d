import { defineTexts } from './define-texts.js';

export const organizationTexts = defineTexts({});
