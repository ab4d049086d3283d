import { defineTexts } from './define-texts.js';

export const staffTexts = defineTexts({});
